import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import Libsql from 'libsql';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openDatabase, transact } from '../../store/database.ts';
import { addSession, useSession } from '../../store/sessions.ts';
import { addToken, useToken } from '../../store/tokens.ts';
import { addUser } from '../../store/users.ts';
import { Problem } from '../problems.ts';
import { checkPassword } from './login.ts';
import { Passwords } from './passwords.ts';

const CHEAP = { rounds: 16, passes: 1 };
const HOUR_MS = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-busy-'));
const db = await openDatabase(`file:${join(folder, 'monitor.db')}`);
const password = await new Passwords(CHEAP).hash('right');
const user = await transact(db, write => addUser(write, { name: 'ann', role: 'viewer', password }, 0));
test.after(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

test('busy: who is known stays known while another process writes', async () => {
  const wanted = { name: 'ci', role: 'viewer', userId: user.id, createdBy: 'ann', expiresAt: null } as const;
  const { cookie, secret } = await transact(db, async write => ({
    ...(await addSession(write, user.id, 0)),
    ...(await addToken(write, wanted, 0)),
  }));
  const other = new Libsql(join(folder, 'monitor.db'));
  other.exec('begin immediate');
  assert.is((await useSession(db, cookie, HOUR_MS))?.user.name, 'ann');
  assert.is((await useToken(db, secret, HOUR_MS))?.name, 'ci');
  other.exec('rollback');
  other.close();
  assert.is((await useToken(db, secret, HOUR_MS))?.lastUsedAt, null, 'what could not be written is missing');
  assert.is((await useToken(db, secret, HOUR_MS))?.lastUsedAt, HOUR_MS, 'until the next time');
});

test('busy: a password that nobody could look at is not a wrong one', async () => {
  class BusyPasswords extends Passwords {
    override async fits(): Promise<boolean> {
      throw new Problem('BUSY');
    }
  }
  const codeOf = (passwords: Passwords, tried: string) =>
    checkPassword(
      { db, clock: systemClock, log: silentLog, passwords },
      { name: 'ann', password: tried, address: '192.0.2.1' },
      'WRONG_PASSWORD',
    ).then(
      () => 'right',
      (error: Problem) => error.code,
    );
  for (let tries = 0; tries < 25; tries += 1) assert.is(await codeOf(new BusyPasswords(CHEAP), 'right'), 'BUSY');
  assert.is(await codeOf(new Passwords(CHEAP), 'wrong'), 'WRONG_PASSWORD');
  assert.is(await codeOf(new Passwords(CHEAP), 'right'), 'right');
});

test.run();
