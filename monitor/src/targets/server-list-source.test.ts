import type { RequestListener } from 'node:http';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { type Log, silentLog } from '@gatehouse/shared/runtime/log';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { TargetStandIns } from '../probes/target-stand-ins.ts';
import { transact } from '../store/database.ts';
import { DEFAULT_SETTINGS } from '../store/settings.ts';
import { openTestDatabase, type TestDatabase } from '../store/test-database.ts';
import { judge } from './judge.ts';
import { ServerListSource } from './server-list-source.ts';
import { insertChannel, insertTarget } from './target-fixtures.ts';

const shop = { host_name: 'shop', host: '10.0.0.1', port: 443, type: 1, environment: 'LIVE' };
const chat = { host_name: 'chat', host: '10.0.0.2', port: 9001, type: 2 };

/** A source that asks a server of the test; each poll ends with a line in the log or a write. */
class Watched {
  readonly clock = new FakeClock();
  readonly standIns = new TargetStandIns();
  readonly lease = { held: true, onChange: () => () => {} };
  readonly said: string[] = [];
  readonly data: TestDatabase;
  answer: RequestListener = (_request, response) => response.end('[]');
  /** Somebody has asked. */
  asked = () => {};
  private source: ServerListSource | undefined;
  private ended = () => {};

  constructor(data: TestDatabase) {
    this.data = data;
  }

  list(...servers: object[]): void {
    this.answer = (_request, response) => response.end(JSON.stringify(servers));
  }

  /** Asks for the list once, until it is written or refused. */
  async poll(port?: number): Promise<void> {
    const ended = this.nextEnd();
    if (this.source === undefined) await this.begin(port);
    else this.clock.advance(60_000);
    await ended;
  }

  nextEnd(): Promise<void> {
    return new Promise(resolve => {
      this.ended = resolve;
    });
  }

  async begin(port?: number): Promise<void> {
    const listen: RequestListener = (request, response) => {
      this.asked();
      this.answer(request, response);
    };
    const url = `http://127.0.0.1:${port ?? (await this.standIns.http(listen))}/servers.json`;
    const write = (event: string, fields: object = {}) => {
      this.said.push(`${event} ${JSON.stringify(fields)}`);
      this.ended();
    };
    const log: Log = { ...silentLog, info: event => this.said.push(event), warn: write, error: write };
    const { clock, lease } = this;
    this.source = new ServerListSource({ db: this.data.db, clock, lease, log, url, changed: () => this.ended() });
    this.source.start();
  }

  /** `name host:port`, those that are not archived. */
  async targets(): Promise<string[]> {
    const query = this.data.db.selectFrom('targets').selectAll().where('archivedAt', 'is', null);
    return (await query.execute()).map(({ hostName, host, port }) => `${hostName} ${host}:${port}`).sort();
  }

  async stop(): Promise<void> {
    await this.source?.stop();
    await this.standIns.stop();
    await this.data.close();
  }
}

const lists = suite<{ watched: Watched }>('server list source');
lists.before.each(async context => {
  context.watched = new Watched(await openTestDatabase());
});
lists.after.each(({ watched }) => watched.stop());

lists('what it names is there, what it names no more is archived, and comes back', async ({ watched }) => {
  watched.list(shop, chat);
  await watched.poll();
  assert.equal(await watched.targets(), ['chat 10.0.0.2:9001', 'shop 10.0.0.1:443']);
  watched.list({ ...shop, port: 8443 });
  await watched.poll();
  assert.equal(await watched.targets(), ['shop 10.0.0.1:8443']);
  watched.list(shop, chat);
  await watched.poll();
  assert.equal(await watched.targets(), ['chat 10.0.0.2:9001', 'shop 10.0.0.1:443']);
  assert.equal(watched.said, ['server-list.read']);
});

lists('what an operator has set, made or deleted stays so', async ({ watched }) => {
  const { db } = watched.data;
  await insertTarget(db, { id: 'own', hostName: 'chat', host: '10.7.7.7', port: 1 });
  watched.list(shop, chat, { ...chat, host_name: 'gone' });
  await watched.poll();
  const set = db.updateTable('targets');
  await set.set({ host: '10.8.8.8', edited: '["host"]' }).where('hostName', '=', 'shop').execute();
  await set.set({ archivedAt: 1, ignored: 1 }).where('hostName', '=', 'gone').execute();
  watched.list({ ...shop, port: 8443 }, chat, { ...chat, host_name: 'gone' });
  await watched.poll();
  assert.equal(await watched.targets(), ['chat 10.7.7.7:1', 'shop 10.8.8.8:8443']);
  watched.list({ ...shop, port: 8443 });
  await watched.poll();
  assert.equal(await watched.targets(), ['chat 10.7.7.7:1', 'shop 10.8.8.8:8443']);
});

lists('with another type a target is UNKNOWN again, its outage over without a word', async ({ watched }) => {
  const { db } = watched.data;
  await insertChannel(db, { id: 'slack' });
  watched.list(shop, chat);
  await watched.poll();
  const { id: targetId } = await db
    .selectFrom('targets')
    .select('id')
    .where('hostName', '=', 'shop')
    .executeTakeFirstOrThrow();
  const observation = { kind: 'failed', error: 'HTTP 503' } as const;
  const fail = (atMs: number) => transact(db, write => judge(write, { targetId, atMs, observation }, DEFAULT_SETTINGS));
  for (const atMs of [1, 2]) await fail(atMs);
  watched.list({ ...shop, port: 8443 }, chat);
  await watched.poll();
  const standings = db.selectFrom('standings').select(['standing', 'incidentId']).where('targetId', '=', targetId);
  assert.is((await standings.executeTakeFirstOrThrow()).standing, 'DOWN', 'another port is no other kind of check');
  watched.list({ ...shop, type: 3 }, chat);
  await watched.poll();
  assert.equal(await standings.executeTakeFirstOrThrow(), { standing: 'UNKNOWN', incidentId: null });
  const messages = await db.selectFrom('outbox').select(['kind', 'state']).execute();
  assert.equal(messages, [{ kind: 'outage', state: 'merged' }]);
});

const refused: [name: string, answer: RequestListener, why: RegExp][] = [
  ['a failure', (_, response) => response.writeHead(500).end('[]'), /HTTP 500/],
  ['an empty list', (_, response) => response.end('[]'), /has no servers/],
  ['a garbled list', (_, response) => response.end('[{"host_name": "sh'), /not JSON/],
  ['one bad entry', (_, response) => response.end(JSON.stringify([shop, { ...chat, port: 0 }])), /\[1\]\.port must be/],
  ['a redirect', (_, response) => response.writeHead(302, { location: '/' }).end(), /HTTP 302|redirects/],
  [
    'more than 1 MiB',
    (_, response) => response.end(JSON.stringify([shop, 'x'.repeat(1024 ** 2)])),
    /more than 1048576/,
  ],
  ['a broken connection', (_, response) => response.destroy(), /./],
];
for (const [name, answer, why] of refused) {
  lists(`${name} archives nothing and is said once`, async ({ watched }) => {
    watched.list(shop, chat);
    await watched.poll();
    watched.answer = answer;
    await watched.poll();
    assert.equal((await watched.targets()).length, 2);
    assert.equal(watched.said.length, 2);
    assert.match(watched.said[1] ?? '', /^server-list\.refused /);
    assert.match(watched.said[1] ?? '', why);
    watched.list(shop);
    await watched.poll();
    assert.equal((await watched.targets()).length, 1);
  });
}

lists('one byte after the other, for ever, ends after 10 s', async ({ watched }) => {
  const connected = new Promise<void>(resolve => {
    watched.asked = resolve;
  });
  watched.answer = (_request, response) => void response.write('[');
  const ended = watched.nextEnd();
  await watched.begin();
  await connected;
  watched.clock.advance(9_999);
  assert.equal(watched.said, []);
  watched.clock.advance(1);
  await ended;
  assert.match(watched.said[0] ?? '', /no whole answer within 10000 ms/);
});

lists('the monitor without the lease does not ask', async ({ watched }) => {
  let asked = 0;
  watched.asked = () => asked++;
  watched.lease.held = false;
  await watched.begin();
  watched.clock.advance(60_000);
  watched.lease.held = true;
  watched.list(shop);
  await watched.poll();
  assert.is(asked, 1);
});

lists.run();
