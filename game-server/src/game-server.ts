import { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { DrainLimit } from '@gatehouse/shared/cluster/drain-request';
import { Keys } from '@gatehouse/shared/cluster/keys';
import { addRedisMetrics } from '@gatehouse/shared/cluster/redis-metrics';
import { Registration } from '@gatehouse/shared/cluster/registration';
import { ASSERT_INTERVAL_MS } from '@gatehouse/shared/cluster/room-life';
import { type Clock, systemClock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { Metrics } from '@gatehouse/shared/runtime/metrics';
import { MetricsListener } from '@gatehouse/shared/runtime/metrics-listener';
import { VERSION } from '@gatehouse/shared/runtime/version';
import { LinkListener } from '@gatehouse/shared/transport/link-listener';
import { linkPingIntervalMs } from '@gatehouse/shared/transport/link-protocol';
import { TurnFlusher } from '@gatehouse/shared/transport/turn-output';
import { Acknowledger } from './acknowledger.ts';
import type { GameServerConfig } from './config.ts';
import { EndedRooms } from './ended-rooms.ts';
import { GatewayLinks } from './gateway-links.ts';
import { LoopWatch } from './loop-watch.ts';
import { RoomAssertion } from './room-assertion.ts';
import type { RoomCode } from './room-code.ts';
import type { RoomClass } from './room-context.ts';
import { ClusterRoomRegistry } from './room-registry.ts';
import { RoomTable } from './room-table.ts';
import { addServerMetrics } from './server-metrics.ts';
import { TickScheduler } from './tick-scheduler.ts';

export interface GameServerOptions {
  readonly config: GameServerConfig;
  readonly rooms: Readonly<Record<string, RoomClass>>;
  readonly code: RoomCode;
  readonly log: Log;
  /** Another process took this server's id: this one must exit. */
  readonly onReplaced: (by: string) => void;
  /** An operator wants this server to drain and end. */
  readonly onDrain?: (limit: DrainLimit) => void;
}

/** One game server, put together; constructing it opens nothing. */
export class GameServer {
  private readonly options: GameServerOptions;
  private readonly metrics = new Metrics();
  private readonly turns = new TurnFlusher();
  private readonly clock: Clock = systemClock;
  private readonly keys: Keys;
  private readonly redis: ClusterRedis;
  private readonly ticks: TickScheduler;
  private readonly acknowledger: Acknowledger;
  private readonly registry: ClusterRoomRegistry;
  private readonly table: RoomTable;
  private readonly assertion: RoomAssertion;
  private readonly watch: LoopWatch;
  private readonly links: GatewayLinks;
  private readonly listener: LinkListener;
  private readonly registration: Registration;
  private readonly metricsListener: MetricsListener;

  constructor(options: GameServerOptions) {
    const { config } = options;
    const log = this.metrics.countEvents(options.log);
    this.options = { ...options, log };
    const { clock } = this;
    this.keys = new Keys({ namespace: config.NAMESPACE });
    const { REDIS_URL: url, HEALTH_INTERVAL_MS: healthIntervalMs } = config;
    this.redis = new ClusterRedis({ url, keys: this.keys, clock, log, healthIntervalMs });
    this.ticks = new TickScheduler({ clock, reportLate: late => log.warn(LOG_EVENTS.tickLate, { ...late }) });
    this.acknowledger = new Acknowledger(clock);
    this.registry = new ClusterRoomRegistry({
      redis: this.redis,
      keys: this.keys,
      registration: () => this.registration,
      seatHoldMs: config.SEAT_HOLD_MS,
    });
    this.table = this.createTable();
    const rooms = () => this.table.rooms();
    this.assertion = new RoomAssertion({ registry: this.registry, rooms, intervalMs: ASSERT_INTERVAL_MS, clock });
    this.watch = new LoopWatch({
      clock,
      log,
      intervalMs: config.HEALTH_INTERVAL_MS,
      confirm: () => this.assertion.assertAll(),
      decided: decision => this.links.decide(decision),
    });
    this.links = new GatewayLinks({ rooms: this.table, ticks: this.ticks, holds: () => this.watch.holds() });
    this.listener = this.createListener();
    this.registration = this.createRegistration();
    this.metricsListener = this.createMetrics();
  }

  /** In the order of start. It is registered last, when it can take rooms, and first of all it says that it drains. */
  get parts(): readonly Part[] {
    const { metricsListener, redis, table, assertion, listener, registration } = this;
    return [metricsListener, redis, this.loop(), table, assertion, listener, registration];
  }

  /** Fields of `process.started`. */
  started(): { id: string; address: string; metricsPort: number | undefined } {
    return { id: this.registration.id, address: this.address(), metricsPort: this.metricsListener.port };
  }

  /** What a drain waits for. */
  left(): { games: number; users: number } {
    return this.table.load();
  }

  private address(): string {
    return this.options.config.ADVERTISED_ADDRESS ?? this.listener.address;
  }

  private createTable(): RoomTable {
    const { config, log, code, rooms } = this.options;
    const { clock, registry, ticks, acknowledger } = this;
    return new RoomTable({
      classes: rooms,
      capacity: config.CAPACITY,
      registry,
      ended: new EndedRooms({ registry, clock, log, keepMs: config.SEAT_HOLD_MS }),
      redis: this.redis,
      environment: {
        clock,
        log,
        code,
        ticks,
        acknowledger,
        seatHoldMs: config.SEAT_HOLD_MS,
        logLimits: { maxBytes: config.ROOM_LOG_BYTES, maxAgeMs: config.ROOM_LOG_MS },
        tellLobby: (lobbyRoomId, text) => this.redis.publish(this.keys.lobbyChannel(lobbyRoomId), text),
        usersChanged: () => this.registration.reportSoon(),
      },
    });
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
    const { metrics, table, links, listener, ticks, turns } = this;
    const { METRICS_HOST: host, METRICS_PORT: port, METRICS_TOKEN: token } = this.options.config;
    addRedisMetrics(metrics, this.redis);
    addServerMetrics(metrics, { table, links, listener, ticks, turns });
    return new MetricsListener({ host, port, token, metrics, log: this.options.log });
  }

  private createRegistration(): Registration {
    const { config, log, rooms, onReplaced, onDrain } = this.options;
    return new Registration({
      redis: this.redis,
      keys: this.keys,
      clock: this.clock,
      log,
      type: 'Game',
      name: config.SERVER_NAME,
      address: () => this.address(),
      local: () => this.listener.local,
      capacity: config.CAPACITY,
      rooms: Object.keys(rooms),
      version: VERSION,
      load: () => this.table.load(),
      onPing: acknowledge => this.ticks.afterPass(acknowledge),
      onLost: () => {
        this.table.stopAll('serverLost');
        this.watch.lost();
      },
      onReplaced,
      ...(onDrain && { onDrain }),
      onMissing: () => this.assertion.soon(),
    });
  }

  /** The loop that runs the games, and who watches it. */
  private loop(): Part {
    let stopListening: (() => void) | undefined;
    return {
      name: 'loop',
      start: () => {
        this.watch.start();
        stopListening = this.redis.onReconnected(() => this.assertion.soon());
      },
      stop: () => {
        stopListening?.();
        this.watch.stop();
        this.acknowledger.stop();
        this.ticks.stop();
      },
    };
  }
}
