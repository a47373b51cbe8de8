import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './checkout.ts';
import { publish } from './debian-package.ts';
import { findOnPath } from './redis-binary.ts';

export interface BrowserBinary {
  readonly path: string;
  /** Variables it needs beside the usual ones. */
  readonly env: Readonly<Record<string, string>>;
  /** Where it comes from, for the person at the terminal. */
  readonly origin: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES_ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Makes the package unpack the libraries that a machine without a desktop lacks. */
const WITH_LIBRARIES = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
const UNPACK_TIMEOUT_MS = 120_000;

/**
 * A Chromium for tests: CHROMIUM_PATH, else `chromium` or `google-chrome` on PATH, else the one that comes from npm,
 * unpacked once into the cache folder; nothing is installed in the system.
 * @throws Error saying what to do when there is none.
 */
export async function findBrowserBinary(env: Environment): Promise<BrowserBinary> {
  if (env.CHROMIUM_PATH) {
    if (!existsSync(env.CHROMIUM_PATH)) throw new Error(`CHROMIUM_PATH is "${env.CHROMIUM_PATH}", which is no program`);
    return { path: env.CHROMIUM_PATH, env: {}, origin: `${env.CHROMIUM_PATH} from CHROMIUM_PATH` };
  }
  for (const name of NAMES_ON_PATH) {
    const path = await findOnPath(name, env);
    if (path !== undefined) return { path, env: {}, origin: `${path} from PATH` };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no browser: set CHROMIUM_PATH (the Chromium that comes from npm runs on 64-bit Intel Linux only)');
  }
  const folder = join(env.GATEHOUSE_CACHE || join(homedir(), '.cache', 'gatehouse'), `chromium-${packedVersion()}`);
  try {
    if (!existsSync(folder)) await unpack(folder, env);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`no browser: set CHROMIUM_PATH, or put chromium on PATH (${why})`, { cause: error });
  }
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    origin: `npm's, in ${folder}`,
  };
}

/** Of the package, which is that of its Chromium. */
function packedVersion(): string {
  const require = createRequire(import.meta.url);
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '../../package.json');
  return (require(manifest) as { version: string }).version;
}

/** Two processes may do this at once: each works in its own folder, the first one's result is kept. */
async function unpack(folder: string, env: Environment): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(join(dirname(folder), `${basename(folder)}-partial-`));
  try {
    await promisify(execFile)(process.execPath, [join(root, 'scripts/unpack-chromium.mjs')], {
      env: { ...env, ...WITH_LIBRARIES, TMPDIR: work },
      timeout: UNPACK_TIMEOUT_MS,
    });
    await writeFile(join(work, 'fonts.conf'), fontsConfiguration(folder));
    await publish(work, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The package's own names a folder of a fixed path. Without any font Chromium dies of the first input field. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}
