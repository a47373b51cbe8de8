import { until } from '@gatehouse/shared/cluster/test-cluster';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULT_SETTINGS } from '../store/settings.ts';
import { openTestDatabase } from '../store/test-database.ts';
import { insertTarget } from '../targets/target-fixtures.ts';
import { anyAddress } from './address-policy.ts';
import { JudgeQueue } from './judge-queue.ts';
import { Prober } from './prober.ts';

test('prober: it says when the targets cannot be read any more', async () => {
  const { db, close } = await openTestDatabase();
  const clock = new FakeClock();
  const lease = { held: true, onChange: () => () => {} };
  const prober = new Prober({ db, clock, lease, log: silentLog, policy: anyAddress, written: () => {} });
  assert.is(prober.problem(), 'targets cannot be read');
  prober.start();
  await until(() => prober.problem() === undefined);
  await prober.drain();
  clock.advance(10_000);
  assert.is(prober.problem(), undefined);
  clock.advance(1);
  assert.is(prober.problem(), 'targets cannot be read');
  await close();
});

test('judge queue: it says when results cannot be stored', async () => {
  const { db, close } = await openTestDatabase();
  const clock = new FakeClock();
  const queue = new JudgeQueue({ db, clock, log: silentLog, rules: () => DEFAULT_SETTINGS, written: () => {} });
  const judge = async () => {
    const observation = { kind: 'answered', latencyMs: 1 } as const;
    const judgement = { targetId: 'a', atMs: 0, observation, phases: '{}' };
    const judged = queue.judge(judgement, { kind: 'sees' });
    clock.advance(20);
    await judged;
  };
  await judge();
  assert.is(queue.stores, true);
  await close();
  await judge();
  assert.is(queue.stores, false);
});

test('judge queue: a result that cannot be stored takes no other along', async () => {
  const { db, close } = await openTestDatabase();
  const clock = new FakeClock();
  const queue = new JudgeQueue({ db, clock, log: silentLog, rules: () => DEFAULT_SETTINGS, written: () => {} });
  for (const id of ['one', 'odd', 'two']) await insertTarget(db, { id });
  const observation = { kind: 'answered', latencyMs: 1 } as const;
  const judged = [1, Number.NaN, 2].map((atMs, index) => {
    const targetId = ['one', 'odd', 'two'][index] ?? '';
    return queue.judge({ targetId, atMs, observation, phases: '{}' }, { kind: 'sees' });
  });
  clock.advance(20);
  const standings = (await Promise.all(judged)).map(each => each?.standing);
  assert.equal(standings, ['UP', undefined, 'UP']);
  const rows = await db.selectFrom('results').select('targetId').orderBy('targetId').execute();
  assert.equal(
    rows.map(({ targetId }) => targetId),
    ['one', 'two'],
  );
  await close();
});

test.run();
