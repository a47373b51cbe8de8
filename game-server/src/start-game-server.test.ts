import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { TestCluster, until } from '@gatehouse/shared/cluster/test-cluster';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TestLink } from './test-link.ts';
import { SAY } from './test-room.ts';

// The neighbour of this file, from the sources or compiled, as this one runs.
const MAIN = fileURLToPath(import.meta.url.replace('start-game-server.test', 'test-process'));
const PROGRAM = MAIN.endsWith('.ts') ? ['--conditions=source', '--import', 'tsx', MAIN] : [MAIN];

class GameServerProcess {
  readonly lines: string[] = [];
  readonly errorLines: string[] = [];
  private readonly child: ChildProcess;

  constructor(env: Record<string, string>) {
    const { PATH, HOME } = process.env;
    this.child = spawn(process.execPath, PROGRAM, {
      env: { PATH, HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const [stream, lines] of [
      [this.child.stdout, this.lines],
      [this.child.stderr, this.errorLines],
    ] as const) {
      if (stream) createInterface(stream).on('line', line => lines.push(line));
    }
  }

  async exitCode(): Promise<number | null> {
    if (this.child.exitCode === null) await once(this.child, 'close');
    return this.child.exitCode;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  logged(event: string): boolean {
    return this.lines.some(line => JSON.parse(line).event === event);
  }
}

test('an error that a room lets escape ends that room; the process and the others go on, until SIGTERM', async () => {
  const cluster = await TestCluster.start();
  const server = new GameServerProcess({ REDIS_URL: cluster.server.url, SERVER_NAME: 'g1', DRAIN_DEADLINE_MS: '0' });
  await until(() => server.logged('process.started'));
  const link = await TestLink.to('gh:Game:g1', cluster, await cluster.connect());
  assert.is(await link.create('A-1', 'diary'), 3);
  assert.is(await link.create('B-1', 'stray'), 3);
  link.open(1, 'A-1');
  link.open(2, 'B-1');
  await until(() => link.heard.includes('2 closed ROOM_ENDED'));
  assert.ok(link.heard.includes('group 2 #2 ended failed'));
  assert.ok(server.logged('room.failed'));
  link.send(1, SAY, 1, 'still here');
  await until(() => link.heard.includes('group 1 #2 "ann: still here"'));
  server.kill('SIGTERM');
  assert.is(await server.exitCode(), 0);
  assert.ok(link.heard.includes('group 1 #3 ended serverStopped'));
  assert.ok(server.logged('process.stopped'));
  link.close();
  await cluster.stop();
});

const refusals: [name: string, env: Record<string, string>, complaint: RegExp][] = [
  [
    'two wrong variables',
    { CAPACITY: 'many', LINK_PORT: '99999' },
    /^game-server: .*LINK_PORT.*CAPACITY|CAPACITY.*LINK_PORT/,
  ],
  [
    'open to the network without a secret',
    { LINK_HOST: '0.0.0.0' },
    /CLUSTER_SECRET is not set .* LINK_HOST is 0\.0\.0\.0/,
  ],
];
for (const [name, env, complaint] of refusals) {
  test(`it does not start: ${name}`, async () => {
    const server = new GameServerProcess(env);
    assert.is(await server.exitCode(), 1);
    assert.is(server.errorLines.length, 1, server.errorLines.join('\n'));
    assert.match(server.errorLines[0] ?? '', complaint);
  });
}

test.run();
