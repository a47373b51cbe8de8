import { nanoid } from 'nanoid';
import { GatehouseError } from '../protocol/errors.ts';
import type { CancelTimer, Clock } from '../runtime/clock.ts';
import type { Part } from '../runtime/lifecycle.ts';
import type { Log } from '../runtime/log.ts';
import { LOG_EVENTS } from '../runtime/log-events.ts';
import type { ClusterRedis } from './cluster-redis.ts';
import { Coalesced } from './coalesced.ts';
import { DRAIN_MESSAGE, type DrainLimit } from './drain-request.ts';
import { type BackendType, type Keys, requireClassNames } from './keys.ts';
import {
  type Answer,
  acknowledge,
  leave,
  type RegisterOver,
  register,
  report,
  type SelfDescription,
} from './registration-scripts.ts';
import { REPORT_GAP_MS, REPORT_INTERVAL_MS } from './registry-times.ts';

export interface RegistrationOptions {
  redis: Pick<ClusterRedis, 'run' | 'subscribe' | 'onReconnected' | 'onResubscribed' | 'hears' | 'nowMs'>;
  keys: Keys;
  clock: Clock;
  log: Log;
  type: BackendType;
  /** Of the server, within its type. */
  name: string;
  address: () => string;
  /** A UNIX socket, for gateways on the same host. */
  local?: () => string | undefined;
  capacity: number;
  /** Room classes it runs. */
  rooms: readonly string[];
  version: string;
  load: () => { games: number; users: number };
  /**
   * A ping, or a moment at which one may have been missed: the loop that runs the games calls `acknowledge` when it is its
   * turn, so that a stuck loop does not.
   */
  onPing: (acknowledge: () => void) => void;
  /** Our incarnation was declared lost: non-durable rooms end. Registered anew under a new incarnation when this returns. */
  onLost: () => void;
  /** Another process holds our id: this one must exit with one error line. Nothing more is written. */
  onReplaced: (by: string) => void;
  /** An operator wants this server to drain and end. Called once. */
  onDrain?: (limit: DrainLimit) => void;
  /** Redis had forgotten us; we are registered again, everything else held there is to be asserted. */
  onMissing?: () => void;
  reportIntervalMs?: number;
}

/** `joining` again and again until a registration is known to have succeeded. */
type Membership =
  | { readonly kind: 'new' }
  | { readonly kind: 'joining'; readonly over: RegisterOver }
  | { readonly kind: 'joined' }
  | { readonly kind: 'left' };

/** A backend's entry in the registry: written at start, kept true, answered for, removed at stop. */
export class Registration implements Part {
  readonly name = 'registration';
  readonly id: string;
  private readonly options: RegistrationOptions;
  private readonly reporting: Coalesced<Answer>;
  private readonly startedAtMs: number;
  private readonly cleanups: (() => void)[] = [];
  private membership: Membership = { kind: 'new' };
  private ownIncarnation = nanoid();
  private state: 'up' | 'draining' = 'up';
  private reservations = new Set<string>();
  private cancelSoon: CancelTimer | undefined;

  /** @throws GatehouseError BAD_CONFIG for a name or room class that cannot be written */
  constructor(options: RegistrationOptions) {
    requireClassNames(options.rooms);
    this.options = options;
    this.id = options.keys.serverId(options.type, options.name);
    this.startedAtMs = options.clock.wallMs();
    this.reporting = new Coalesced(() => this.writeReport());
  }

  /** Changes when this server was declared lost and came back. */
  get incarnation(): string {
    return this.ownIncarnation;
  }

  /** Subscribes, then registers over whoever held the id. @throws GatehouseError UNAVAILABLE, LATE */
  async start(): Promise<void> {
    if (this.membership.kind !== 'new') return;
    const { redis, clock, reportIntervalMs = REPORT_INTERVAL_MS } = this.options;
    this.membership = { kind: 'joining', over: 'anyone' };
    this.cleanups.push(await redis.subscribe(this.id, message => this.hear(message)));
    await this.join('anyone');
    this.cleanups.push(redis.onReconnected(() => this.catchUp()));
    this.cleanups.push(redis.onResubscribed(() => this.catchUp()));
    this.cleanups.push(clock.every(reportIntervalMs, () => void this.reportNow()));
    this.ping();
  }

  /** State `draining`: nothing new is placed here. */
  async drain(): Promise<void> {
    this.state = 'draining';
    await this.reportNow();
  }

  /** A clean leave. An unreachable Redis does not keep a process from ending: the health check finds out. */
  async stop(): Promise<void> {
    const { redis, keys } = this.options;
    const mayBeWritten = this.membership.kind === 'joined' || this.membership.kind === 'joining';
    this.leaveQuietly();
    if (mayBeWritten) await leave(redis, keys, { id: this.id, incarnation: this.ownIncarnation }).catch(() => false);
  }

  /** The counts have changed: written within 100 ms. */
  reportSoon(): void {
    if (this.membership.kind !== 'joined') return;
    this.cancelSoon ??= this.options.clock.after(REPORT_GAP_MS, () => void this.reportNow());
  }

  /**
   * Writes the counts of now, which include the room of this reservation, and drops the reservation with them.
   * @throws GatehouseError UNAVAILABLE, LATE; the next report then drops it
   */
  async confirm(reservation: string): Promise<void> {
    this.reservations.add(reservation);
    await this.reporting.run();
  }

  /** Asks Redis whether this incarnation is still the current one. @throws GatehouseError UNAVAILABLE, LATE */
  async isCurrent(): Promise<boolean> {
    const incarnation = this.ownIncarnation;
    const answer = await this.reporting.run();
    return answer.kind !== 'lost' && answer.kind !== 'foreign' && incarnation === this.ownIncarnation;
  }

  private hear(message: string): void {
    if (message === 'testing') this.ping();
    else if (message.startsWith(`${DRAIN_MESSAGE} `)) void this.reportNow(); // its answer says whether it is for us
  }

  private ping(): void {
    if (this.membership.kind === 'left') return;
    this.options.onPing(() => void this.acknowledge());
  }

  private catchUp(): void {
    void this.reportNow(); // finds out whether Redis has forgotten us
    this.ping();
  }

  private async acknowledge(): Promise<void> {
    if (this.membership.kind !== 'joined') return;
    const incarnation = this.ownIncarnation;
    const answer = await acknowledge(this.options.redis, { id: this.id, incarnation }).catch(() => undefined);
    if (answer !== undefined) await this.obey(answer, incarnation).catch(() => undefined); // the next report tries again
  }

  /** Without a caller that could do something about an outage: the next one, or the reconnect, repeats it. */
  private async reportNow(): Promise<void> {
    await this.reporting.run().catch(() => undefined);
  }

  private async writeReport(): Promise<Answer> {
    this.cancelSoon?.();
    this.cancelSoon = undefined;
    if (this.membership.kind === 'joining') return this.join(this.membership.over);
    if (this.membership.kind !== 'joined') throw new GatehouseError('CLOSED');
    const reservations = [...this.reservations];
    const incarnation = this.ownIncarnation;
    const counts = { id: this.id, incarnation, state: this.state, ...this.options.load() };
    const answer = await report(this.options.redis, this.options.keys, counts, reservations);
    for (const reservation of reservations) this.reservations.delete(reservation);
    return this.obey(answer, incarnation);
  }

  /** What the hash said to `incarnation`. Throws when a registration that it asks for failed; then the next report goes on. */
  private async obey(answer: Answer, incarnation: string): Promise<Answer> {
    if (this.membership.kind !== 'joined' || incarnation !== this.ownIncarnation) return answer; // said to a former self
    switch (answer.kind) {
      case 'current':
        this.heed(answer.drain);
        return answer;
      case 'missing':
        await this.rejoin('nothing');
        return answer;
      case 'lost':
        await this.renew(incarnation);
        return answer;
      case 'foreign':
        this.replaced(answer.incarnation);
        return answer;
      default:
        return answer satisfies never;
    }
  }

  private heed(drain: DrainLimit | undefined): void {
    if (drain === undefined || this.state === 'draining') return;
    this.state = 'draining';
    this.options.onDrain?.(drain);
  }

  private async renew(lostIncarnation: string): Promise<void> {
    this.ownIncarnation = nanoid();
    this.reservations.clear();
    this.membership = { kind: 'joining', over: { lostIncarnation } };
    this.options.onLost();
    await this.rejoin({ lostIncarnation });
  }

  private async rejoin(over: RegisterOver): Promise<void> {
    this.membership = { kind: 'joining', over };
    await this.join(over);
  }

  /** @throws GatehouseError UNAVAILABLE also while pings could not be heard: each would count as missed */
  private async join(over: RegisterOver): Promise<Answer> {
    const { redis, keys } = this.options;
    if (!redis.hears) throw new GatehouseError('UNAVAILABLE', { why: 'not subscribed' });
    const incarnation = this.ownIncarnation;
    const answer = await register(redis, keys, this.describe(), over);
    if (this.membership.kind !== 'joining' || incarnation !== this.ownIncarnation) return answer; // done meanwhile, or stopped
    if (answer.kind === 'foreign') {
      this.replaced(answer.incarnation);
      return answer;
    }
    if (answer.kind === 'lost') {
      await this.renew(incarnation);
      return answer;
    }
    this.membership = { kind: 'joined' };
    this.options.log.info(LOG_EVENTS.serverRegistered, { id: this.id, incarnation: this.ownIncarnation, over });
    if (over === 'nothing') this.options.onMissing?.();
    return answer;
  }

  private describe(): SelfDescription {
    const { type, address, local, capacity, rooms, version, load } = this.options;
    const { games, users } = load();
    return {
      id: this.id,
      type,
      address: address(),
      local: local?.(),
      incarnation: this.ownIncarnation,
      games,
      users,
      capacity,
      rooms,
      version,
      startedAtMs: this.startedAtMs,
      state: this.state,
    };
  }

  private replaced(by: string): void {
    this.leaveQuietly();
    this.options.log.error(LOG_EVENTS.serverReplaced, { id: this.id, incarnation: this.ownIncarnation, by });
    this.options.onReplaced(by);
  }

  private leaveQuietly(): void {
    this.membership = { kind: 'left' };
    this.cancelSoon?.();
    this.cancelSoon = undefined;
    for (const cleanUp of this.cleanups.splice(0)) cleanUp();
  }
}
