import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Run in this folder: `vite` while you change the page (beside `npm start`), `vite build` for dist/page. */
export default defineConfig({
  root: folder('.'),
  base: './',
  // The packages of this workspace as they are written. Yours come from npm and need no such line.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: folder('../dist/page'),
    emptyOutDir: true,
    assetsInlineLimit: 0, // nothing as data: URL, so that the page lives under a strict Content-Security-Policy
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/gateways.json': 'http://127.0.0.1:7480' } },
});
