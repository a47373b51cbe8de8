import type { Clock } from '../runtime/clock.ts';
import type { Part } from '../runtime/lifecycle.ts';
import type { Log } from '../runtime/log.ts';
import type { ClusterRedis } from './cluster-redis.ts';
import type { Keys } from './keys.ts';

/** A gateway as its hash says. Times are Redis time. */
export interface GatewayRecord {
  readonly id: string;
  readonly incarnation: string;
  /** host:port of its clients. */
  readonly address: string;
  readonly version: string;
  readonly sessions: number;
  readonly startedAtMs: number;
  readonly leaseUntilMs: number;
}

export interface GatewayLeaseOptions {
  redis: ClusterRedis;
  keys: Keys;
  clock: Clock;
  log: Log;
  gatewayName: string;
  address: () => string;
  version: string;
  sessions: () => number;
  /** Another process holds our id: this one must exit with one error line. */
  onReplaced: (by: string) => void;
  /** Redis had forgotten us: the lease is written again, all sessions are to be asserted. */
  onMissing?: () => void;
}

/** A gateway's entry in the registry: a lease of 15 s, renewed every 5 s. */
export class GatewayLease implements Part {
  readonly name = 'gateway lease';
  readonly id: string;
  readonly incarnation: string = '';

  constructor(options: GatewayLeaseOptions) {
    this.id = options.keys.serverId('Gateway', options.gatewayName);
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  /** Renews now; errors are left to the next renewal. */
  async renew(): Promise<void> {}
}

/** All gateways known to the registry; compare leaseUntilMs with ClusterRedis.nowMs(). */
export async function readGateways(_redis: Pick<ClusterRedis, 'read'>, _keys: Keys): Promise<GatewayRecord[]> {
  return [];
}

/** Whether this incarnation of a gateway holds its lease now. */
export async function leaseLives(
  _redis: Pick<ClusterRedis, 'read' | 'nowMs'>,
  _owner: { gateway: string; incarnation: string },
): Promise<boolean> {
  return false;
}
