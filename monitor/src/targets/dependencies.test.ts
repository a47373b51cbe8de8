import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { transact } from '../store/database.ts';
import { DEFAULT_SETTINGS } from '../store/settings.ts';
import { openTestDatabase, type TestDatabase } from '../store/test-database.ts';
import { dependencyProblem } from './dependencies.ts';
import { judge } from './judge.ts';
import type { Observation } from './standing.ts';
import { insertChannel, insertTarget } from './target-fixtures.ts';

const failed: Observation = { kind: 'failed', error: 'HTTP 503' };
const answered: Observation = { kind: 'answered', latencyMs: 12 };

/** `proxy` <- `shop` <- `cart`, and `chat` beside them. */
const dependencies = suite<{ test: TestDatabase; atMs: number }>('dependencies');
dependencies.before.each(async context => {
  context.test = await openTestDatabase();
  context.atMs = 1000;
  const { db } = context.test;
  await insertChannel(db, { id: 'slack' });
  await insertTarget(db, { id: 'proxy' });
  await insertTarget(db, { id: 'shop', dependsOn: 'proxy' });
  await insertTarget(db, { id: 'cart', dependsOn: 'shop' });
  await insertTarget(db, { id: 'chat' });
});
dependencies.after.each(({ test }) => test.close());

async function see(context: { test: TestDatabase; atMs: number }, targetId: string, ...seen: Observation[]) {
  for (const observation of seen) {
    context.atMs += 1000;
    const judgement = { targetId, atMs: context.atMs, observation };
    await transact(context.test.db, write => judge(write, judgement, DEFAULT_SETTINGS));
  }
}

/** `shop outage waiting`, in the order in which they were said. */
async function said({ test }: { test: TestDatabase }): Promise<string[]> {
  const query = test.db.selectFrom('outbox').selectAll().orderBy('createdAt');
  return (await query.execute()).map(({ body, kind, state }) => `${JSON.parse(body).hostName} ${kind} ${state}`);
}

dependencies(
  'while one is down nobody is told of those behind it, however far, and of others they are',
  async context => {
    for (const id of ['proxy', 'shop', 'cart', 'chat']) await see(context, id, failed, failed);
    assert.equal(await said(context), ['proxy outage waiting', 'chat outage waiting']);
    const { db } = context.test;
    const incidents = await db.selectFrom('incidents').select('hostName').orderBy('openedAt').execute();
    assert.equal(
      incidents.map(({ hostName }) => hostName),
      ['proxy', 'shop', 'cart', 'chat'],
      'all of them are recorded',
    );
  },
);

dependencies(
  'one that is found before what it depends on is not told either, when it has not been yet',
  async context => {
    await see(context, 'cart', failed, failed);
    assert.equal(await said(context), ['cart outage waiting']);
    await see(context, 'proxy', failed, failed);
    assert.equal(await said(context), ['cart outage merged', 'proxy outage waiting']);
  },
);

dependencies('who is still down when it is back is told then, and who is up is not', async context => {
  for (const id of ['proxy', 'shop', 'cart']) await see(context, id, failed, failed);
  await see(context, 'proxy', answered, answered);
  await see(context, 'shop', answered, answered);
  await see(context, 'cart', failed);
  assert.equal(await said(context), ['proxy outage waiting', 'proxy recovery waiting', 'cart still-down waiting']);
});

dependencies('a recovery is told to who has heard of the outage, whatever is down by then', async context => {
  await see(context, 'shop', failed, failed);
  await context.test.db.updateTable('outbox').set({ state: 'sent' }).execute();
  await see(context, 'proxy', failed, failed);
  await see(context, 'shop', answered, answered);
  assert.equal(await said(context), ['shop outage sent', 'proxy outage waiting', 'shop recovery waiting']);
});

dependencies('no target stands before itself, or behind nothing', async ({ test: { db } }) => {
  const problem = (id: string | undefined, dependsOn: string | null) => dependencyProblem(db, { id, dependsOn });
  assert.is(await problem('chat', 'cart'), undefined);
  assert.is(await problem(undefined, 'cart'), undefined);
  assert.is(await problem('shop', null), undefined);
  assert.match(String(await problem('shop', 'shop')), /itself/);
  assert.match(String(await problem('proxy', 'cart')), /itself/);
  assert.match(String(await problem('chat', 'nobody')), /no target/);
  for (let index = 0; index < 7; index += 1) {
    await insertTarget(db, { id: `far-${index}`, dependsOn: index === 0 ? 'cart' : `far-${index - 1}` });
  }
  assert.match(String(await problem('chat', 'far-6')), /through 10/);
});

dependencies('who depends on a target that is removed depends on nothing', async ({ test: { db } }) => {
  await db.deleteFrom('targets').where('id', '=', 'proxy').execute();
  const shop = await db.selectFrom('targets').select('dependsOn').where('id', '=', 'shop').executeTakeFirst();
  assert.is(shop?.dependsOn, null);
});

dependencies.run();
