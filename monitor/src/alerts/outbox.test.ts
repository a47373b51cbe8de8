import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Database } from '../store/database.ts';
import { createTestDatabase } from '../store/test-database.ts';
import type { Observation } from '../targets/standing.ts';
import { insertChannel } from '../targets/target-fixtures.ts';
import { sendTest } from './channel-test.ts';
import { claimPost } from './outbox-claim.ts';
import { LEASE_MS, OutboxFixture } from './outbox-fixture.ts';
import type { StandInAnswer } from './slack-stand-in.ts';

const down: Observation = { kind: 'down', reason: 'evicted: 2 misses' };
const up: Observation = { kind: 'up' };

async function withOutbox(run: (fixture: OutboxFixture, db: Database) => Promise<void>): Promise<void> {
  const { url, drop } = await createTestDatabase();
  const fixture = new OutboxFixture(url);
  try {
    await run(fixture, await fixture.start());
  } finally {
    await fixture.stop();
    await drop();
  }
}

const rowsOf = (db: Database) => db.selectFrom('outbox').selectAll().orderBy('createdAt').execute();

const failures: [name: string, answer: StandInAnswer, result: RegExp, retryMs: number][] = [
  ['500', { status: 500 }, /^HTTP 500$/, 1000],
  ['429 with Retry-After', { status: 429, retryAfterSeconds: 30 }, /^HTTP 429$/, 30_000],
  ['no answer', 'hang', /^no answer within 200 ms$/, 1000],
  ['an answer that drips', 'drip', /^no answer within 200 ms$/, 1000],
];
for (const [name, answer, result, retryMs] of failures) {
  test(`outbox: ${name} is tried again, not before it may, and told once`, () =>
    withOutbox(async (fixture, db) => {
      const { standIn, clock } = fixture;
      await fixture.addChannel(db, 'a');
      await fixture.see(db, 'game', down);
      standIn.answers.push(answer);
      const worker = fixture.worker(db);
      worker.nudge();
      await standIn.until(() => standIn.requests === 1);
      await worker.drain();
      const [row] = await rowsOf(db);
      assert.match(String(row?.lastResult), result);
      const waitMs = Number(row?.nextAt) - clock.wallMs();
      assert.ok(waitMs > retryMs - 1000 && waitMs <= retryMs, `${waitMs} ms`);
      assert.is(await claimPost(db, { nowMs: clock.wallMs(), leaseMs: LEASE_MS }), undefined);
      clock.skip(waitMs);
      fixture.worker(db).nudge();
      await standIn.until(() => standIn.taken.length === 1);
      assert.equal(standIn.taken[0]?.dedupeKeys, [row?.dedupeKey]);
    }));
}

test('outbox: 404 marks the channel; others hear all the same, and the message after the mending', () =>
  withOutbox(async (fixture, db) => {
    const { standIn } = fixture;
    await fixture.addChannel(db, 'gone');
    await fixture.see(db, 'one', down);
    standIn.answers.push({ status: 404, body: 'no_service' });
    const first = fixture.worker(db);
    first.nudge();
    await standIn.until(() => standIn.requests === 1);
    await first.drain();
    const { failure } = await db.selectFrom('channels').select('failure').executeTakeFirstOrThrow();
    assert.is(failure, 'HTTP 404 no_service');
    await fixture.addChannel(db, 'works');
    await fixture.see(db, 'two', down);
    fixture.worker(db).nudge();
    await standIn.until(() => standIn.taken.length === 1);
    assert.is(standIn.taken[0]?.path, '/services/T0/B0/works');
    await db.updateTable('channels').set({ failure: null }).execute();
    await standIn.until(() => standIn.taken.length === 2);
    assert.match(String(standIn.taken[1]?.payload.text), /DOWN: two/);
  }));

test('outbox: a worker that dies with a message is followed by another one', () =>
  withOutbox(async (fixture, db) => {
    const { standIn, clock } = fixture;
    await fixture.addChannel(db, 'a');
    await fixture.see(db, 'game', down);
    const claimed = await claimPost(db, { nowMs: clock.wallMs(), leaseMs: LEASE_MS });
    assert.is(claimed?.post.items.length, 1);
    assert.is(await claimPost(db, { nowMs: clock.wallMs(), leaseMs: LEASE_MS }), undefined);
    clock.skip(LEASE_MS);
    fixture.worker(db).nudge();
    await standIn.until(() => standIn.taken.length === 1);
    assert.equal(standIn.taken[0]?.dedupeKeys, [claimed?.post.items[0]?.dedupeKey]);
  }));

test('outbox: when nobody knows whether it arrived it is sent again, under the same key', () =>
  withOutbox(async (fixture, db) => {
    const { standIn, clock } = fixture;
    await fixture.addChannel(db, 'a');
    await fixture.see(db, 'game', down);
    standIn.answers.push('take-and-hang');
    const worker = fixture.worker(db);
    worker.nudge();
    await standIn.until(() => standIn.taken.length === 1);
    await worker.drain();
    clock.skip(1000);
    fixture.worker(db).nudge();
    await standIn.until(() => standIn.taken.length === 2);
    assert.equal(standIn.taken[0]?.dedupeKeys, standIn.taken[1]?.dedupeKeys);
  }));

test('outbox: of two workers on one database one tells each message, and none is lost', () =>
  withOutbox(async (fixture, db) => {
    const { standIn } = fixture;
    const channels = ['a', 'b', 'c', 'd'];
    const targets = Array.from({ length: 6 }, (_, index) => `target-${index}`);
    for (const id of channels) await fixture.addChannel(db, id);
    const other = await fixture.open();
    fixture.worker(db);
    fixture.worker(other);
    for (const id of targets) await fixture.see(db, id, down);
    const count = channels.length * targets.length;
    const keys = () => standIn.taken.flatMap(({ dedupeKeys }) => dedupeKeys);
    await standIn.until(() => keys().length >= count);
    for (const id of targets) await fixture.see(other, id, up);
    await standIn.until(() => keys().length >= 2 * count);
    assert.is(new Set(keys()).size, 2 * count);
    assert.is(keys().length, 2 * count);
  }));

test('outbox: an outage that is over before it was told is told once, with both times', () =>
  withOutbox(async (fixture, db) => {
    const { standIn, clock } = fixture;
    await fixture.addChannel(db, 'a');
    await fixture.see(db, 'game', down, 10_000);
    clock.skip(5000);
    await fixture.see(db, 'game', up, 10_000);
    clock.skip(60_000);
    fixture.worker(db).nudge();
    await standIn.until(() => standIn.taken.length === 1);
    assert.match(
      String(standIn.taken[0]?.payload.text),
      /^Was DOWN: game\ngame \(DEV\) was down .* to .* for 5 s: evicted: 2 misses$/,
    );
    const states = (await rowsOf(db)).map(({ kind, state }) => `${kind} ${state}`);
    assert.is(states[0], 'outage merged');
    assert.is(await claimPost(db, { nowMs: clock.wallMs(), leaseMs: LEASE_MS }), undefined);
  }));

test('outbox: a recovery does not overtake an outage that is being told', () =>
  withOutbox(async (fixture, db) => {
    const { clock } = fixture;
    await fixture.addChannel(db, 'a');
    await fixture.see(db, 'game', down);
    await claimPost(db, { nowMs: clock.wallMs(), leaseMs: LEASE_MS });
    await fixture.see(db, 'game', up);
    await db.updateTable('channels').set({ readyAt: 0 }).execute();
    assert.is(await claimPost(db, { nowMs: clock.wallMs(), leaseMs: LEASE_MS }), undefined);
    clock.skip(LEASE_MS);
    const claim = await claimPost(db, { nowMs: clock.wallMs(), leaseMs: LEASE_MS });
    assert.equal([claim?.post.kind, claim?.post.items[0]?.merged], ['recovery', true]);
  }));

test('outbox: a pause while it is being told leaves the channel free', () =>
  withOutbox(async (fixture, db) => {
    const { standIn, clock } = fixture;
    await fixture.addChannel(db, 'a');
    await fixture.see(db, 'one', down);
    standIn.answers.push('hang');
    const worker = fixture.worker(db);
    worker.nudge();
    await standIn.until(() => standIn.requests === 1);
    await fixture.see(db, 'one', { kind: 'paused' });
    await worker.drain();
    const { readyAt } = await db.selectFrom('channels').select('readyAt').executeTakeFirstOrThrow();
    assert.ok(readyAt < clock.wallMs() + LEASE_MS / 2, `${readyAt - clock.wallMs()} ms`);
  }));

test('outbox: more than three outages of one time are one list', () =>
  withOutbox(async (fixture, db) => {
    const { clock } = fixture;
    await fixture.addChannel(db, 'a');
    for (const id of ['one', 'two', 'three', 'four']) await fixture.see(db, id, down, 10_000);
    assert.is(await claimPost(db, { nowMs: clock.wallMs(), leaseMs: LEASE_MS }), undefined);
    clock.skip(10_000);
    const claim = await claimPost(db, { nowMs: clock.wallMs(), leaseMs: LEASE_MS });
    assert.is(claim?.post.items.length, 4);
  }));

test('outbox: a bot posts to its channel with its token, and a test that works mends it', () =>
  withOutbox(async (fixture, db) => {
    const { standIn, clock } = fixture;
    const bot = { kind: 'slack-bot', secret: fixture.secrets.seal('token-of-a-bot'), address: 'C024BE91L' } as const;
    await insertChannel(db, { id: 'bot', ...bot, failure: 'is_archived' });
    const tools = { db, clock, sender: fixture.sender() };
    standIn.answers.push({ status: 200, body: '{"ok":false,"error":"not_in_channel"}' });
    assert.equal(await sendTest(tools, 'bot'), { ok: false, result: 'not_in_channel' });
    assert.equal(await sendTest(tools, 'bot'), { ok: true, result: 'ok' });
    const [post] = standIn.taken;
    assert.equal([post?.authorization, post?.payload.channel], ['Bearer token-of-a-bot', 'C024BE91L']);
    assert.is((await db.selectFrom('channels').selectAll().executeTakeFirstOrThrow()).failure, null);
  }));

test.run();
