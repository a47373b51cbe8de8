import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { freePort } from '@gatehouse/shared/runtime/free-port';
import type { PostgresPrograms } from './postgres-binary.ts';

/** It refuses to run as root; then it runs as the user that owns nothing. */
const NOBODY = 65_534;
/** Only for compiling queries while they run. */
const NOT_NEEDED = /libLLVM|llvmjit/;

interface Running {
  readonly server: ChildProcess;
  readonly guard: ChildProcess;
}

/**
 * A PostgreSQL of this process alone: loopback, a port of its own, a random password, nothing kept. For tests. It ends with
 * this process, even when that is killed.
 */
export class PostgresProcess {
  /** Of a superuser, in a database where nothing is. */
  readonly url: string;
  private readonly folder: string;
  private readonly running: Running;

  private constructor(url: string, folder: string, running: Running) {
    this.url = url;
    this.folder = folder;
    this.running = running;
  }

  /** Resolves when it takes connections. @throws Error with its last line when it does not start */
  static async start(programs: PostgresPrograms): Promise<PostgresProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-postgres-'));
    try {
      const identity = await handOver(folder);
      const usable = identity === undefined ? programs : await reachable(programs, folder);
      const options = { folder, identity, programs: usable, password: randomBytes(16).toString('hex') };
      await initialise(options);
      const port = await freePort();
      const running = await launch(options, port);
      return new PostgresProcess(`postgres://postgres:${options.password}@127.0.0.1:${port}/postgres`, folder, running);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  async stop(): Promise<void> {
    const { server, guard } = this.running;
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGQUIT'); // at once: nothing is kept
      await once(server, 'exit');
    }
    guard.stdin?.end('done\n');
    if (guard.exitCode === null) await once(guard, 'exit');
    await rm(this.folder, { recursive: true, force: true });
  }
}

interface Options {
  readonly folder: string;
  readonly identity: { readonly uid: number; readonly gid: number } | undefined;
  readonly programs: PostgresPrograms;
  readonly password: string;
}

/** The user it is to run as; undefined: as we do. */
async function handOver(folder: string): Promise<Options['identity']> {
  if (process.getuid?.() !== 0) return undefined;
  await chown(folder, NOBODY, NOBODY);
  return { uid: NOBODY, gid: NOBODY };
}

/** A cache in root's home is closed to everybody else: then it runs from a copy. */
async function reachable(programs: PostgresPrograms, folder: string): Promise<PostgresPrograms> {
  const { unpackedFolder, libraryPath } = programs;
  if (unpackedFolder === undefined) return programs;
  const copy = join(folder, 'programs');
  await cp(unpackedFolder, copy, { recursive: true, verbatimSymlinks: true, filter: path => !NOT_NEEDED.test(path) });
  await chmod(copy, 0o755);
  return {
    folder: join(copy, relative(unpackedFolder, programs.folder)),
    libraryPath: libraryPath?.replaceAll(unpackedFolder, copy),
    unpackedFolder: copy,
  };
}

async function initialise(options: Options): Promise<void> {
  const { folder, programs, password, identity } = options;
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (identity !== undefined) await chown(passwordFile, identity.uid, identity.gid);
  const how = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const text = ['--encoding=UTF8', '--no-locale', '--no-sync', '--no-instructions'];
  const args = [`--pgdata=${join(folder, 'data')}`, ...how, ...text];
  await promisify(execFile)(join(programs.folder, 'initdb'), args, { ...childOptions(options), timeout: 60_000 });
}

async function launch(options: Options, port: number): Promise<Running> {
  const { folder, programs } = options;
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'jit=off'],
    ...['shared_buffers=16MB', 'max_connections=200', 'autovacuum=off'],
  ].flatMap(setting => ['-c', setting]);
  // In a group of its own, so that Ctrl-C at a terminal leaves it to us when to end it.
  const server = spawn(join(programs.folder, 'postgres'), ['-D', join(folder, 'data'), ...settings], {
    ...childOptions(options),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  await ready(server);
  return { server, guard: startGuard(server.pid ?? 0, folder) };
}

function childOptions({ identity, programs: { libraryPath }, folder }: Options) {
  const env = {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    ...(libraryPath !== undefined && { LD_LIBRARY_PATH: libraryPath }),
  };
  return { env, cwd: folder, ...identity };
}

/** Ends the server and removes its folder when this process is gone without having said `done`. */
function startGuard(pid: number, folder: string): ChildProcess {
  const script = 'read word && exit 0; kill -QUIT "$1"; sleep 1; rm -rf "$2"';
  return spawn('sh', ['-c', script, 'sh', String(pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
}

/** @throws Error with the server's last line when it ends instead. */
async function ready(server: ChildProcess): Promise<void> {
  const { stderr } = server;
  if (stderr === null) throw new Error('no output to read');
  await new Promise<void>((resolve, reject) => {
    let last = '';
    createInterface(stderr).on('line', line => {
      if (line.trim() !== '') last = line;
      if (line.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('close', code => reject(new Error(`postgres ended with ${code}: ${last}`)));
  });
}
