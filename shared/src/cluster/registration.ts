import type { Clock } from '../runtime/clock.ts';
import type { Part } from '../runtime/lifecycle.ts';
import type { Log } from '../runtime/log.ts';
import type { ClusterRedis } from './cluster-redis.ts';
import type { BackendType, Keys } from './keys.ts';

export interface RegistrationOptions {
  redis: ClusterRedis;
  keys: Keys;
  clock: Clock;
  log: Log;
  type: BackendType;
  name: string;
  address: () => string;
  capacity: number;
  rooms: readonly string[];
  version: string;
  load: () => { games: number; users: number };
  /** A ping: the loop that runs the games calls `acknowledge` when it is its turn, so that a stuck loop does not. */
  onPing: (acknowledge: () => void) => void;
  /** Our incarnation was declared lost: non-durable rooms end. Registered anew under a new incarnation when this returns. */
  onLost: () => void;
  /** Another process holds our id: this one must exit with one error line. Nothing more is written. */
  onReplaced: (by: string) => void;
  /** Redis had forgotten us; we are registered again, everything else held there is to be asserted. */
  onMissing?: () => void;
  reportIntervalMs?: number;
}

/** A backend's entry in the registry: written at start, kept true, answered for, removed at stop. */
export class Registration implements Part {
  readonly name = 'registration';
  readonly id: string;

  constructor(options: RegistrationOptions) {
    this.id = options.keys.serverId(options.type, options.name);
  }

  /** Changes when this server was declared lost and came back. */
  get incarnation(): string {
    return '';
  }

  async start(): Promise<void> {}
  /** State `draining`: nothing new is placed here. */
  async drain(): Promise<void> {}
  /** A clean leave. */
  async stop(): Promise<void> {}

  /** The counts have changed: written within 100 ms. */
  reportSoon(): void {}

  /** Writes the counts of now, which include the room of this reservation, and drops the reservation with them. */
  async confirm(_reservation: string): Promise<void> {}

  /** Asks Redis whether this incarnation is still the current one. @throws GatehouseError UNAVAILABLE, LATE */
  async isCurrent(): Promise<boolean> {
    return false;
  }
}
