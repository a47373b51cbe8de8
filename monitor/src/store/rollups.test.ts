import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { insertTarget } from '../targets/target-fixtures.ts';
import { transact } from './database.ts';
import { countInRollups, forgetOldRollups } from './rollups.ts';
import type { StandingTable } from './schema.ts';
import { openTestDatabase } from './test-database.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const START_MS = 20_000 * DAY_MS; // midnight UTC

const data = await openTestDatabase();
const { db } = data;
test.before.each(async () => {
  await db.deleteFrom('targets').execute();
  for (const id of ['web', 'chat']) await insertTarget(db, { id });
});
test.after(() => data.close());

/** Null: it failed. */
function count(at: number, latencyMs: number | null, { standing = 'UP', targetId = 'web' }: Counted = {}) {
  const ok = latencyMs === null ? 0 : 1;
  const result = { targetId, at, ok, standing, latencyMs, error: null, phases: '{}' } as const;
  return transact(db, transaction => countInRollups(transaction, result));
}

interface Counted {
  readonly standing?: StandingTable['standing'];
  readonly targetId?: string;
}

/** `start after midnight in minutes: up/down, latency sum, maximum`. */
async function rollups(span: 'minute' | 'hour' | 'day', targetId = 'web'): Promise<string[]> {
  const query = db.selectFrom('rollups').selectAll().where('span', '=', span).where('targetId', '=', targetId);
  const rows = await query.orderBy('start').execute();
  return rows.map(({ start, up, down, latencySumMs, latencyMaxMs }) => {
    return `${(start - START_MS) / MINUTE_MS}: ${up}/${down}, ${latencySumMs}, ${latencyMaxMs}`;
  });
}

test('rollups: each check counts in its minute, its hour and its day', async () => {
  await count(START_MS, 10);
  await count(START_MS + MINUTE_MS - 1, 30);
  await count(START_MS + MINUTE_MS, 20);
  await count(START_MS + HOUR_MS - 1, null);
  await count(START_MS + HOUR_MS, 5.5);
  await count(START_MS + DAY_MS, 1);
  assert.equal(await rollups('minute'), [
    ...['0: 2/0, 40, 30', '1: 1/0, 20, 20', '59: 0/1, 0, 0', '60: 1/0, 5.5, 5.5', '1440: 1/0, 1, 1'],
  ]);
  assert.equal(await rollups('hour'), ['0: 3/1, 60, 30', '60: 1/0, 5.5, 5.5', '1440: 1/0, 1, 1']);
  assert.equal(await rollups('day'), ['0: 4/1, 65.5, 30', '1440: 1/0, 1, 1']);
});

test('rollups: a failure is no latency, wherever it comes among answers', async () => {
  await count(START_MS, null, { standing: 'PENDING' });
  await count(START_MS + 1, 12);
  await count(START_MS + 2, null, { standing: 'DOWN' });
  assert.equal(await rollups('minute'), ['0: 1/2, 12, 12']);
});

const STANDINGS: [standing: StandingTable['standing'], counts: boolean][] = [
  ['UP', true],
  ['DEGRADED', true],
  ['PENDING', true],
  ['DOWN', true],
  ['MAINTENANCE', false],
  ['UNKNOWN', false],
  ['PAUSED', false],
];
for (const [standing, counts] of STANDINGS) {
  test(`rollups: ${standing} ${counts ? 'counts' : 'is neither up nor down'}`, async () => {
    await count(START_MS, 10, { standing });
    const expected = counts ? ['0: 1/0, 10, 10'] : [];
    for (const span of ['minute', 'hour', 'day'] as const) assert.equal(await rollups(span), expected, span);
  });
}

test('rollups: each target has its own', async () => {
  await count(START_MS, 10);
  await count(START_MS, null, { targetId: 'chat' });
  assert.equal([await rollups('day'), await rollups('day', 'chat')], [['0: 1/0, 10, 10'], ['0: 0/1, 0, 0']]);
});

test('rollups: minutes are kept for a day, hours for 30, days for 365', async () => {
  await count(START_MS, 1);
  const KEPT_DAYS = { minute: 1, hour: 30, day: 365 } as const;
  for (const [span, days] of Object.entries(KEPT_DAYS) as [keyof typeof KEPT_DAYS, number][]) {
    await forgetOldRollups(db, START_MS + days * DAY_MS);
    assert.equal(await rollups(span), ['0: 1/0, 1, 1'], `${span}, ${days} days later`);
    await forgetOldRollups(db, START_MS + days * DAY_MS + 1);
    assert.equal(await rollups(span), [], `${span}, a moment later`);
  }
});

test.run();
