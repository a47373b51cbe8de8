import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const APT_TIMEOUT_MS = 120_000;

export interface UnpackOptions {
  name: string;
  /** Where the package and what it needs end up; appears whole or not at all. */
  folder: string;
  env: Readonly<Record<string, string | undefined>>;
  say: (line: string) => void;
}

/**
 * Unpacks a Debian package, and those it needs that the machine lacks, without installing anything and without root:
 * apt-get keeps its lists and downloads in a folder of its own, and its signatures are checked as always. Two processes
 * may do this at once: each works in its own folder, the first one's result is kept.
 */
export async function unpackDebianPackage({ name, folder, env, say }: UnpackOptions): Promise<void> {
  say(`fetching Debian's package ${name} into ${folder} …`);
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(join(dirname(folder), `${basename(folder)}-partial-`));
  try {
    await download(name, work, env);
    const archives = (await readdir(join(work, 'cache/archives'))).filter(file => file.endsWith('.deb'));
    if (archives.length === 0) throw new Error(`apt-get has nothing to download for ${name}`);
    for (const archive of archives) {
      await execute('dpkg-deb', ['-x', join(work, 'cache/archives', archive), join(work, 'root')]);
    }
    await publish(join(work, 'root'), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** LD_LIBRARY_PATH for programs of an unpacked package: Debian names the folder after the machine, usr/lib/x86_64-linux-gnu. */
export async function libraryPathOf(folder: string): Promise<string> {
  const machine = (await readdir(join(folder, 'usr/lib'))).find(name => name.includes('-linux-'));
  if (machine === undefined) throw new Error(`${folder} holds no libraries; remove it and try again`);
  return [join(folder, 'usr/lib', machine), join(folder, 'lib', machine)].join(delimiter);
}

async function download(name: string, work: string, env: UnpackOptions['env']): Promise<void> {
  for (const folder of ['state/lists/partial', 'cache/archives/partial', 'root']) {
    await mkdir(join(work, folder), { recursive: true });
  }
  const settings = [
    `Dir::State=${work}/state`,
    `Dir::Cache=${work}/cache`,
    'Dir::State::status=/var/lib/dpkg/status', // so that only what is missing here comes down
    'Debug::NoLocking=1',
    'APT::Sandbox::User=', // the user who runs this can write to the folder; apt's own user cannot
    'Acquire::Languages=none',
    'Acquire::Retries=2',
    'Acquire::http::Timeout=15',
  ].flatMap(setting => ['-o', setting]);
  const options = { env: { ...env, LC_ALL: 'C' }, timeout: APT_TIMEOUT_MS };
  const update = await execute('apt-get', [...settings, '-qq', 'update'], options);
  const install = [...settings, '-qq', '--yes', '--download-only', '--no-install-recommends', 'install', name];
  await execute('apt-get', install, options).catch(error => {
    // A mirror that cannot be reached is only a warning of `update`, yet the reason why nothing is found.
    const reasons = `${update.stderr}\n${error.stderr}`.split('\n').filter(line => line.trim() !== '');
    throw new Error(`apt-get: ${reasons[0] ?? error.message}`, { cause: error });
  });
}

/** Moves `from` to `folder`; when another process was faster, its result stays. */
export async function publish(from: string, folder: string): Promise<void> {
  try {
    await rename(from, folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}
