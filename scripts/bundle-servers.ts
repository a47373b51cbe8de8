import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { bundledFile, root } from './checkout.ts';

const SERVERS = [
  'gateway/src/main.ts',
  'lobby-server/src/main.ts',
  'monitor/src/main.ts',
  'scripts/demo-game-server.ts',
  'load-test/src/chaos/chaos-game-server.ts',
];
const TEST_SERVERS = 'tests/rooms';

/** Libraries of the monitor that read files beside their own, or are not JavaScript. */
const UNBUNDLED = ['fastify', '@fastify/static', '@fastify/swagger', '@fastify/swagger-ui', 'libsql', 'pg'];

/** Libraries that are not ES modules call `require`, which a module has to make for itself. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Makes one file of each server and of all that it imports, from the sources and beside what was compiled of it. There is no
 * source map: Node would read 1.4 MB of it at the first error, and the server would stand still for 0.2 s.
 * @throws Error when something cannot be resolved or parsed.
 */
export async function bundleServers(): Promise<void> {
  const testFiles = await readdir(join(root, TEST_SERVERS));
  const testServers = testFiles.filter(file => file.endsWith('-game-server.ts')).map(file => `${TEST_SERVERS}/${file}`);
  await Promise.all([...SERVERS, ...testServers].map(bundle));
}

async function bundle(source: string): Promise<void> {
  await build({ ...OPTIONS, entryPoints: [source], outfile: bundledFile(source) });
}

/**
 * The same of tests of the monitor, which share what they import: some of its libraries have 700 files.
 * @throws Error when something cannot be resolved or parsed.
 */
export async function bundleMonitorTests(files: readonly string[]): Promise<void> {
  await build({
    ...OPTIONS,
    entryPoints: [...files],
    outbase: 'monitor/src',
    outdir: 'monitor/dist',
    entryNames: '[dir]/[name].bundle',
    chunkNames: 'bundles/[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    splitting: true,
    sourcemap: 'linked',
    sourcesContent: false,
  });
}

/** Scripts for Redis are read from beside the file that runs them: so each file keeps its own address. */
const ownUrls: Plugin = {
  name: 'own-urls',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' };
    });
  },
};

const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  conditions: ['source'],
  external: UNBUNDLED,
  banner: { js: REQUIRE },
  plugins: [ownUrls],
  logLevel: 'silent', // what goes wrong is thrown
} as const satisfies BuildOptions;
