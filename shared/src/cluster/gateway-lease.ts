import { nanoid } from 'nanoid';
import type { Clock } from '../runtime/clock.ts';
import type { Part } from '../runtime/lifecycle.ts';
import type { Log } from '../runtime/log.ts';
import { LOG_EVENTS } from '../runtime/log-events.ts';
import type { ClusterRedis } from './cluster-redis.ts';
import { Coalesced } from './coalesced.ts';
import { type DrainLimit, parseDrainLimit } from './drain-request.ts';
import type { Keys } from './keys.ts';
import { leave } from './registration-scripts.ts';
import { LEASE_FORGOTTEN_MS, LEASE_MS, LEASE_RENEW_MS } from './registry-times.ts';
import { loadScript } from './script.ts';
import { badReply, textList } from './script-reply.ts';

export interface GatewayLeaseOptions {
  redis: Pick<ClusterRedis, 'run' | 'onReconnected'>;
  keys: Keys;
  clock: Clock;
  log: Log;
  gatewayName: string;
  /** host:port of its clients. */
  address: () => string;
  version: string;
  /** Sessions it owns now. */
  sessions: () => number;
  /** Another process holds our id: this one must exit with one error line. Nothing more is written. */
  onReplaced: (by: string) => void;
  /** An operator wants this gateway to drain and end. Called once. */
  onDrain?: (limit: DrainLimit) => void;
  /** Redis had forgotten us: the lease is written again, all sessions are to be asserted. */
  onMissing?: () => void;
}

const LEASE = loadScript('lease');
/** A gateway that drains says so often how many sessions are left. */
const DRAINING_RENEW_MS = 1_000;

/** A gateway's entry in the registry: a lease of 15 s, renewed every 5 s, and as soon as Redis answers again. */
export class GatewayLease implements Part {
  readonly name = 'gateway lease';
  readonly id: string;
  readonly incarnation = nanoid();
  private readonly options: GatewayLeaseOptions;
  private readonly renewing = new Coalesced(() => this.write('renew'));
  private readonly cleanups: (() => void)[] = [];
  private readonly startedAtMs: number;
  private state: 'new' | 'held' | 'left' = 'new';
  private standing: 'up' | 'draining' = 'up';

  /** @throws GatehouseError BAD_CONFIG for a name that cannot be written */
  constructor(options: GatewayLeaseOptions) {
    this.options = options;
    this.id = options.keys.serverId('Gateway', options.gatewayName);
    this.startedAtMs = options.clock.wallMs();
  }

  /** Takes the lease over from whoever held the id. @throws GatehouseError UNAVAILABLE, LATE */
  async start(): Promise<void> {
    if (this.state !== 'new') return;
    const { clock, redis } = this.options;
    this.state = 'held';
    await this.write('take');
    this.cleanups.push(clock.every(LEASE_RENEW_MS, () => void this.renew()));
    this.cleanups.push(redis.onReconnected(() => void this.renew()));
  }

  /** State `draining`, for operators. */
  async drain(): Promise<void> {
    if (this.state !== 'held') return;
    this.standing = 'draining';
    this.cleanups.push(this.options.clock.every(DRAINING_RENEW_MS, () => void this.renew()));
    await this.renew();
  }

  /** A clean leave, if Redis can be reached. */
  async stop(): Promise<void> {
    const held = this.state === 'held';
    this.release();
    if (held) await leave(this.options.redis, this.options.keys, this).catch(() => false);
  }

  /** Renews now. Never throws: an outage is left to the next renewal. */
  async renew(): Promise<void> {
    await this.renewing.run().catch(() => undefined);
  }

  private async write(mode: 'take' | 'renew'): Promise<void> {
    if (this.state !== 'held') return;
    const { redis, keys, address, version, sessions } = this.options;
    const args = [mode, keys.events, this.incarnation, LEASE_MS, LEASE_FORGOTTEN_MS];
    const record = [address(), version, this.startedAtMs, sessions(), this.standing];
    const reply = await redis.run(LEASE, [this.id, keys.servers], [...args, ...record]);
    this.obey(textList(LEASE, reply));
  }

  private obey(reply: readonly string[]): void {
    const [kind, detail = ''] = reply;
    if (this.state !== 'held') return;
    switch (kind) {
      case 'current':
        this.heed(parseDrainLimit(detail));
        return;
      case 'restored':
        this.options.log.info(LOG_EVENTS.serverRegistered, {
          id: this.id,
          incarnation: this.incarnation,
          over: 'nothing',
        });
        this.options.onMissing?.();
        return;
      case 'foreign':
        this.release();
        this.options.log.error(LOG_EVENTS.serverReplaced, { id: this.id, incarnation: this.incarnation, by: detail });
        this.options.onReplaced(detail);
        return;
      default:
        throw badReply(LEASE, reply);
    }
  }

  private heed(drain: DrainLimit | undefined): void {
    if (drain === undefined || this.standing === 'draining') return;
    this.standing = 'draining';
    this.options.onDrain?.(drain);
  }

  private release(): void {
    this.state = 'left';
    for (const cleanUp of this.cleanups.splice(0)) cleanUp();
  }
}
