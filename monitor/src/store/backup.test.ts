import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Libsql from 'libsql';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { backUp } from './backup.ts';
import { type Database, openDatabase, transact } from './database.ts';
import { readSettings, writeSettings } from './settings.ts';

interface Context {
  folder: string;
  url: string;
  db: Database;
}

/** As this test itself: from its source or compiled. */
const PROGRAM = import.meta.url.endsWith('.ts')
  ? ['--conditions=source', '--import', 'tsx', pathOf('../backup-main.ts')]
  : [pathOf('../backup-main.js')];

const backup = suite<Context>('backup');
backup.before.each(async context => {
  context.folder = await mkdtemp(join(tmpdir(), 'gatehouse-backup-'));
  context.url = `file:${join(context.folder, 'monitor.db')}`;
  context.db = await openDatabase(context.url);
});
backup.after.each(async ({ db, folder }) => {
  await db.destroy();
  await rm(folder, { recursive: true });
});

backup('the program copies one moment while the monitor writes', async ({ db, url, folder }) => {
  const writer = new Writer(db);
  await writer.begun;
  const before = writer.written;
  const file = join(folder, 'copy.db');
  const { code, output, complaint } = await run(url, 'copy.db', folder);
  await writer.stop();
  assert.equal([code, complaint], [0, '']);
  assert.match(output, /copy\.db: \d+ bytes, whole and checked\n$/);
  assert.is((await stat(file)).mode & 0o777, 0o600);
  const raw = new Libsql(file);
  assert.equal(raw.prepare('pragma integrity_check').all(), [{ integrity_check: 'ok' }]);
  raw.close();
  const copy = await openDatabase(`file:${file}`);
  const { intervalMs, timeoutMs } = await readSettings(copy);
  await copy.destroy();
  assert.is(intervalMs, timeoutMs);
  assert.ok(intervalMs >= before && intervalMs < writer.written, `${before} ${intervalMs} ${writer.written}`);
});

backup('the database itself is as private', async ({ db, folder }) => {
  await transact(db, transaction => writeSettings(transaction, { intervalMs: 1 }));
  const files = (await readdir(folder)).sort();
  assert.equal(files, ['monitor.db', 'monitor.db-shm', 'monitor.db-wal']);
  for (const file of files) assert.is((await stat(join(folder, file))).mode & 0o777, 0o600, file);
});

backup('nothing is overwritten', async ({ url, folder }) => {
  const file = join(folder, 'precious');
  await writeFile(file, 'precious');
  assert.match(await failureOf(backUp(url, file)), 'is there already, and nothing is overwritten');
  assert.is((await stat(file)).size, 8);
});

const refused: [name: string, url: (folder: string) => string, why: RegExp][] = [
  ['a database that is not there', folder => `file:${folder}/no.db`, /there is no database .*no\.db: set DATABASE_URL/],
  ['a database in memory', () => 'file::memory:', /only in the memory of its monitor/],
  ['a file that is no database', folder => `file:${folder}/junk`, /not a database/],
  [
    'PostgreSQL',
    () => 'postgres://me:secret@db/gh',
    /^PostgreSQL has its own: pg_dump --format=custom --file='.*copy\.db' "\$DATABASE_URL"$/,
  ],
];
for (const [name, urlIn, why] of refused) {
  backup(`refused, and nothing is left: ${name}`, async ({ folder }) => {
    await writeFile(join(folder, 'junk'), 'junk'.repeat(1000));
    const before = await readdir(folder);
    assert.match(await failureOf(backUp(urlIn(folder), join(folder, 'copy.db'))), why);
    assert.equal(await readdir(folder), before);
  });
}

backup('the program says what it needs', async ({ url, folder }) => {
  for (const args of [[], ['--help'], ['a', 'b']]) {
    const { code, complaint } = await run(url, args, folder);
    assert.is(code, 1);
    assert.match(complaint, 'monitor:backup: name the file to write');
  }
});

backup.run();

/** Writes two settings, always with the same value, as fast as it can. */
class Writer {
  written = 0;
  readonly begun: Promise<void>;
  private readonly ended: Promise<void>;
  private isOpen = true;

  constructor(db: Database) {
    this.begun = this.write(db);
    this.ended = this.begun.then(async () => {
      while (this.isOpen) await this.write(db);
    });
  }

  async stop(): Promise<void> {
    this.isOpen = false;
    await this.ended;
  }

  private async write(db: Database): Promise<void> {
    const next = this.written + 1;
    await transact(db, async transaction => {
      await writeSettings(transaction, { intervalMs: next });
      await new Promise(setImmediate); // the program may look now
      await writeSettings(transaction, { timeoutMs: next });
    });
    this.written = next;
  }
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

function failureOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    error => error.message,
  );
}

interface Run {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

function run(url: string, args: string | string[], folder: string): Promise<Run> {
  const argv = [...PROGRAM, ...[args].flat()];
  const env = { PATH: process.env.PATH, DATABASE_URL: url, INIT_CWD: folder };
  return new Promise(resolve => {
    execFile(process.execPath, argv, { env }, (error, output, complaint) => {
      resolve({ code: error === null ? 0 : Number(error.code), output, complaint });
    });
  });
}
