import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { TestCluster } from '@gatehouse/shared/cluster/test-cluster';
import { type Clock, systemClock } from '@gatehouse/shared/runtime/clock';
import { Lifecycle } from '@gatehouse/shared/runtime/lifecycle';
import { TurnFlusher } from '@gatehouse/shared/transport/turn-output';
import { answerBackend } from './backend-requests.ts';
import { GatewayBus } from './gateway-bus.ts';
import { RoomPlacement } from './room-placement.ts';
import { SeatRemoval } from './seat-removal.ts';
import { Servers } from './servers.ts';
import { TEST_SECRET } from './test-backend.ts';
import type { TestLog } from './test-log.ts';

export interface TestGatewayOptions {
  name: string;
  healthIntervalMs: number;
  log: TestLog;
  createMs?: number;
  /** Of its servers and links. */
  clock?: Clock;
}

/** The backends' side of one gateway, without clients. */
export class TestGateway {
  readonly redis: ClusterRedis;
  readonly servers: Servers;
  readonly placement: RoomPlacement;
  readonly seats: SeatRemoval;
  readonly bus: GatewayBus;
  /** How often it heard that Redis has lost its data. */
  forgotten = 0;
  private readonly life: Lifecycle;

  private constructor(cluster: TestCluster, redis: ClusterRedis, options: TestGatewayOptions) {
    const { name, healthIntervalMs, log, createMs, clock = systemClock } = options;
    const { keys } = cluster;
    const self = { id: keys.serverId('Gateway', name), incarnation: name };
    const shared = { redis, keys, clock, log };
    this.redis = redis;
    this.bus = new GatewayBus({ redis, keys, self: self.id });
    this.servers = new Servers({
      ...shared,
      bus: this.bus,
      limits: { intervalMs: healthIntervalMs, maxMisses: 2 },
      seatHoldMs: 60_000,
      self: () => self,
      secret: TEST_SECRET,
      turns: new TurnFlusher(),
      answer: (_server, request) => answerBackend({ placement: this.placement, seats: this.seats }, request),
      onForgotten: () => void this.forgotten++,
    });
    this.placement = new RoomPlacement({
      ...shared,
      servers: this.servers,
      ...(createMs === undefined ? {} : { createMs }),
    });
    this.seats = new SeatRemoval({ redis, keys, servers: this.servers });
    this.life = new Lifecycle([this.bus, this.servers]);
  }

  static async start(cluster: TestCluster, options: TestGatewayOptions): Promise<TestGateway> {
    const redis = await cluster.connect({ healthIntervalMs: options.healthIntervalMs, log: options.log });
    const gateway = new TestGateway(cluster, redis, options);
    await gateway.life.start();
    return gateway;
  }

  stop(): Promise<void> {
    return this.life.shutdown();
  }
}
