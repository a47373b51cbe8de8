import { once } from 'node:events';
import { createServer } from 'node:net';
import { root } from '@gatehouse/scripts/checkout';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Command } from './harness/command.ts';
import { freeDemoPort, isRefused } from './harness/demo-ports.ts';

/** One `npm start`, as a person does it. */
const startDemo = (env: Record<string, string>) =>
  new Command('npm', ['start'], { cwd: root, env: { REDIS_URL: '', ...env } });

test('npm start: bots play through both gateways, and Ctrl-C leaves nothing', async () => {
  const port = await freeDemoPort();
  const start = startDemo({ GATEWAY_WS_PORT: `${port}`, BOTS: '2', GATEHOUSE_BUNDLED: '' }); // the servers of users
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
    const start = startDemo({ GATEWAY_WS_PORT: `${await freeDemoPort()}`, BOTS: '0', ...env });
    await assertFailure(start, line);
  });
}

test('npm start: a port in use is one line, and nothing is left running', async () => {
  const port = await freeDemoPort(); // its neighbours are free: only this one is complained of
  const taken = createServer().listen(port, '127.0.0.1');
  await once(taken, 'listening');
  const start = startDemo({ GATEWAY_WS_PORT: `${port}`, BOTS: '0' });
  await assertFailure(start, `GATEWAY_WS_PORT ${port} is in use; set another`);
  taken.close();
});

async function assertFailure(start: Command, line: string): Promise<void> {
  assert.is(await start.exited, 1);
  const complaints = start.lines.filter(one => one.startsWith('npm start: '));
  assert.is(complaints.length, 1, start.lines.join('\n'));
  assert.match(complaints[0] ?? '', line);
  assert.equal(start.survivors(), []);
}

test.run();
