import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import pg from 'pg';
import { type Database, openDatabase } from './database.ts';

export interface TestDatabase {
  readonly db: Database;
  /** For a second connection to the same data. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A database of this test alone. The test runner runs every file that comes here twice: on libsql, and on the PostgreSQL
 * that TEST_POSTGRES_URL names.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { url, drop } = await createTestDatabase();
  const db = await openDatabase(url);
  return { db, url, close: () => db.destroy().then(drop) };
}

/** Where one may be opened: nothing is there yet. */
export async function createTestDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const server = process.env.TEST_POSTGRES_URL;
  if (server) return onPostgres(server);
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-monitor-'));
  return { url: `file:${join(folder, 'monitor.db')}`, drop: () => rm(folder, { recursive: true }) };
}

async function onPostgres(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${nanoid()
    .replace(/[^A-Za-z0-9]/g, '_')
    .toLowerCase()}`;
  await command(server, `create database ${name}`);
  return { url: new URL(`/${name}`, server).href, drop: () => command(server, `drop database ${name} with (force)`) };
}

async function command(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
