import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { BackendType } from '@gatehouse/shared/cluster/keys';
import { Registration } from '@gatehouse/shared/cluster/registration';
import { runRoom } from '@gatehouse/shared/cluster/room-life';
import type { TestCluster } from '@gatehouse/shared/cluster/test-cluster';
import { type ErrorCode, GatehouseError, toGatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import type { Link, LinkReceiver } from '@gatehouse/shared/transport/link';
import { LinkListener } from '@gatehouse/shared/transport/link-listener';
import type { ReplyBody } from '@gatehouse/shared/transport/link-requests';
import { TurnFlusher } from '@gatehouse/shared/transport/turn-output';

export const TEST_SECRET = 'a secret of tests';

export interface TestBackendOptions {
  type?: BackendType;
  name: string;
  healthIntervalMs: number;
  capacity?: number;
  port?: number;
  /** As a backend in another language: no feature bits, so that gateways write the records of its rooms. */
  leavesRecords?: boolean;
}

/** What a loop that stands still does not do. */
interface Stuck {
  acknowledgements: boolean;
  pongs: boolean;
}

/** A backend without games: registered, linked, creates rooms as it is told. */
export class TestBackend implements LinkReceiver {
  readonly registration: Registration;
  readonly listener: LinkListener;
  readonly opened: number[] = [];
  /** What it answers to every attach; undefined: nothing. */
  closeWith: { code: ErrorCode; result?: Uint8Array } | undefined;
  readonly rooms = new Set<string>();
  /** What was answered to each JOIN_SERVER_REQUEST: `taken` or the code of an error. */
  /** Room and users of each REMOVE_SEATS; a server in another language knows none. */
  readonly seatsRemoved: string[] = [];
  readonly answers: string[] = [];
  /** Pings heard on its channel. */
  pings = 0;
  stuck: Stuck = { acknowledgements: false, pongs: false };
  /** Called for each JOIN_SERVER_REQUEST before the room is taken. */
  beforeCreate: (request: gatehouse.JoinServer.$Properties) => Promise<void> = async () => undefined;
  private readonly leavesRecords: boolean;
  private readonly redis: ClusterRedis;
  private readonly keys: TestCluster['keys'];

  private constructor(cluster: TestCluster, redis: ClusterRedis, options: TestBackendOptions) {
    const { type = 'Game', name, capacity = 1000, port = 0, leavesRecords = false } = options;
    this.leavesRecords = leavesRecords;
    this.redis = redis;
    this.keys = cluster.keys;
    const shared = { clock: systemClock, log: silentLog };
    this.listener = new LinkListener({
      ...shared,
      host: '127.0.0.1',
      port,
      self: () => ({ id: this.registration.id, incarnation: this.registration.incarnation }),
      secret: TEST_SECRET,
      ...(leavesRecords && { features: 0 }),
      receiver: this,
      turns: new TurnFlusher(),
    });
    this.registration = new Registration({
      ...shared,
      redis,
      keys: cluster.keys,
      type,
      name,
      address: () => this.listener.address,
      capacity,
      rooms: ['arena'],
      version: 'test',
      load: () => ({ games: this.rooms.size, users: 0 }),
      onPing: acknowledge => this.ping(acknowledge),
      onLost: () => this.rooms.clear(),
      onReplaced: () => undefined,
      reportIntervalMs: options.healthIntervalMs,
    });
  }

  static async start(cluster: TestCluster, options: TestBackendOptions): Promise<TestBackend> {
    const redis = await cluster.connect({ healthIntervalMs: options.healthIntervalMs });
    const backend = new TestBackend(cluster, redis, options);
    await backend.listener.start();
    await backend.registration.start();
    return backend;
  }

  get id(): string {
    return this.registration.id;
  }

  /** As SIGKILL: sockets and subscriptions end, nobody is told. */
  async die(): Promise<void> {
    await this.redis.stop();
    await this.listener.stop();
  }

  async leave(): Promise<void> {
    await this.registration.stop();
    await this.die();
  }

  onOpen(link: Link, channel: number): void {
    this.opened.push(channel);
    if (this.closeWith !== undefined) link.sendClose(channel, this.closeWith);
  }

  onChannelClosed(): void {}
  onData(): void {}
  onEnd(): void {}

  onPing(_link: Link, answer: () => void): void {
    if (!this.stuck.pongs) answer();
  }

  async onRequest(_link: Link, { joinServer, removeSeats }: gatehouse.LinkRequest): Promise<ReplyBody> {
    if (removeSeats && !this.leavesRecords) {
      this.seatsRemoved.push(`${removeSeats.roomId} ${removeSeats.userIds}`);
      return {};
    }
    if (!joinServer) throw new GatehouseError('UNKNOWN_TYPE');
    try {
      await this.beforeCreate(joinServer);
      await this.create(joinServer);
    } catch (error) {
      this.answers.push(toGatehouseError(error).code);
      throw error;
    }
    this.answers.push('taken');
    return { joinServer: { maxPlayers: 8 } };
  }

  /** The room is run, if the reservation is still the one in its record. @throws GatehouseError STALE_RESERVATION */
  async create({ roomId = '', reservation = '' }: { roomId?: string | null; reservation?: string | null }) {
    if (roomId === null || reservation === null || this.rooms.has(roomId)) return;
    if (this.leavesRecords) {
      this.rooms.add(roomId);
      return;
    }
    const { id: server, incarnation } = this.registration;
    const runs = await runRoom(this.redis, this.keys, { roomId, server, incarnation, reservation });
    if (!runs) throw new GatehouseError('STALE_RESERVATION', { roomId });
    this.rooms.add(roomId);
    await this.registration.confirm(reservation);
  }

  private ping(acknowledge: () => void): void {
    this.pings += 1;
    if (!this.stuck.acknowledgements) acknowledge();
  }
}
