import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GatehouseError } from '../protocol/errors.ts';
import { FakeClock } from './fake-clock.ts';
import type { Part } from './lifecycle.ts';
import type { Log, LogFields } from './log.ts';
import type { ProcessHost, StopSignal } from './process-host.ts';
import { runMain, runProcess } from './run-process.ts';
import { startFailureLine } from './start-failure.ts';
import { StopRequests } from './stop-requests.ts';

/** A process in memory: its signals are calls, its lines and exit codes are lists. */
class FakeHost implements ProcessHost {
  readonly complaints: string[] = [];
  readonly exits: number[] = [];
  signal: (signal: StopSignal) => void = () => {};
  uncaught: (error: unknown) => void = () => {};
  parentGone: () => void = () => {};
  private wake: () => void = () => {};
  readonly exited = new Promise<void>(resolve => {
    this.wake = resolve;
  });

  onSignal(listener: (signal: StopSignal) => void): void {
    this.signal = listener;
  }

  onUncaught(listener: (error: unknown) => void): void {
    this.uncaught = listener;
  }

  onParentGone(listener: () => void): void {
    this.parentGone = listener;
  }

  complain(line: string): void {
    this.complaints.push(line);
  }

  exit(code: number): void {
    this.exits.push(code);
    this.wake();
  }
}

function stage(...parts: Part[]) {
  const host = new FakeHost();
  const clock = new FakeClock();
  const events: string[] = [];
  const lines: string[] = [];
  const write = (event: string, fields?: LogFields) => {
    events.push(event);
    lines.push(`${event} ${JSON.stringify(fields)}`);
  };
  const log: Log = { debug: write, info: write, warn: write, error: write, child: () => log };
  const fields = (beginning: string) => lines.filter(line => line.startsWith(beginning));
  return { host, clock, events, fields, options: { name: 'gateway', log, parts, host, clock } };
}

const never: Part = { name: 'never', stop: () => new Promise(() => {}) };

test('run: a signal drains and stops the parts and exits with 0', async () => {
  const verbs: string[] = [];
  const part = (name: string): Part => ({
    name,
    start: () => void verbs.push(`start ${name}`),
    drain: () => void verbs.push(`drain ${name}`),
    stop: () => void verbs.push(`stop ${name}`),
  });
  const { host, events, clock, options } = stage(part('a'), part('b'));
  await runProcess(options);
  host.signal('SIGTERM');
  await host.exited;
  assert.equal(verbs, ['start a', 'start b', 'drain b', 'drain a', 'stop b', 'stop a']);
  assert.equal(events, ['process.started', 'process.stopping', 'process.stopped']);
  assert.equal(host.exits, [0]);
  assert.is(clock.pending, 0);
});

test('run: the same signal twice at once is one, a later one forces the exit', async () => {
  const { host, clock, options } = stage(never);
  await runProcess(options);
  host.signal('SIGINT');
  host.signal('SIGINT');
  assert.equal(host.exits, []);
  clock.advance(501);
  host.signal('SIGINT');
  assert.equal(host.exits, [130]);
});

test('run: a stop that takes too long exits with 1', async () => {
  const { host, clock, events, options } = stage(never);
  await runProcess({ ...options, stopTimeoutMs: 100 });
  host.signal('SIGTERM');
  clock.advance(99);
  assert.equal(host.exits, []);
  clock.advance(1);
  assert.equal(host.exits, [1]);
  assert.ok(events.includes('process.failed'));
});

test('run: what is left while it drains is said when it starts, when less is left, and at the end', async () => {
  let games = 3;
  let end = () => {};
  const limits: number[] = [];
  const drain = (limitMs: number) => {
    limits.push(limitMs);
    return new Promise<void>(resolve => {
      end = resolve;
    });
  };
  const { host, clock, fields, options } = stage({ name: 'games', drain });
  await runProcess({ ...options, drainLimitMs: 60_000, left: () => ({ games }) });
  host.signal('SIGTERM');
  clock.advance(3000);
  games = 1;
  clock.advance(2000);
  games = 0;
  end();
  await host.exited;
  assert.equal(limits, [60_000]);
  assert.equal(fields('drain.'), [
    'drain.started {"why":"SIGTERM","limitMs":60000,"games":3}',
    'drain.progress {"games":1}',
    'drain.finished {"durationMs":5000,"games":0}',
  ]);
  assert.is(clock.pending, 0);
});

const forced: [name: string, after: (host: FakeHost, clock: FakeClock) => void, line: string, exits: number[]][] = [
  ['its deadline', (_host, clock) => clock.advance(9000), '{"why":"deadline","durationMs":9000,"games":2}', []],
  [
    'a second signal',
    (host, clock) => {
      clock.advance(501);
      host.signal('SIGTERM');
    },
    '{"why":"SIGTERM","durationMs":501,"games":2}',
    [143],
  ],
];
for (const [name, force, line, exits] of forced) {
  test(`run: a drain is forced by ${name}`, async () => {
    const { host, clock, fields, options } = stage({ name: 'games', drain: () => new Promise(() => {}) });
    await runProcess({ ...options, drainLimitMs: 9000, left: () => ({ games: 2 }) });
    host.signal('SIGTERM');
    force(host, clock);
    assert.equal(fields('drain.forced'), [`drain.forced ${line}`]);
    assert.equal(host.exits, exits);
  });
}

test('run: who is to wait for nothing is not forced by its deadline', async () => {
  let end = () => {};
  const drain = () => new Promise<void>(resolve => (end = resolve));
  const { host, clock, fields, options } = stage({ name: 'games', drain });
  await runProcess({ ...options, left: () => ({ games: 2 }) });
  host.signal('SIGTERM');
  clock.advance(10);
  end();
  await host.exited;
  assert.equal(fields('drain.'), [
    'drain.started {"why":"SIGTERM","limitMs":0,"games":2}',
    'drain.finished {"durationMs":10,"games":2}',
  ]);
});

test('run: a part may ask for the end, with its own limit; the first signal after that forces nothing', async () => {
  const limits: number[] = [];
  let end = () => {};
  const drain = (limitMs: number) => {
    limits.push(limitMs);
    return new Promise<void>(resolve => {
      end = resolve;
    });
  };
  const { host, clock, options } = stage({ name: 'games', drain });
  const stopRequests = new StopRequests();
  await runProcess({ ...options, stopRequests, drainLimitMs: 60_000 });
  stopRequests.ask({ why: 'drain requested', drainLimitMs: 100 });
  stopRequests.ask({ why: 'again', drainLimitMs: 200 });
  clock.advance(1000);
  host.signal('SIGTERM');
  assert.equal(host.exits, []);
  end();
  await host.exited;
  assert.equal([limits, host.exits], [[100], [0]]);
});

test('run: the death of the parent stops the process', async () => {
  const { host, options } = stage();
  await runProcess(options);
  host.parentGone();
  await host.exited;
  assert.equal(host.exits, [0]);
});

test('run: an error nobody caught is logged and exits with 1', async () => {
  const { host, events, options } = stage();
  await runProcess(options);
  host.uncaught(new Error('boom'));
  assert.equal(events, ['process.started', 'process.failed']);
  assert.equal(host.exits, [1]);
});

test('run: a failed start is one line, and what had started is stopped', async () => {
  let stopped = 0;
  const refuse = () => Promise.reject(portInUse(7400));
  const { host, options } = stage({ name: 'a', stop: () => void stopped++ }, { name: 'b', start: refuse });
  await runProcess({ ...options, config: { OTHER_PORT: 7401, GATEWAY_WS_PORT: 7400 } });
  assert.equal(host.complaints, ['gateway: GATEWAY_WS_PORT 7400 is in use; set another']);
  assert.equal(host.exits, [1]);
  assert.is(stopped, 1);
});

test('run: a signal during the start is no failure', async () => {
  const host = new FakeHost();
  const fail = async () => {
    host.signal('SIGTERM');
    throw new Error('connection closed');
  };
  const { options } = stage({ name: 'a', start: fail });
  await runProcess({ ...options, host });
  await host.exited;
  assert.equal(host.complaints, []);
  assert.equal(host.exits, [0]);
});

test('main: a wrong configuration is one line naming every variable', async () => {
  const host = new FakeHost();
  const assemble = () => {
    throw new GatehouseError('BAD_CONFIG', { A_PORT: 'is "x" but must be a port', B: 'is not set but must be' });
  };
  await runMain('gateway', assemble, host);
  assert.equal(host.complaints, ['gateway: A_PORT is "x" but must be a port; B is not set but must be']);
  assert.equal(host.exits, [1]);
});

function portInUse(port: number): Error {
  return Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', syscall: 'listen', port });
}

const lines: [name: string, error: unknown, line: string][] = [
  ['a port without variable', portInUse(80), 'x: port 80 is in use; set another'],
  ['a wrapped error', new Error('outer', { cause: portInUse(80) }), 'x: port 80 is in use; set another'],
  ['several lines', new Error('one\n  two'), 'x: one two'],
  ['a cause', new Error('outer', { cause: new Error('inner') }), 'x: outer: inner'],
  ['no error at all', 'text', 'x: text'],
];
for (const [name, error, line] of lines) {
  test(`failure line: ${name}`, () => assert.is(startFailureLine('x', error), line));
}

test.run();
