import type { ServerProcess } from '@gatehouse/scripts/server-process';
import { CLOSE_REASONS } from '@gatehouse/shared/protocol/close-codes';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import { RawClient } from './raw-client.ts';
import { TcpRelay } from './tcp-relay.ts';
import { TestCluster } from './test-cluster.ts';
import { PATIENCE_MS } from './test-interval.ts';

export interface StormOptions {
  /** Kicks do not reach the gateways: only the assertions of the sessions end the older ones. */
  readonly loseKicks: boolean;
  readonly policy: 'kick-old' | 'reject-new';
}

/** What a storm is run with, and what it is called. */
export const STORMS: readonly (StormOptions & { readonly name: string })[] = [
  { name: 'kick-old', policy: 'kick-old', loseKicks: false },
  { name: 'kick-old, kicks lost', policy: 'kick-old', loseKicks: true },
  { name: 'reject-new', policy: 'reject-new', loseKicks: false },
];

export interface StormReport {
  readonly pairs: number;
  /** Logins that were welcomed: of some pairs one, of some both, one after the other. */
  readonly welcomed: number;
  /** Of each pair that is not as it should be: what is wrong. */
  readonly wrong: readonly string[];
  readonly lostKicks: number;
}

/** So short that a test can wait for it. */
const ASSERT_MS = 300;
const POLL_MS = 20;

interface Login {
  readonly gatewayId: string;
  readonly client: RawClient;
  /** Undefined: it was refused. */
  welcome: gatehouse.Welcome | undefined;
}

interface Pair {
  readonly userId: string;
  readonly logins: readonly [Login, Login];
}

/** One user on two gateways: logged in at both at once, or resumed at the second; again and again, with another user each time. */
export class LoginStorm {
  private readonly cluster: TestCluster;
  private readonly relays: readonly TcpRelay[];
  private users = 0;

  private constructor(cluster: TestCluster, relays: readonly TcpRelay[]) {
    this.cluster = cluster;
    this.relays = relays;
  }

  static async start({ loseKicks, policy }: StormOptions): Promise<LoginStorm> {
    const cluster = await TestCluster.start({ gateways: 0, lobbyServers: 0, gameServers: 0 });
    const relays: TcpRelay[] = [];
    for (const name of ['gw1', 'gw2']) {
      const relay = await TcpRelay.open(cluster.redis.port, loseKicks ? { from: 'kick ', to: 'lost ' } : undefined);
      relays.push(relay);
      const env = {
        REDIS_URL: cluster.redisUrlAt(relay.port),
        LOGIN_POLICY: policy,
        SESSION_ASSERT_MS: String(loseKicks ? ASSERT_MS : 30_000),
      };
      cluster.startGateway(name, { env });
    }
    await Promise.all(cluster.gateways.map(gateway => gateway.ready));
    return new LoginStorm(cluster, relays);
  }

  /** So many pairs of logins at once; resolves when of each pair one is left, with what is wrong all the same. */
  round(pairs: number): Promise<StormReport> {
    return this.report(pairs, pair => this.login(pair));
  }

  /** So many users log in at once, then all resume at the other gateway, while their first connections stand. */
  async resumes(users: number): Promise<StormReport> {
    const wrong: string[] = [];
    const report = await this.report(users, async pair => {
      const resumed = await this.resume(pair);
      wrong.push(...(await mistakesOf(resumed)));
      return resumed;
    });
    return { ...report, wrong: [...report.wrong, ...wrong] };
  }

  private async report(pairs: number, meet: (pair: Pair) => Promise<Pair>): Promise<StormReport> {
    const lostBefore = this.lostKicks();
    const opened = await Promise.all(Array.from({ length: pairs }, () => this.open()));
    const all = await Promise.all(opened.map(meet));
    await Promise.all(all.map(oneLeft));
    const sessions = await this.settled(pairs);
    const wrong = (await Promise.all(all.map(pair => this.check(pair)))).flat();
    if (sessions !== pairs) wrong.push(`the gateways count ${sessions} sessions, for ${pairs} users`);
    const logins = all.flatMap(pair => pair.logins);
    for (const { client } of logins) client.terminate();
    await this.settled(0);
    const welcomed = logins.filter(({ welcome }) => welcome !== undefined).length;
    return { pairs, welcomed, wrong, lostKicks: this.lostKicks() - lostBefore };
  }

  async stop(): Promise<void> {
    await this.cluster.stop();
    await Promise.all(this.relays.map(relay => relay.close()));
  }

  private async open(): Promise<Pair> {
    const userId = `user-${++this.users}`;
    const login = async (gateway: ServerProcess | undefined): Promise<Login> => {
      if (gateway === undefined) throw new Error('there is no gateway');
      const { id, address } = await gateway.ready;
      return { gatewayId: id, client: await RawClient.open(`ws://${address}`), welcome: undefined };
    };
    const [first, second] = this.cluster.gateways;
    return { userId, logins: await Promise.all([login(first), login(second)]) };
  }

  /** Both HELLOs leave in one turn. When a gateway could not say yes or no, another user does the same. */
  private async login(pair: Pair): Promise<Pair> {
    const { userId, logins } = pair;
    const token = this.cluster.token(userId);
    for (const { client } of logins) client.hello({ token });
    const answers = await Promise.all(logins.map(answered));
    if (!answers.includes('unavailable')) return pair;
    for (const { client } of logins) client.terminate();
    return this.login(await this.open());
  }

  /** When a gateway could not say yes or no, another user does the same. */
  private async resume(pair: Pair): Promise<Pair> {
    const { userId, logins } = pair;
    const [first, second] = logins;
    const token = this.cluster.token(userId);
    first.client.hello({ token });
    let answer = await answered(first);
    if (answer === 'welcomed') {
      second.client.hello({ token, resumeToken: first.welcome?.resumeToken ?? '' });
      answer = await answered(second);
    }
    if (answer !== 'unavailable') return pair;
    for (const { client } of logins) client.terminate();
    return this.resume(await this.open());
  }

  /** What the table, and each gateway, says of a pair of which one is left. */
  private async check({ userId, logins }: Pair): Promise<string[]> {
    const left = logins.filter(({ client }) => client.closeCode === undefined);
    const { gateway, session } = await this.cluster.inspect.hgetall(`gh:session:${userId}`);
    const here = await Promise.all(
      this.cluster.gateways.map(server => this.cluster.ask(server, `/sessions/${userId}`)),
    );
    const holding = (here as { here: object | null }[]).filter(answer => answer.here !== null).length;
    const [owner] = left;
    const wrong: string[] = [];
    if (left.length !== 1) wrong.push(`${userId}: ${left.length} connections are left`);
    if (owner?.gatewayId !== gateway || owner?.welcome?.sessionId !== session) {
      wrong.push(
        `${userId}: ${owner?.welcome?.sessionId} at ${owner?.gatewayId} is left, the table says ${session} at ${gateway}`,
      );
    }
    if (holding !== 1) wrong.push(`${userId}: ${holding} gateways have a session`);
    return wrong;
  }

  private async sessions(): Promise<number> {
    const bodies = await Promise.all(this.cluster.gateways.map(server => this.cluster.ask(server, '/readyz')));
    return (bodies as { sessions: number }[]).reduce((sum, { sessions }) => sum + sessions, 0);
  }

  /** How many sessions the gateways count, as soon as they are so many. */
  private async settled(wanted: number): Promise<number> {
    const giveUpAtMs = performance.now() + PATIENCE_MS;
    for (;;) {
      const sessions = await this.sessions();
      if (sessions === wanted || performance.now() > giveUpAtMs) return sessions;
      await new Promise(resolve => setTimeout(resolve, POLL_MS)); // it can only be asked
    }
  }

  private lostKicks(): number {
    return this.relays.reduce((sum, { changed }) => sum + changed, 0);
  }
}

/** Notes what one that was welcomed was told. */
async function answered(login: Login): Promise<'welcomed' | 'refused' | 'unavailable'> {
  const { type, payload } = await login.client.next(FRAME_TYPES.welcome, FRAME_TYPES.sessionError);
  if (type === FRAME_TYPES.welcome) {
    login.welcome = decodeMessage(messages.Welcome, payload);
    return 'welcomed';
  }
  return decodeMessage(messages.Failure, payload).code === 'SUPERSEDED' ? 'refused' : 'unavailable';
}

/** What is wrong with a session that was resumed at the second gateway, when its first connection is closed. */
async function mistakesOf({ userId, logins: [first, second] }: Pair): Promise<string[]> {
  if (second.welcome === undefined) return [`${userId}: a good resume token was refused`];
  const code = await first.client.closed();
  const wrong: string[] = [];
  if (code !== CLOSE_REASONS.resumedElsewhere.code)
    wrong.push(`${userId}: the first connection was closed with ${code}`);
  if (!second.welcome.resumed || second.welcome.sessionId !== first.welcome?.sessionId) {
    wrong.push(`${userId}: ${first.welcome?.sessionId} was not resumed, but ${second.welcome.sessionId} is there`);
  }
  return wrong;
}

/** Resolves when at most one of them is open. */
async function oneLeft({ logins }: Pair): Promise<void> {
  await Promise.any(logins.map(({ client }) => client.closed())).catch(() => undefined); // neither: `check` says it
}
