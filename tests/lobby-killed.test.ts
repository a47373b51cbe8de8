import type { Client } from '@gatehouse/client';
import { connect } from '@gatehouse/client';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';

// Lobby servers are killed one after the other while people talk: on the SDK nobody notices anything.

const KILLS = 5;
const LINES_BETWEEN_KILLS = 5;

interface Talk {
  cluster: TestCluster;
  talkers: Talker[];
}

/** Says line after line, each when the one before was answered, and writes down what it sees. */
class Talker {
  readonly client: Client;
  readonly heard: string[] = [];
  /** What a person at the screen would have noticed. */
  readonly noticed: string[] = [];
  said = 0;
  private stopped = false;
  private readonly waiting = new Set<() => void>();

  private constructor(client: Client) {
    this.client = client;
    client.lobby.on('chat', ({ text }) => this.hear(text));
    client.lobby.on('closed', ({ why }) => this.noticed.push(`out of the room: ${why}`));
    client.on('fresh', ({ stream, why }) => this.noticed.push(`${stream} fresh: ${why}`));
    client.on('disconnected', ({ text }) => this.noticed.push(`disconnected: ${text}`));
  }

  static async connect(url: string, name: string): Promise<Talker> {
    return new Talker(await connect({ urls: [url], guestName: name }));
  }

  get name(): string {
    return this.client.name;
  }

  async talk(): Promise<void> {
    while (!this.stopped) await this.client.lobby.chat(`${this.name} ${++this.said}`);
  }

  stop(): void {
    this.stopped = true;
  }

  async hears(count: number): Promise<void> {
    while (this.heard.length < count) await new Promise<void>(resolve => this.waiting.add(resolve));
  }

  private hear(text: string): void {
    this.heard.push(text);
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}

const talk = suite<Talk>('lobby servers killed under load');
talk.before(
  reported(async context => {
    const env = { CHAT_LINES_PER_SECOND: '100000' };
    context.cluster = await TestCluster.start({ gateways: 2, lobbyServers: 2, gameServers: 1, env });
    const [a = '', b = ''] = await context.cluster.urls();
    const all = ['ann', 'bo', 'cy', 'di'].map((name, at) => Talker.connect(at % 2 === 0 ? a : b, name));
    context.talkers = await Promise.all(all);
    const [host, ...guests] = context.talkers;
    const room = await host?.client.lobby.create('echo');
    for (const { client } of guests) await client.lobby.join(room?.id ?? '');
  }),
);
talk.after(async ({ cluster, talkers }) => {
  for (const { client } of talkers) client.close();
  await cluster.stop();
});

talk(`SIGKILL ${KILLS} times: each line once, each reply received, one order for all`, async ({ cluster, talkers }) => {
  const talking = talkers.map(talker => talker.talk());
  const startedMs = performance.now();
  for (let kill = 0; kill < KILLS; kill++) {
    const name = `l${1 + (kill % 2)}`;
    await someLines(talkers);
    const victim = cluster.server(`gh:Lobby:${name}`);
    victim.kill('SIGKILL');
    await someLines(talkers);
    cluster.startLobbyServer(name);
    await cluster.until('the next one is linked', servers => servers.filter(isLobbyUp).length === 2);
  }
  await someLines(talkers);
  for (const talker of talkers) talker.stop();
  await Promise.all(talking); // every line was answered
  const lines = talkers.reduce((sum, { said }) => sum + said, 0);
  await Promise.all(talkers.map(talker => talker.hears(lines)));
  console.log(`  ${lines} lines, ${KILLS} kills, ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);

  const [first] = talkers;
  assert.is(new Set(first?.heard).size, lines, 'each line once');
  for (const { heard, noticed, name } of talkers) {
    assert.equal(heard, first?.heard, `${name} heard another order`);
    assert.equal(noticed, [], `${name} noticed something`);
  }
  for (const { name, said } of talkers) {
    const own = first?.heard.filter(text => text.startsWith(`${name} `));
    assert.equal(
      own,
      Array.from({ length: said }, (_, at) => `${name} ${at + 1}`),
      'in the order it was said',
    );
  }
});

talk.run();

/** Everybody has been answered a few times more. */
async function someLines(talkers: readonly Talker[]): Promise<void> {
  await Promise.all(talkers.map(talker => talker.hears(talker.heard.length + LINES_BETWEEN_KILLS * talkers.length)));
}

function isLobbyUp({ id, linked, state }: { id: string; linked: boolean; state: string }): boolean {
  return id.includes(':Lobby:') && linked && state === 'up';
}
