import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Database, openDatabase } from '../store/database.ts';
import { insertChannel, insertTarget } from '../targets/target-fixtures.ts';
import { targetAddresses } from './address-policy.ts';
import { Prober } from './prober.ts';
import { TargetStandIns } from './target-stand-ins.ts';

const INTERVAL_MS = 300;
/** Of targets that never answer; all others have as long as a busy machine may need. */
const TIMEOUT_MS = 150;
const LONG_TIMEOUT_MS = 10_000;
const ROUNDS = 4;

const folder = await mkdtemp(join(tmpdir(), 'gatehouse-prober-'));
test.after(() => rm(folder, { recursive: true }));
const policy = targetAddresses({ allow: [], loopback: true, ownPorts: [], isRegistered: () => false });

let files = 0;
/** `until` asks after every write. */
async function withProber(
  run: (tools: {
    db: Database;
    standIns: TargetStandIns;
    until: (isSo: () => Promise<boolean>) => Promise<void>;
  }) => Promise<void>,
): Promise<void> {
  files += 1;
  const db = await openDatabase(`file:${join(folder, `${files}.db`)}`);
  const standIns = new TargetStandIns();
  let heard: (() => void)[] = [];
  const written = () => {
    for (const resolve of heard.splice(0)) resolve();
  };
  const lease = { held: true, onChange: () => () => {} };
  const prober = new Prober({ db, clock: systemClock, log: silentLog, lease, policy, written });
  try {
    const until = async (isSo: () => Promise<boolean>) => {
      prober.start();
      while (!(await isSo())) await new Promise<void>(resolve => heard.push(resolve));
    };
    await run({ db, standIns, until });
  } finally {
    heard = [];
    await prober.stop();
    await standIns.stop();
    await db.destroy();
  }
}

const quick = { intervalMs: INTERVAL_MS, timeoutMs: LONG_TIMEOUT_MS, downAfter: 2, upAfter: 2 };
const resultsOf = (db: Database, targetId: string) =>
  db.selectFrom('results').selectAll().where('targetId', '=', targetId).orderBy('at').execute();
const standingOf = async (db: Database, targetId: string) =>
  (await db.selectFrom('standings').selectAll().where('targetId', '=', targetId).executeTakeFirstOrThrow()).standing;

test('prober: ill targets are down, and nobody waits for them', () =>
  withProber(async ({ db, standIns, until }) => {
    const inner = await standIns.http((_request, response) => response.end());
    const ports: Record<string, number> = {
      drips: await standIns.drippingBody(),
      silent: await standIns.silent(),
      inward: await standIns.redirecting(`http://127.0.0.1:${inner}/`),
      resets: await standIns.resetting(),
      certificate: await standIns.badCertificate(),
      well: await standIns.http((_request, response) => response.end('ok')),
    };
    for (const [id, port] of Object.entries(ports)) {
      const timeoutMs = id === 'silent' || id === 'drips' ? TIMEOUT_MS : LONG_TIMEOUT_MS;
      await insertTarget(db, { id, port, secure: id === 'certificate' ? 1 : 0, ...quick, timeoutMs });
    }
    const ids = Object.keys(ports);
    const countOf = async (id: string) => (await resultsOf(db, id)).length;
    await until(async () => (await countOf('silent')) > ROUNDS && (await countOf('drips')) > ROUNDS);
    for (const id of ids) assert.ok((await countOf(id)) >= ROUNDS, id); // nobody has waited for those
    for (const id of ids) assert.is(await standingOf(db, id), id === 'well' ? 'UP' : 'DOWN', id);
  }));

test('prober: when nothing answers any more, one message says so, and when it does again, another', () =>
  withProber(async ({ db, standIns, until }) => {
    let well = true;
    const port = await standIns.http((_request, response) => (well ? response.end() : response.destroy()));
    await insertChannel(db, { id: 'ops' });
    for (const id of ['one', 'two', 'three']) await insertTarget(db, { id, port, ...quick });
    const standings = async () =>
      (await db.selectFrom('standings').select('standing').execute()).map(row => row.standing);
    const all = (standing: string) => async () => (await standings()).every(each => each === standing);
    await until(all('UP'));
    well = false;
    await until(all('DOWN'));
    well = true;
    await until(all('UP'));
    const messages = await db.selectFrom('outbox').select(['kind', 'state']).where('state', '=', 'waiting').execute();
    assert.equal(messages.map(({ kind }) => kind).sort(), ['blind', 'recovery']);
    assert.equal((await db.selectFrom('incidents').selectAll().where('closedAt', 'is', null).execute()).length, 0);
  }));

test('prober: targets that come, change and go are followed', () =>
  withProber(async ({ db, standIns, until }) => {
    const port = await standIns.http((_request, response) => response.end());
    await insertTarget(db, { id: 'early', port: await standIns.nobody(), ...quick });
    await until(async () => (await resultsOf(db, 'early')).length > 0);
    await insertTarget(db, { id: 'late', port, ...quick });
    await db.updateTable('targets').set({ port, version: 2 }).where('id', '=', 'early').execute();
    await until(async () => (await standingOf(db, 'late')) === 'UP' && (await standingOf(db, 'early')) === 'UP');
    await db.updateTable('targets').set({ paused: 1, version: 3 }).where('id', '=', 'early').execute();
    const before = (await resultsOf(db, 'early')).length;
    const lateBefore = (await resultsOf(db, 'late')).length;
    await until(async () => (await resultsOf(db, 'late')).length > lateBefore + 3);
    assert.is((await resultsOf(db, 'early')).length, before);
  }));

test.run();
