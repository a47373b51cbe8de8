import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from './compressed.ts';
import { favicons } from './favicons.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Run in this folder: `vite` while you change the page (beside `npm start`), `vite build` for dist. */
export default defineConfig({
  root: folder('.'),
  base: './',
  plugins: [favicons(), compressed()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: folder('dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0, // nothing as data: URL, so that the page lives under a strict Content-Security-Policy
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7490' } },
});
