import type { GatewayLinks } from '@gatehouse/game-server/internal/gateway-links';
import type { Route } from '@gatehouse/gateway/client-stream';
import { Departures } from '@gatehouse/gateway/departures';
import { Greeter } from '@gatehouse/gateway/greeting';
import { SessionKeeper } from '@gatehouse/gateway/session-keeper';
import { Keys } from '@gatehouse/shared/cluster/keys';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import type { Courier } from './courier.ts';
import { type ConnectedClient, ModelConnection } from './model-connection.ts';
import { ModelLink } from './model-link.ts';
import { type ModelRedis, ModelRedisConnection } from './model-redis.ts';

const HEARTBEAT_MS = 10_000;
const ASSERT_MS = 5_000;

/** From one gateway to another: ends a session that has a newer owner. */
export interface ModelKick {
  /** Incarnation of the gateway. */
  readonly to: string;
  readonly sessionId: string;
  readonly epoch: number;
  readonly by: string;
}

export interface ModelGatewayOptions {
  readonly name: string;
  readonly incarnation: string;
  readonly redis: ModelRedis;
  readonly links: GatewayLinks;
  readonly courier: Courier;
  readonly clock: Clock;
  readonly kick: (kick: ModelKick) => void;
}

/** A gateway's own sessions, streams and channels; around them a Redis, a link and sockets that deliver on demand. */
export class ModelGateway {
  readonly name: string;
  readonly incarnation: string;
  readonly redis: ModelRedisConnection;
  readonly sessions: SessionKeeper;
  private readonly options: ModelGatewayOptions;
  private readonly routes: (() => void)[] = [];
  private link: ModelLink;
  private oldLinks: ModelLink[] = []; // of which one side does not know yet that they have ended
  private connections: ModelConnection[] = [];

  constructor(options: ModelGatewayOptions) {
    const { name, incarnation, redis, links, courier, clock, kick } = options;
    this.options = options;
    this.name = name;
    this.incarnation = incarnation;
    this.redis = new ModelRedisConnection(redis);
    this.link = new ModelLink(links, courier);
    const keys = new Keys({ namespace: 'gh' });
    const departures = new Departures({ redis: this.redis, keys, clock });
    const greeter = new Greeter({
      redis: this.redis,
      keys,
      rules: { jwtSecret: undefined, allowGuests: true },
      policy: 'kick-old',
      self: () => ({ gateway: name, incarnation }),
      kick: ({ incarnation: to, sessionId }, { epoch, sessionId: by }) => kick({ to, sessionId, epoch, by }),
      doubt: claim => departures.doubt(claim),
    });
    this.sessions = new SessionKeeper({
      redis: this.redis,
      keys,
      clock,
      log: silentLog,
      heartbeatMs: HEARTBEAT_MS,
      assertMs: ASSERT_MS,
      spreadMs: 0,
      greeter,
      departures,
      router: {
        routeLobby: async () => ({ kind: 'none', code: 'NO_SEAT', retryable: false }), // there is no lobby here
        routeRoom: () => this.route(),
      },
    });
    this.sessions.start();
  }

  accept(client: ConnectedClient): ModelConnection {
    const connection: ModelConnection = new ModelConnection(client, () => {
      const record = session.open?.record;
      if (record !== undefined) this.options.courier.check(record.userId, record.epoch);
    });
    const session = this.sessions.accept(connection);
    connection.open(session);
    this.connections.push(connection);
    return connection;
  }

  // ---- what happens next, when the model says so; false: there was nothing ----

  answerRoute(): boolean {
    const answer = this.routes.shift();
    answer?.();
    return answer !== undefined;
  }

  linkDeliversToRoom(): boolean {
    const old = this.oldLinks.find(link => link.deliverToBackend());
    return old !== undefined || this.link.deliverToBackend();
  }

  linkDeliversToGateway(): boolean {
    return this.link.deliverToGateway();
  }

  linkEndsHere(): void {
    this.link.endsForGateway();
  }

  linkEndsThere(): void {
    this.link.endsForBackend();
  }

  noticesEndThere(): void {
    if (this.link.endedThere) this.link.endsForGateway();
  }

  /** A new one is open; the backend may not have noticed the end of the old one. */
  linkReturns(): void {
    if (this.link.usable) return;
    this.oldLinks.push(this.link);
    this.link = new ModelLink(this.options.links, this.options.courier);
  }

  oldLinksEndThere(): void {
    for (const link of this.oldLinks) link.endsForBackend();
    this.oldLinks = this.oldLinks.filter(link => !link.forgotten);
  }

  linkIsCongested(): void {
    this.link.congest();
  }

  linkDrains(): void {
    this.link.drain();
  }

  /** Every connection whose client is gone, or which the gateway has closed, ends here too. */
  connectionsEndHere(): void {
    for (const connection of this.connections.filter(({ isAbandoned }) => isAbandoned)) connection.endsForGateway();
    this.connections = this.connections.filter(({ forgotten }) => !forgotten);
  }

  /** All at once and without a word; what it has sent may still arrive. */
  dies(): void {
    this.sessions.stop();
    this.linkEndsHere();
    for (const connection of this.connections) connection.endsForGateway();
  }

  /** Frames of the connections that their clients have given up come late. */
  lateFrame(): boolean {
    return this.connections.some(connection => connection.isAbandoned && connection.deliverToGateway());
  }

  get holdsReading(): boolean {
    return this.connections.some(({ isPaused }) => isPaused);
  }

  private route(): Promise<Route> {
    return new Promise(resolve => {
      this.routes.push(() => {
        const { link } = this;
        if (link.usable) resolve({ kind: 'found', fanOut: link.fanOut });
        else resolve({ kind: 'none', code: 'NO_ROUTE', retryable: true });
      });
    });
  }
}
