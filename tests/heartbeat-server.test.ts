import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { compiledFile, root } from '@gatehouse/scripts/checkout';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';

// examples/heartbeat-server as it is: two chat servers that push, a client that asks for the best one, and a death.

interface Example {
  cluster: TestCluster;
  programs: Program[];
  env: Record<string, string>;
}

/** One program of the example. */
class Program {
  private readonly lines: string[] = [];
  private readonly child: ChildProcess;
  private seen: () => void = () => {};

  constructor(source: string, env: Record<string, string>) {
    const file = compiledFile(`examples/heartbeat-server/src/${source}`);
    this.child = spawn(process.execPath, [file], { cwd: root, env, stdio: ['pipe', 'pipe', 'inherit'] });
    if (this.child.stdout === null) return;
    createInterface(this.child.stdout).on('line', line => {
      this.lines.push(line);
      this.seen();
    });
  }

  /** The rest of the first unread line that begins like this. */
  async says(beginning: string): Promise<string> {
    for (;;) {
      const at = this.lines.findIndex(line => line.startsWith(beginning));
      if (at >= 0) return this.lines.splice(0, at + 1)[at]?.slice(beginning.length + 1) ?? '';
      await new Promise<void>(resolve => {
        this.seen = resolve;
      });
    }
  }

  type(line: string): void {
    this.child.stdin?.write(`${line}\n`);
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}

const example = suite<Example>('heartbeat server');
example.before(
  reported(async context => {
    context.cluster = await TestCluster.start({ gateways: 2, lobbyServers: 0, gameServers: 0 });
    const started = await Promise.all(context.cluster.gateways.map(gateway => gateway.ready));
    const urls = started.map(({ adminPort }) => `http://127.0.0.1:${adminPort}`);
    context.env = { PATH: process.env.PATH ?? '', GATEWAY_ADMIN_URLS: urls.join(','), PUSH_INTERVAL_MS: '200' };
    context.programs = [];
  }),
);
example.after(async ({ cluster, programs }) => {
  for (const program of programs) program.kill();
  await cluster.stop();
});

example('a client is sent to a live server, and to another one when that dies', async ({ cluster, programs, env }) => {
  const servers = new Map<string, Program>();
  for (const _ of [1, 2]) {
    const server = new Program('main.ts', env);
    programs.push(server);
    servers.set(await server.says('listening'), server);
  }
  for (const address of servers.keys()) {
    await cluster.redisSays(`${address} is known`, async redis => (await redis.exists(`gh:ws:${address}`)) === 1);
  }
  const client = new Program('client/main.ts', env);
  programs.push(client);
  const first = await client.says('connected');
  client.type('hello');
  assert.is(await client.says('heard'), 'hello');
  servers.get(first)?.kill();
  const second = await client.says('connected');
  assert.ok(servers.has(second) && second !== first);
  client.type('still here');
  assert.is(await client.says('heard'), 'still here');
});

example.run();
