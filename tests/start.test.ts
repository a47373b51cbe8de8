import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { root } from '@gatehouse/scripts/checkout';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { processesWith } from './harness/marked-processes.ts';

/** One `npm start`, as a person does it. */
class Start {
  readonly lines: string[] = [];
  readonly exited: Promise<number | null>;
  private readonly mark = `start-test-${process.pid}-${Math.random()}`;
  private readonly child: ChildProcess;
  private seen: () => void = () => {};

  constructor(env: Record<string, string>) {
    const environment = { ...process.env, REDIS_URL: '', ...env, START_TEST_MARK: this.mark };
    this.child = spawn('npm', ['start'], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (stream === null) continue;
      createInterface(stream).on('line', line => {
        this.lines.push(line);
        this.seen();
      });
    }
    this.exited = new Promise(resolve => this.child.once('close', code => resolve(code)));
  }

  /** The first line that holds `text`. */
  async line(text: string): Promise<string> {
    const ended = this.exited.then(() =>
      Promise.reject(new Error(`ended without "${text}":\n${this.lines.join('\n')}`)),
    );
    ended.catch(() => undefined);
    for (;;) {
      const found = this.lines.find(line => line.includes(text));
      if (found !== undefined) return found;
      await Promise.race([ended, new Promise<void>(resolve => (this.seen = resolve))]);
    }
  }

  interrupt(): void {
    this.child.kill('SIGINT');
  }

  /** Processes that were started by it, directly or not, and are still there. */
  survivors(): string[] {
    return processesWith(this.mark);
  }
}

/** What `npm start` takes, counted from its first port. */
const PORT_OFFSETS = [0, 1, 2, 10, 11, 12, 80, 90];

/** A first port of which all are free; below those that systems give to outgoing connections, which come and go. */
async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const free = await Promise.all(PORT_OFFSETS.map(offset => isRefused(port + offset)));
  return free.every(Boolean) ? port : freePort();
}

function isRefused(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
}

test('npm start: bots play through both gateways, and Ctrl-C leaves nothing', async () => {
  const port = await freePort();
  const start = new Start({ GATEWAY_WS_PORT: `${port}`, BOTS: '2' });
  await start.line('Gatehouse is ready');
  const redisPort = Number(/private Redis on port (\d+)/.exec(await start.line('private Redis'))?.[1]);
  await start.line('room.created');
  assert.is(await isRefused(port), false);
  assert.is(await isRefused(port + 10), false);
  assert.is(await isRefused(redisPort), false);
  assert.match(await (await fetch(`http://127.0.0.1:${port + 80}/`)).text(), '<title>Arena');
  const token = /Bearer (\w+)/.exec(await start.line('Bearer'))?.[1];
  const response = await fetch(`http://127.0.0.1:${port + 2}/servers`, {
    headers: { authorization: `Bearer ${token}` },
  });
  assert.is(((await response.json()) as { servers: unknown[] }).servers.length, 4);

  start.interrupt();
  assert.is(await start.exited, 0);
  assert.equal(start.survivors(), []);
  for (const gone of [port, port + 2, port + 10, port + 12, port + 80, port + 90, redisPort])
    assert.ok(await isRefused(gone), `${gone}`);
});

const failures: [name: string, env: Record<string, string>, line: string][] = [
  ['a wrong variable', { HEALTH_INTERVAL_MS: 'soon' }, 'HEALTH_INTERVAL_MS is "soon" but must be'],
  [
    'a Redis that does not answer',
    { REDIS_URL: 'redis://127.0.0.1:1', GATEHOUSE_REDIS: '' },
    'REDIS_URL redis://127.0.0.1:1 does not answer',
  ],
];
for (const [name, env, line] of failures) {
  test(`npm start: ${name} is one line, and nothing is left running`, async () => {
    const start = new Start({ GATEWAY_WS_PORT: `${await freePort()}`, BOTS: '0', ...env });
    await assertFailure(start, line);
  });
}

test('npm start: a port in use is one line, and nothing is left running', async () => {
  const port = await freePort(); // its neighbours are free: only this one is complained of
  const taken = createServer().listen(port, '127.0.0.1');
  await once(taken, 'listening');
  const start = new Start({ GATEWAY_WS_PORT: `${port}`, BOTS: '0' });
  await assertFailure(start, `GATEWAY_WS_PORT ${port} is in use; set another`);
  taken.close();
});

async function assertFailure(start: Start, line: string): Promise<void> {
  assert.is(await start.exited, 1);
  const complaints = start.lines.filter(one => one.startsWith('npm start: '));
  assert.is(complaints.length, 1, start.lines.join('\n'));
  assert.match(complaints[0] ?? '', line);
  assert.equal(start.survivors(), []);
}

test.run();
