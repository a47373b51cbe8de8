import { existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import Libsql from 'libsql';

export interface Backup {
  /** Absolute. */
  readonly file: string;
  readonly bytes: number;
}

const OWNER_ONLY = 0o600;
const BUSY_PATIENCE_MS = 10_000;

/**
 * Copies the database of `file:…` as it is at one moment, while monitors go on writing to it. The copy is one file, checked, that only
 * its owner may read: it holds password hashes and, encrypted, hooks. Nothing is overwritten; what fails leaves nothing.
 * @throws Error for people, saying what to do
 */
export async function backUp(databaseUrl: string, target: string): Promise<Backup> {
  const file = resolve(target);
  const source = sourceOf(databaseUrl, file);
  const partial = `${file}.partial`;
  await reserve(file);
  try {
    await rm(partial, { force: true }); // of a try that was killed
    await reserve(partial);
    copy(source, partial);
    await flush(partial);
    await rename(partial, file); // in place of our own empty file
    return { file, bytes: (await stat(file)).size };
  } catch (error) {
    await Promise.all([file, partial].map(made => rm(made, { force: true })));
    throw error;
  }
}

function sourceOf(databaseUrl: string, file: string): string {
  if (!databaseUrl.startsWith('file:')) {
    throw new Error(`PostgreSQL has its own: pg_dump --format=custom --file='${file}' "$DATABASE_URL"`);
  }
  const path = databaseUrl.replace(/^file:/, '');
  if (path === ':memory:') throw new Error('the database of DATABASE_URL is only in the memory of its monitor');
  const source = resolve(path);
  if (!existsSync(source)) throw new Error(`there is no database ${source}: set DATABASE_URL as the monitor has it`);
  return source;
}

/** Before anything is written, so that nobody else may read it at any moment. */
async function reserve(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', OWNER_ONLY)).close();
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
    throw new Error(`${file} is there already, and nothing is overwritten: name another file`, { cause: error });
  }
}

function copy(source: string, empty: string): void {
  const database = new Libsql(source);
  try {
    database.exec(`pragma busy_timeout=${BUSY_PATIENCE_MS}`);
    database.prepare('vacuum into ?').run(empty);
  } finally {
    database.close();
  }
  const copied = new Libsql(empty);
  try {
    const [found] = copied.prepare('pragma integrity_check').all() as { integrity_check: string }[];
    if (found?.integrity_check !== 'ok') throw new Error(`the copy is damaged: ${found?.integrity_check}`);
  } finally {
    copied.close();
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}
