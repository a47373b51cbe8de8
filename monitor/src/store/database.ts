import { closeSync, openSync } from 'node:fs';
import { sleep, systemClock } from '@gatehouse/shared/runtime/clock';
import {
  Kysely,
  Migrator,
  PostgresDialect,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type Transaction,
} from 'kysely';
import Libsql from 'libsql';
import pg from 'pg';
import { MIGRATIONS } from './migrations.ts';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;

const INT8 = 20; // PostgreSQL's type of bigint and count(*): all of ours are exact as numbers
const POOL_SIZE = 8;
const CONNECT_TIMEOUT_MS = 5_000;
/** How long a writer waits for the others. */
const BUSY_PATIENCE_MS = 5_000;
const BUSY_RETRY_MS = 10;
const OWNER_ONLY = 0o600;

pg.types.setTypeParser(INT8, Number);

/** `file:<path>` (libsql) or `postgres://…`. Migrated to the newest schema. Ends with `destroy()`. */
export function openDatabase(url: string): Promise<Database> {
  return patiently(async () => {
    const db = new Kysely<Schema>({ dialect: dialectOf(url) });
    const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
    const { error } = await migrator.migrateToLatest();
    if (error === undefined) return db;
    await db.destroy();
    throw error;
  });
}

/**
 * `write` sees and changes the database alone: one writer at a time, whatever the database and however many processes. Every
 * change goes through here. `write` may be called again when another process was faster.
 */
export function transact<T>(db: Database, write: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> {
  return patiently(() => transactOnce(db, write));
}

/** As transact(), once: undone when another process writes at this moment. For what may be missing. */
export async function transactIfFree(
  db: Database,
  write: (transaction: Transaction<Schema>) => Promise<unknown>,
): Promise<void> {
  try {
    await transactOnce(db, write);
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
}

/** Another process has been writing for longer than anybody waits. */
export function isBusy(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
}

/** A row of this unique name or key is there already. */
export function isDuplicate(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === '23505';
}

function dialectOf(url: string): SqliteDialect | PostgresDialect {
  if (/^postgres(ql)?:/.test(url)) {
    const options = { connectionString: url, max: POOL_SIZE, connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
    const pool = new pg.Pool(options);
    pool.on('error', () => {}); // of an idle connection: the next query opens another
    return new PostgresDialect({ pool });
  }
  const path = url.replace(/^file:/, '');
  // It holds password hashes. SQLite gives the files it puts beside this one the same mode.
  if (path !== ':memory:') closeSync(openSync(path, 'a', OWNER_ONLY));
  const database = new Libsql(path);
  // Waiting inside the library would stop this process: see patiently().
  const pragmas = ['busy_timeout=0', 'journal_mode=WAL', 'synchronous=NORMAL', 'foreign_keys=ON'];
  for (const pragma of pragmas) database.exec(`pragma ${pragma}`);
  return new OneWriterDialect(database);
}

/** Takes the lock before anything is read. */
class OneWriterDialect extends SqliteDialect {
  private readonly config: SqliteDialectConfig;
  private readonly begin: { run(): unknown };

  constructor(database: InstanceType<typeof Libsql>) {
    const config = { database };
    super(config);
    this.config = config;
    // Prepared once: libsql leaves it open when another process writes, and until it has run again nothing can be committed.
    this.begin = database.prepare('begin immediate');
  }

  override createDriver(): SqliteDriver {
    const driver = new SqliteDriver(this.config);
    driver.beginTransaction = async () => void this.begin.run();
    return driver;
  }
}

function transactOnce<T>(db: Database, write: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async transaction => {
    // The lock of PostgreSQL is a row that every writer changes first.
    await transaction.updateTable('leases').set({ until: 0 }).where('name', '=', 'writer').execute();
    return write(transaction);
  });
}

/** SQLite says at once that another process writes. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  const giveUpAtMs = performance.now() + BUSY_PATIENCE_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAtMs) throw error;
      await sleep(systemClock, BUSY_RETRY_MS);
    }
  }
}
