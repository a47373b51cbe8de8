import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '@gatehouse/shared/cluster/test-cluster';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { type Log, silentLog } from '@gatehouse/shared/runtime/log';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DeadMan } from './dead-man.ts';

/** A service that waits for pings, and a monitor's dead-man switch. */
class Watched {
  readonly clock = new FakeClock();
  readonly said: string[] = [];
  readonly pings: string[] = [];
  readonly lease = { held: true };
  /** Of the monitor. */
  problem: string | undefined;
  answer: (response: ServerResponse) => void = response => response.end('OK');
  private heard = () => {};
  private logged = () => {};
  private readonly server = createServer((request, response) => this.hear(request, response));

  /** Path and query are what makes it secret. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/ping/secret-1?create=1`;
  }

  async start(): Promise<DeadMan> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve));
    const write = (event: string, fields = {}) => {
      this.said.push(`${event} ${JSON.stringify(fields)}`);
      this.logged();
    };
    const log: Log = { ...silentLog, info: write, warn: write, error: write };
    const { url, clock, lease } = this;
    return new DeadMan({ url, clock, log, lease, problem: async () => this.problem });
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  nextPing(): Promise<void> {
    return new Promise(resolve => {
      this.heard = resolve;
    });
  }

  nextLine(): Promise<void> {
    return new Promise(resolve => {
      this.logged = resolve;
    });
  }

  private hear({ method, url }: IncomingMessage, response: ServerResponse): void {
    this.pings.push(`${method} ${url}`);
    this.answer(response);
    this.heard();
  }
}

const deadMan = suite<{ watched: Watched; switch: DeadMan }>('dead man');
deadMan.before.each(async context => {
  context.watched = new Watched();
  context.switch = await context.watched.start();
});
deadMan.after.each(context => {
  context.switch.stop();
  context.watched.stop();
});

deadMan('is heard every minute, and says so once', async ({ watched, switch: it }) => {
  it.start();
  const told = watched.nextLine();
  watched.clock.advance(60_000);
  await told;
  await it.ping();
  const next = watched.nextPing();
  watched.clock.advance(60_000);
  await next;
  assert.equal(watched.pings, Array(3).fill('GET /ping/secret-1?create=1'));
  assert.equal(watched.said, ['dead-man.heard {}']);
});

deadMan('is silent while another monitor checks', async ({ watched, switch: it }) => {
  watched.lease.held = false;
  await it.ping();
  assert.equal([watched.pings, watched.said], [[], []]);
});

deadMan('is silent while this monitor does not do its work, and says why', async ({ watched, switch: it }) => {
  watched.problem = 'checks are overdue';
  await it.ping();
  await it.ping();
  assert.equal(watched.pings, []);
  watched.problem = undefined;
  await it.ping();
  assert.is(watched.pings.length, 1);
  assert.equal(watched.said, ['dead-man.silent {"why":"checks are overdue"}', 'dead-man.heard {}']);
});

const refusals: [name: string, answer: (response: ServerResponse) => void, why: string][] = [
  ['500', response => void response.writeHead(500).end(), 'HTTP 500'],
  ['a redirect', response => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), 'HTTP 302'],
  ['a reset', response => void response.socket?.resetAndDestroy(), 'connection reset'],
];
for (const [name, answer, why] of refusals) {
  deadMan(`${name}: told once, without the address`, async ({ watched, switch: it }) => {
    watched.answer = answer;
    await it.ping();
    await it.ping();
    assert.is(watched.pings.length, 2);
    assert.equal(watched.said, [`dead-man.silent ${JSON.stringify({ why })}`]);
  });
}

deadMan('a service that hangs or drips is given up after 10 s', async ({ watched, switch: it }) => {
  const drip = (response: ServerResponse) => void response.writeHead(200).write('O');
  for (const answer of [() => {}, drip]) {
    watched.answer = answer;
    const heard = watched.nextPing();
    const over = it.ping();
    await heard;
    watched.clock.advance(10_000);
    await over;
  }
  assert.equal(watched.said, ['dead-man.silent {"why":"no answer within 10000 ms"}']);
});

deadMan('stopped, it leaves neither timer nor request', async ({ watched, switch: it }) => {
  it.start();
  watched.answer = () => {};
  const heard = watched.nextPing();
  watched.clock.advance(60_000);
  await heard;
  it.stop();
  await it.ping(); // of a timer that came at the same time
  await until(() => watched.clock.pending === 0); // the one that was under way has ended too
  assert.equal(watched.said, []);
});

deadMan.run();
