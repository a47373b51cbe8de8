import { Keys } from '@gatehouse/shared/cluster/keys';
import type { Script } from '@gatehouse/shared/cluster/script';
import { SESSION_TTL_MS } from '@gatehouse/shared/cluster/sessions';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Departures, DOUBT_MS } from './departures.ts';

const settle = () => new Promise(resolve => setImmediate(resolve));

function fixture() {
  const clock = new FakeClock();
  /** Claims of which Redis does not know (yet) are answered 0. */
  const table = { told: [] as string[], unknown: new Set<string>(), asked: 0, isAway: false };
  const run = async (script: Script, [key = '']: readonly string[]) => {
    assert.is(script.name, 'leave-session');
    table.asked += 1;
    if (table.isAway) throw new Error('away');
    const userId = key.slice('gh:session:'.length);
    if (table.unknown.has(userId)) return 0;
    table.told.push(userId);
    return 1;
  };
  const departures = new Departures({ redis: { run }, keys: new Keys({ namespace: 'gh' }), clock });
  const pass = async (ms: number) => {
    clock.advance(ms);
    await settle();
  };
  return { clock, table, departures, pass };
}

const claim = (userId: string) => ({ userId, resumeToken: `token of ${userId}` });

test('departures: one whose connection has ended is told at once, and once', async () => {
  const { clock, table, departures } = fixture();
  departures.leave(claim('ann'));
  await settle();
  assert.equal(table.told, ['ann']);
  assert.equal([departures.count, clock.pending], [0, 0]);
});

test('departures: while Redis is away they are kept, and told when it answers', async () => {
  const { clock, table, departures, pass } = fixture();
  table.isAway = true;
  for (const name of ['ann', 'bo', 'cy']) departures.leave(claim(name));
  await settle();
  for (let n = 0; n < 10; n++) await pass(1_000);
  assert.equal([table.told, departures.count, clock.pending], [[], 3, 1]);
  table.isAway = false;
  await pass(1_000);
  assert.equal([table.told, departures.count, clock.pending], [['ann', 'bo', 'cy'], 0, 0]);
});

test('departures: a claim in doubt that took effect is told of at the first look', async () => {
  const { clock, table, departures, pass } = fixture();
  departures.doubt(claim('ann'));
  await pass(500);
  assert.equal([table.told, departures.count, clock.pending], [['ann'], 0, 0]);
});

test('departures: a claim in doubt that takes effect later is told of then', async () => {
  const { table, departures, pass } = fixture();
  table.unknown.add('ann');
  departures.doubt(claim('ann'));
  for (let n = 0; n < 3; n++) await pass(500);
  assert.equal([table.told, departures.count, table.asked], [[], 1, 3]);
  table.unknown.clear();
  await pass(500);
  assert.equal([table.told, departures.count], [['ann'], 0]);
});

test('departures: a claim in doubt that can take effect no more is forgotten', async () => {
  const { clock, table, departures, pass } = fixture();
  table.unknown.add('ann');
  departures.doubt(claim('ann'));
  for (let ms = 0; ms < DOUBT_MS; ms += 100) await pass(100);
  assert.equal([table.told, departures.count, clock.pending], [[], 0, 0]);
});

test('departures: when Redis has forgotten the session, it is not told any more', async () => {
  const { clock, table, departures, pass } = fixture();
  table.isAway = true;
  departures.leave(claim('ann'));
  await settle();
  for (let ms = 0; ms <= SESSION_TTL_MS; ms += 10_000) await pass(10_000);
  assert.equal([table.told, departures.count, clock.pending], [[], 0, 0]);
});

test('departures: of very many the oldest are forgotten, and an outage asks for a few of them at a time', async () => {
  const { table, departures, pass } = fixture();
  table.isAway = true;
  for (let n = 0; n < 20_000; n++) departures.doubt(claim(`u${n}`));
  assert.is(departures.count, 16_384);
  await pass(3_000);
  assert.ok(table.asked > 0 && table.asked <= 100, `${table.asked} were asked for at once`);
  table.isAway = false;
  while (departures.count > 0) await pass(500);
  assert.equal([table.told.length, table.told.includes('u3615'), table.told.includes('u3616')], [16_384, false, true]);
});

test('departures: stopped, nothing is left', async () => {
  const { clock, table, departures } = fixture();
  table.isAway = true;
  departures.doubt(claim('ann'));
  departures.stop();
  departures.leave(claim('bo'));
  await settle();
  assert.is(clock.pending, 0);
});

test.run();
