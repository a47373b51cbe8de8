import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, messages } from '@gatehouse/shared/protocol/messages';
import { RawClient } from './raw-client.ts';
import type { TestCluster } from './test-cluster.ts';

export interface Newcomer {
  readonly userId: string;
  readonly token: string;
  readonly gatewayId: string;
  readonly client: RawClient;
}

export interface WelcomedNewcomer extends Newcomer {
  readonly sessionId: string;
  readonly resumeToken: string;
}

/** Users who log in while something breaks, each once and on a connection that does not repeat anything. */
export class Newcomers {
  readonly welcomed: WelcomedNewcomer[] = [];
  readonly refused: Newcomer[] = [];
  /** No claim of those that were refused may take effect from here on, by the clock of Redis. */
  noClaimsFromMs = Number.POSITIVE_INFINITY;
  private readonly cluster: TestCluster;
  private readonly greeting: readonly Newcomer[];

  private constructor(cluster: TestCluster, greeting: readonly Newcomer[]) {
    this.cluster = cluster;
    this.greeting = greeting;
  }

  /** Connected to the gateways in turn; they have not said anything yet. */
  static async connect(cluster: TestCluster, names: string, count: number): Promise<Newcomers> {
    const gateways = await Promise.all(cluster.gateways.map(gateway => gateway.ready));
    const greeting = Array.from({ length: count }, async (_, index) => {
      const gateway = gateways[index % gateways.length];
      if (gateway === undefined) throw new Error('there is no gateway');
      const userId = `${names}-${index}`;
      const client = await RawClient.open(`ws://${gateway.address}`);
      return { userId, token: cluster.token(userId), gatewayId: gateway.id, client };
    });
    return new Newcomers(cluster, await Promise.all(greeting));
  }

  /** All say HELLO at once; resolves when each is welcomed or refused. */
  async login(): Promise<void> {
    for (const { client, token } of this.greeting) client.hello({ token });
    await Promise.all(this.greeting.map(newcomer => this.answered(newcomer)));
  }

  /**
   * Who is not where it should be: a welcomed user at its gateway; one that was refused nowhere, or away, when its claim took
   * effect and the answer was lost.
   */
  async misplaced(): Promise<string[]> {
    const found = async ({ userId }: Newcomer) => this.cluster.inspect.hgetall(`gh:session:${userId}`);
    const lost = this.welcomed.map(async newcomer => {
      const { gateway, session } = await found(newcomer);
      return gateway === newcomer.gatewayId && session === newcomer.sessionId ? [] : [newcomer.userId];
    });
    const late = this.refused.map(async newcomer => {
      const { session, away, epoch } = await found(newcomer);
      const isGivenUp = away === '1' && Number(epoch) / 1000 < this.noClaimsFromMs;
      return session === undefined || isGivenUp ? [] : [newcomer.userId];
    });
    return (await Promise.all([...lost, ...late])).flat();
  }

  close(): void {
    for (const { client } of this.greeting) client.terminate();
  }

  private async answered(newcomer: Newcomer): Promise<void> {
    const answer = await newcomer.client.next(FRAME_TYPES.welcome, FRAME_TYPES.sessionError);
    if (answer.type !== FRAME_TYPES.welcome) {
      this.refused.push(newcomer);
      return;
    }
    const { sessionId, resumeToken } = decodeMessage(messages.Welcome, answer.payload);
    this.welcomed.push({ ...newcomer, sessionId, resumeToken });
  }
}
