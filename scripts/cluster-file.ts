import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ClusterFileOptions {
  /** The checkout. */
  root: string;
  /** First port of the cluster: no two that run at once have the same. */
  port: string;
  /** What the servers of the cluster were started with; asked at the start. */
  env: () => Environment;
}

/** What every server of a cluster must have in common. */
const SHARED_SETTINGS = ['REDIS_URL', 'NAMESPACE', 'CLUSTER_SECRET', 'HEALTH_INTERVAL_MS'];
const OWNER_ONLY = 0o600;
const FOLDER = '.clusters';
const ENDING = '.env';

/**
 * A file for `node --env-file`: with it a game server in any folder of this machine joins the cluster. It holds secrets;
 * only its owner may read it, and it is there for as long as the cluster.
 */
export class ClusterFile implements Part {
  readonly name = 'cluster file';
  readonly path: string;
  private readonly env: () => Environment;

  constructor({ root, port, env }: ClusterFileOptions) {
    this.path = join(root, FOLDER, `${port}${ENDING}`);
    this.env = env;
  }

  async start(): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    await rm(this.path, { force: true }); // of a cluster that was killed
    await writeFile(this.path, environmentFile(this.env()), { mode: OWNER_ONLY, flag: 'wx' });
  }

  async stop(): Promise<void> {
    await rm(this.path, { force: true });
  }
}

/** One cluster that runs on this machine, or was killed here. */
export interface ClusterFound {
  readonly path: string;
  /** As ClusterFileOptions. */
  readonly port: string;
  readonly env: Environment;
}

/** Those of this checkout, in the order of their ports. */
export async function findClusterFiles(root: string): Promise<ClusterFound[]> {
  const names = await readdir(join(root, FOLDER)).catch(() => []); // none was ever started
  const files = names.filter(name => name.endsWith(ENDING)).sort();
  return Promise.all(
    files.map(async name => {
      const path = join(root, FOLDER, name);
      return { path, port: basename(name, ENDING), env: parseEnv(await readFile(path, 'utf8')) };
    }),
  );
}

/** @throws Error when a value holds every kind of quote: no such file can say it */
export function environmentFile(env: Environment): string {
  const lines = SHARED_SETTINGS.map(name => ({ name, value: env[name] ?? '' })).filter(({ value }) => value !== '');
  return lines.map(({ name, value }) => `${name}=${quoted(name, value)}\n`).join('');
}

/** Only double quotes give backslashes a meaning. */
function quoted(name: string, value: string): string {
  const quote = ["'", '`', '"'].find(candidate => !value.includes(candidate));
  if (quote === undefined) throw new Error(`${name} holds ', \` and ": no env file can say that`);
  return `${quote}${value}${quote}`;
}
