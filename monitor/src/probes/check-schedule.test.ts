import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type CheckOutcome, CheckSchedule, type Scheduled } from './check-schedule.ts';
import { nextDueMs, regularDueMs, spreadOf } from './check-timing.ts';

const INTERVAL_MS = 30_000;
const target = (id: string, change: Partial<Scheduled> = {}): Scheduled => ({
  ...{ id, intervalMs: INTERVAL_MS, address: id },
  ...change,
});

/** Checks that end when they are told to. */
class Checks {
  readonly clock = new FakeClock();
  readonly began: { id: string; atMs: number }[] = [];
  readonly schedule = new CheckSchedule({ clock: this.clock, check: ({ id }) => this.begin(id) });
  private readonly ends = new Map<string, (outcome: CheckOutcome) => void>();
  private readonly hanging: ReadonlySet<string>;

  constructor(hanging: readonly string[] = []) {
    this.hanging = new Set(hanging);
  }

  times(id: string): number[] {
    return this.began.filter(each => each.id === id).map(({ atMs }) => atMs);
  }

  async end(id: string, outcome: CheckOutcome): Promise<void> {
    this.ends.get(id)?.(outcome);
    await settled();
  }

  /** A second at a time: what checks lead to is done before the next one. */
  async pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 1000) {
      this.clock.advance(1000);
      await settled();
    }
  }

  private begin(id: string): Promise<CheckOutcome> {
    this.began.push({ id, atMs: this.clock.monotonicMs() });
    if (!this.hanging.has(id)) return Promise.resolve({ ok: true, soon: false });
    return new Promise(resolve => this.ends.set(id, resolve));
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

const near = (times: number[], expected: number[]) => {
  const found = times.map(Math.round);
  assert.equal(found, expected.map(Math.round));
};

test('timing: every target has its own offset and keeps it', () => {
  const spread = spreadOf('a');
  assert.is(spread, spreadOf('a'));
  assert.is.not(spread, spreadOf('b'));
  const offsetMs = spread * INTERVAL_MS;
  near([regularDueMs(0, spread, INTERVAL_MS)], [offsetMs]);
  near([regularDueMs(offsetMs + 3000, spread, INTERVAL_MS)], [offsetMs + INTERVAL_MS]);
  near([nextDueMs(offsetMs + 3000, spread, { intervalMs: INTERVAL_MS, soon: true })], [offsetMs + 13_000]);
  near([nextDueMs(offsetMs + 25_000, spread, { intervalMs: INTERVAL_MS, soon: true })], [offsetMs + INTERVAL_MS]);
});

test('timing: 1000 targets are spread over the interval', () => {
  const tenths = Array.from({ length: 1000 }, (_, index) => Math.floor(spreadOf(`target-${index}`) * 10));
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const count = tenths.filter(each => each === tenth).length;
    assert.ok(count > 50 && count < 150, `${count} in tenth ${tenth}`);
  }
});

test('schedule: seen within 5 s, then regularly, also when checks are slow', async () => {
  const checks = new Checks(['slow']);
  checks.schedule.replace([target('slow')]);
  await checks.pass(5000);
  assert.is(checks.times('slow').length, 1);
  await checks.pass(2000);
  await checks.end('slow', { ok: true, soon: false });
  await checks.pass(60_000);
  const offsetMs = spreadOf('slow') * INTERVAL_MS;
  const regular = checks.times('slow').slice(1);
  near(
    regular.map(atMs => atMs % INTERVAL_MS),
    regular.map(() => offsetMs),
  );
});

test('schedule: one that hangs is not asked twice at once, and keeps nobody waiting', async () => {
  const checks = new Checks(['hangs']);
  checks.schedule.replace([target('hangs'), target('well')]);
  await checks.pass(95_000);
  assert.is(checks.times('hangs').length, 1);
  assert.ok(checks.times('well').length >= 4);
});

test('schedule: however many hang, those that answer are checked on time', async () => {
  const ids = Array.from({ length: 1000 }, (_, index) => `hangs-${index}`);
  const checks = new Checks(ids);
  checks.schedule.replace([...ids.map(id => target(id)), target('well')]);
  const failAll = async () => {
    for (const id of ids) await checks.end(id, { ok: false, soon: true });
  };
  for (let round = 0; round < 12; round += 1) {
    await checks.pass(1000);
    await failAll();
  }
  await checks.pass(88_000);
  const waits = checks.times('well');
  assert.ok(waits.length >= 4, `${waits.length} checks`);
});

test('schedule: what is changing is asked again after 10 s', async () => {
  const checks = new Checks(['a']);
  checks.schedule.replace([target('a', { intervalMs: 60_000 })]);
  await checks.pass(5000);
  const [firstMs = 0] = checks.times('a');
  await checks.end('a', { ok: false, soon: true });
  const endedMs = checks.clock.monotonicMs();
  await checks.pass(10_000);
  const [, secondMs = 0] = checks.times('a');
  assert.ok(secondMs > firstMs && secondMs <= endedMs + 10_000);
});

test('schedule: a check that does not end is overdue, others are not', async () => {
  const checks = new Checks(['a']);
  checks.schedule.replace([target('b')]);
  await checks.pass(120_000);
  assert.is(checks.schedule.overdueMs(), 0);
  checks.schedule.replace([target('a'), target('b')]);
  await checks.pass(5000);
  const [beganMs = 0] = checks.times('a');
  await checks.pass(120_000);
  assert.is(Math.round(checks.schedule.overdueMs()), Math.round(checks.clock.monotonicMs() - beganMs));
  await checks.end('a', { ok: true, soon: false });
  assert.is(checks.schedule.overdueMs(), 0);
});

test('schedule: asked for, it is checked at once, and again when it was running already', async () => {
  const checks = new Checks(['a']);
  checks.schedule.replace([target('a')]);
  assert.is(checks.schedule.checkNow('a'), true);
  await settled();
  assert.is(checks.times('a').length, 1);
  checks.schedule.checkNow('a');
  await settled();
  assert.is(checks.times('a').length, 1);
  await checks.end('a', { ok: true, soon: false });
  assert.is(checks.times('a').length, 2);
  assert.is(checks.schedule.checkNow('b'), false);
});

test('schedule: another address is checked at once, and who is gone no more', async () => {
  const checks = new Checks();
  checks.schedule.replace([target('a'), target('b')]);
  await checks.pass(5000);
  const before = checks.times('a').length;
  checks.schedule.replace([target('a', { address: 'elsewhere' })]);
  await settled();
  assert.is(checks.times('a').length, before + 1);
  const ofB = checks.times('b').length;
  await checks.pass(60_000);
  assert.is(checks.times('b').length, ofB);
  checks.schedule.replace([]);
  assert.is(checks.clock.pending, 0);
});

test.run();
