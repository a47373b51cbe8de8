import type { Plugin } from 'vite';

/** Up to 9 by number, then `many`: the names that src/title.ts links to. */
const COUNTS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'many'];

/** Icons that say how many targets are down: files, as a strict Content-Security-Policy shows no data: URL. */
export function favicons(): Plugin {
  return {
    name: 'gatehouse-favicons',
    generateBundle() {
      for (const count of COUNTS) {
        this.emitFile({ type: 'asset', fileName: `favicon-down-${count}.svg`, source: downIcon(count) });
      }
    },
  };
}

function downIcon(count: string): string {
  const text = count === 'many' ? '9+' : count;
  const size = text.length > 1 ? 17 : 22;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <title>${text} down</title>
  <rect width="32" height="32" rx="8" fill="#b3261e"/>
  <text x="16" y="${16 + size * 0.36}" font-family="system-ui, sans-serif" font-weight="700" font-size="${size}" fill="#fff" text-anchor="middle">${text}</text>
</svg>
`;
}
