import type { STANDINGS } from './targets/target-schema.ts';

type Standing = (typeof STANDINGS)[number];

interface Badge {
  readonly label: string;
  readonly value: string;
  readonly color: string;
}

/** White text on each is readable (contrast 4.5 at least); the word says it too. */
const COLORS: Readonly<Record<Standing, string>> = {
  UP: '#2c7a3f',
  DEGRADED: '#8a6100',
  PENDING: '#8a6100',
  DOWN: '#b3261e',
  MAINTENANCE: '#3559b3',
  PAUSED: '#5c6370',
  UNKNOWN: '#5c6370',
};
const HEIGHT = 20;
const PADDING = 7;
const CHARACTER_WIDTH = 6.8;
const MAX_LABEL_CHARACTERS = 40;

export function statusBadge(label: string, standing: Standing): string {
  return badgeSvg({ label, value: standing.toLowerCase(), color: COLORS[standing] });
}

/** `share` from 0 to 1; null: nothing is known. */
export function uptimeBadge(label: string, share: number | null): string {
  return badgeSvg({ label, value: share === null ? 'unknown' : percent(share), color: uptimeColor(share) });
}

/** 100 % only when nothing was missed. */
export function percent(share: number): string {
  const hundredths = Math.floor(share * 10_000);
  return `${(hundredths / 100).toFixed(2).replace(/\.?0+$/, '')} %`;
}

function uptimeColor(share: number | null): string {
  if (share === null) return COLORS.UNKNOWN;
  if (share >= 0.995) return COLORS.UP;
  return share >= 0.95 ? COLORS.DEGRADED : COLORS.DOWN;
}

function badgeSvg({ label, value, color }: Badge): string {
  const shown = [...label].slice(0, MAX_LABEL_CHARACTERS).join('');
  const [left, right] = [widthOf(shown), widthOf(value)];
  const title = escaped(`${shown}: ${value}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${HEIGHT}" role="img" aria-label="${title}">
<title>${title}</title>
<rect width="${left}" height="${HEIGHT}" fill="#383c44"/>
<rect x="${left}" width="${right}" height="${HEIGHT}" fill="${color}"/>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
<text x="${left / 2}" y="14">${escaped(shown)}</text>
<text x="${left + right / 2}" y="14">${escaped(value)}</text>
</g>
</svg>
`;
}

function widthOf(text: string): number {
  return Math.ceil([...text].length * CHARACTER_WIDTH) + 2 * PADDING;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
