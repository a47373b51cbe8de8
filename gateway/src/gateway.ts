import { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { DrainLimit } from '@gatehouse/shared/cluster/drain-request';
import { GatewayLease } from '@gatehouse/shared/cluster/gateway-lease';
import { Keys } from '@gatehouse/shared/cluster/keys';
import { addRedisMetrics } from '@gatehouse/shared/cluster/redis-metrics';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { Metrics } from '@gatehouse/shared/runtime/metrics';
import { VERSION } from '@gatehouse/shared/runtime/version';
import { TurnFlusher } from '@gatehouse/shared/transport/turn-output';
import { AdminListener } from './admin-listener.ts';
import { adminRoutes } from './admin-routes.ts';
import { Announcements } from './announcements.ts';
import { answerBackend } from './backend-requests.ts';
import type { ClientConnection } from './client-connection.ts';
import { ClientListener } from './client-listener.ts';
import type { GatewayConfig } from './config.ts';
import { Departures } from './departures.ts';
import { Detours } from './detours.ts';
import { GatewayBus } from './gateway-bus.ts';
import { addGatewayMetrics, metricsRoute } from './gateway-metrics.ts';
import { Greeter } from './greeting.ts';
import { Heartbeats } from './heartbeats.ts';
import { Readiness } from './readiness.ts';
import { RoomPlacement } from './room-placement.ts';
import { Router } from './router.ts';
import { SeatRemoval } from './seat-removal.ts';
import { Servers } from './servers.ts';
import { SessionKeeper } from './session-keeper.ts';
import { TcpListener } from './tcp-listener.ts';

export interface GatewayOptions {
  config: GatewayConfig;
  log: Log;
  /** Another process took this gateway's id: this one must exit. */
  onReplaced: (by: string) => void;
  /** An operator wants this gateway to drain and end. */
  onDrain: (limit: DrainLimit) => void;
}

/** One gateway, put together; constructing it opens nothing. */
export class Gateway {
  private readonly options: GatewayOptions;
  private readonly metrics = new Metrics();
  private readonly clock = systemClock;
  private readonly turns = new TurnFlusher();
  private readonly keys: Keys;
  private readonly redis: ClusterRedis;
  private readonly lease: GatewayLease;
  private readonly bus: GatewayBus;
  private readonly placement: RoomPlacement;
  private readonly seats: SeatRemoval;
  private readonly servers: Servers;
  private readonly sessions: SessionKeeper;
  private readonly clients: ClientListener;
  private readonly tcpClients: TcpListener;
  private readonly admin: AdminListener;
  private readonly readiness = new Readiness();
  private readonly announcements: Announcements;
  private readonly detours: Detours;
  private readonly heartbeats: Heartbeats;

  constructor(options: GatewayOptions) {
    const { config } = options;
    const log = this.metrics.countEvents(options.log);
    this.options = { ...options, log };
    this.keys = new Keys({ namespace: config.NAMESPACE });
    this.redis = new ClusterRedis({
      url: config.REDIS_URL,
      keys: this.keys,
      clock: this.clock,
      log,
      healthIntervalMs: config.HEALTH_INTERVAL_MS,
    });
    this.lease = this.createLease();
    this.bus = new GatewayBus({ redis: this.redis, keys: this.keys, self: this.lease.id });
    this.servers = this.createServers();
    this.placement = new RoomPlacement({ ...this.base(), servers: this.servers });
    this.seats = new SeatRemoval({ ...this.base(), servers: this.servers });
    this.detours = this.createDetours();
    this.sessions = this.createSessions();
    const { bus, sessions, redis } = this;
    this.announcements = new Announcements({ bus, sessions, nowMs: () => redis.nowMs() });
    this.clients = new ClientListener({ ...this.door(), port: config.GATEWAY_WS_PORT });
    this.tcpClients = new TcpListener({ ...this.door(), port: config.GATEWAY_TCP_PORT });
    this.heartbeats = new Heartbeats({ ...this.base(), random: Math.random });
    this.admin = this.createAdmin();
  }

  /** In the order of start. Clients come last in and first out; `/livez` answers as soon as Redis does, and to the end. */
  get parts(): readonly Part[] {
    const { redis, admin, heartbeats, bus, servers, detours } = this;
    const { sessions, clients, tcpClients, announcements, lease, readiness } = this;
    const backends = [redis, admin, heartbeats, bus, servers, detours];
    return [...backends, sessions, clients, tcpClients, this.orders(), announcements, lease, readiness];
  }

  /** Fields of `process.started`. */
  started(): { id: string; address: string; tcpPort: number | undefined; adminPort: number | undefined } {
    const { lease, tcpClients, admin } = this;
    return { id: lease.id, address: this.address(), tcpPort: tcpClients.port, adminPort: admin.port };
  }

  /** What a drain waits for. */
  left(): { connections: number } {
    return { connections: this.sessions.connections };
  }

  private base() {
    return { redis: this.redis, keys: this.keys, clock: this.clock, log: this.options.log };
  }

  /** Of both listeners for clients. */
  private door() {
    const { config, log } = this.options;
    return {
      host: config.GATEWAY_HOST,
      accept: (connection: ClientConnection) => this.sessions.accept(connection),
      bounds: { softBytes: config.CLIENT_SOFT_BYTES, hardBytes: config.CLIENT_HARD_BYTES },
      turns: this.turns,
      log,
    };
  }

  private address(): string {
    const { config } = this.options;
    return config.ADVERTISED_ADDRESS ?? `${config.GATEWAY_HOST}:${this.clients.port}`;
  }

  private createAdmin(): AdminListener {
    const { config, log } = this.options;
    const { metrics, redis, servers, sessions, turns, readiness, announcements, heartbeats } = this;
    addRedisMetrics(metrics, redis);
    addGatewayMetrics(metrics, { servers, sessions, turns });
    const parts = { servers, sessions, readiness, announcements, heartbeats };
    return new AdminListener({
      host: config.GATEWAY_ADMIN_HOST,
      port: config.GATEWAY_ADMIN_PORT,
      token: config.ADMIN_TOKEN,
      heartbeatToken: config.HEARTBEAT_TOKEN,
      metricsToken: config.METRICS_TOKEN,
      routes: [...adminRoutes({ ...this.base(), ...parts }), metricsRoute(metrics)],
      log,
    });
  }

  private createLease(): GatewayLease {
    const { config, onReplaced, onDrain } = this.options;
    return new GatewayLease({
      ...this.base(),
      gatewayName: config.SERVER_NAME,
      address: () => this.address(),
      version: VERSION,
      sessions: () => this.sessions.count,
      onReplaced,
      onDrain,
      onMissing: () => void this.sessions.assertAll(),
    });
  }

  private createServers(): Servers {
    const { config } = this.options;
    return new Servers({
      ...this.base(),
      bus: this.bus,
      limits: { intervalMs: config.HEALTH_INTERVAL_MS, maxMisses: config.HEALTH_MAX_MISSES },
      seatHoldMs: config.SEAT_HOLD_MS,
      self: () => ({ id: this.lease.id, incarnation: this.lease.incarnation }),
      secret: config.CLUSTER_SECRET ?? '',
      turns: this.turns,
      answer: (_server, request) => answerBackend({ placement: this.placement, seats: this.seats }, request),
      onForgotten: () => void this.lease.renew(),
    });
  }

  private createDetours(): Detours {
    const { bus, clock, lease, servers, readiness } = this;
    return new Detours({
      bus,
      clock,
      self: lease.id,
      url: this.options.config.GATEWAY_PUBLIC_URL,
      random: Math.random,
      server: id => servers.get(id),
      takesClients: () => readiness.state === 'ready',
    });
  }

  private createSessions(): SessionKeeper {
    const { config } = this.options;
    const { servers, placement, detours } = this;
    const departures = new Departures(this.base());
    const greeter = new Greeter({
      ...this.base(),
      rules: { jwtSecret: config.JWT_SECRET, allowGuests: config.ALLOW_GUESTS },
      policy: config.LOGIN_POLICY,
      self: () => ({ gateway: this.lease.id, incarnation: this.lease.incarnation }),
      kick: ({ gateway, sessionId }, { epoch, sessionId: by }) => {
        // Lost on the way: that session finds out when it asserts itself.
        this.bus.send(gateway, { kind: 'kick', sessionId, epoch, by }).catch(() => undefined);
      },
      doubt: claim => departures.doubt(claim),
    });
    const router = new Router({ ...this.base(), servers, placement, detours });
    return new SessionKeeper({
      ...this.base(),
      heartbeatMs: config.HEARTBEAT_MS,
      assertMs: config.SESSION_ASSERT_MS,
      spreadMs: config.DRAIN_SPREAD_MS,
      greeter,
      departures,
      router,
    });
  }

  /** What other gateways tell this one. */
  private orders(): Part {
    const { bus, sessions, lease } = this;
    let stopListening: (() => void)[] = [];
    return {
      name: 'orders',
      start: () => {
        stopListening = [
          bus.on('kick', kick => sessions.supersede(kick)),
          bus.on('drain', () => void lease.renew()), // its answer says whether it is for us
        ];
      },
      stop: () => {
        for (const stop of stopListening) stop();
      },
    };
  }
}
