import { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { DrainLimit } from '@gatehouse/shared/cluster/drain-request';
import { Keys } from '@gatehouse/shared/cluster/keys';
import { addRedisMetrics } from '@gatehouse/shared/cluster/redis-metrics';
import { Registration } from '@gatehouse/shared/cluster/registration';
import { type Clock, systemClock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { Metrics } from '@gatehouse/shared/runtime/metrics';
import { MetricsListener } from '@gatehouse/shared/runtime/metrics-listener';
import { VERSION } from '@gatehouse/shared/runtime/version';
import { LinkListener } from '@gatehouse/shared/transport/link-listener';
import { LOBBY_PATIENCE_MS, linkPingIntervalMs } from '@gatehouse/shared/transport/link-protocol';
import { TurnFlusher } from '@gatehouse/shared/transport/turn-output';
import type { LobbyServerConfig } from './config.ts';
import { Lobby } from './lobby.ts';
import { LobbyLinks } from './lobby-links.ts';
import { addServerMetrics } from './server-metrics.ts';

export interface LobbyServerOptions {
  readonly config: LobbyServerConfig;
  readonly log: Log;
  /** Another process took this server's id: this one must exit. */
  readonly onReplaced: (by: string) => void;
  /** An operator wants this server to drain and end. */
  readonly onDrain?: (limit: DrainLimit) => void;
  readonly lookIntervalMs?: number;
  readonly clock?: Clock;
}

/** One lobby server, put together; constructing it opens nothing. */
export class LobbyServer {
  private readonly options: LobbyServerOptions;
  private readonly metrics = new Metrics();
  private readonly turns = new TurnFlusher();
  private readonly clock: Clock;
  private readonly keys: Keys;
  private readonly redis: ClusterRedis;
  private readonly lobby: Lobby;
  private readonly links: LobbyLinks;
  private readonly listener: LinkListener;
  private readonly registration: Registration;
  private readonly metricsListener: MetricsListener;

  constructor(options: LobbyServerOptions) {
    const { config } = options;
    const log = this.metrics.countEvents(options.log);
    this.options = { ...options, log };
    const { clock = systemClock } = options;
    this.clock = clock;
    this.keys = new Keys({ namespace: config.NAMESPACE });
    const { REDIS_URL: url, HEALTH_INTERVAL_MS: healthIntervalMs } = config;
    this.redis = new ClusterRedis({ url, keys: this.keys, clock, log, healthIntervalMs });
    this.lobby = new Lobby({
      ...this.options,
      redis: this.redis,
      keys: this.keys,
      links: () => this.listener.links(),
      self: () => this.registration.id,
      userHere: userId => this.links.channelOf(userId),
      users: () => this.links.users(),
      chatLinesPerSecond: config.CHAT_LINES_PER_SECOND,
      seatHoldMs: config.SEAT_HOLD_MS,
      clock,
    });
    this.links = new LobbyLinks({
      lobby: this.lobby,
      links: () => this.listener.links(),
      self: () => this.registration.id,
      onUsers: () => this.registration.reportSoon(),
      spreadMs: config.DRAIN_SPREAD_MS,
      longestStandstillMs: Math.min(LOBBY_PATIENCE_MS, healthIntervalMs), // in more than an interval rounds can be missed
      clock,
      log,
    });
    this.listener = this.createListener();
    this.registration = this.createRegistration();
    this.metricsListener = this.createMetrics();
  }

  /** In the order of start. It is registered last, when it can take users, and first of all it says that it drains. */
  get parts(): readonly Part[] {
    return [this.metricsListener, this.redis, ...this.lobby.parts, this.listener, this.links, this.registration];
  }

  /** Fields of `process.started`. */
  started(): { id: string; address: string; metricsPort: number | undefined } {
    return { id: this.registration.id, address: this.address(), metricsPort: this.metricsListener.port };
  }

  /** What a drain waits for. */
  left(): { users: number } {
    return { users: this.links.userCount };
  }

  private address(): string {
    return this.options.config.ADVERTISED_ADDRESS ?? this.listener.address;
  }

  private createListener(): LinkListener {
    const { config, log } = this.options;
    return new LinkListener({
      host: config.LINK_HOST,
      port: config.LINK_PORT,
      offersLocalSocket: config.LINK_UNIX_SOCKET && config.ADVERTISED_ADDRESS === undefined,
      self: () => ({ id: this.registration.id, incarnation: this.registration.incarnation }),
      secret: config.CLUSTER_SECRET ?? '',
      pingedEveryMs: linkPingIntervalMs(config.HEALTH_INTERVAL_MS),
      receiver: this.links,
      turns: this.turns,
      clock: this.clock,
      log,
    });
  }

  private createMetrics(): MetricsListener {
    const { metrics, links, listener, turns } = this;
    const { METRICS_HOST: host, METRICS_PORT: port, METRICS_TOKEN: token } = this.options.config;
    addRedisMetrics(metrics, this.redis);
    addServerMetrics(metrics, { links, listener, turns });
    return new MetricsListener({ host, port, token, metrics, log: this.options.log });
  }

  private createRegistration(): Registration {
    const { config, log, onReplaced, onDrain } = this.options;
    return new Registration({
      redis: this.redis,
      keys: this.keys,
      clock: this.clock,
      log,
      type: 'Lobby',
      name: config.SERVER_NAME,
      address: () => this.address(),
      local: () => this.listener.local,
      capacity: config.CAPACITY,
      rooms: [],
      version: VERSION,
      load: () => ({ games: 0, users: this.links.userCount }),
      onPing: acknowledge => void setImmediate(acknowledge), // one loop runs everything here: a stuck one does not come by
      onLost: () => this.links.sendAllElsewhere(),
      onReplaced,
      ...(onDrain && { onDrain }),
      onMissing: () => void this.lobby.watch.lookAtAll(), // the lobby rooms are gone with the registry: say so
    });
  }
}
