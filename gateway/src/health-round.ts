import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import {
  declareLost,
  evictForMisses,
  type Standing,
  type Tick,
  tickServer,
  type Verdict,
} from '@gatehouse/shared/cluster/health';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import {
  decideRound,
  type HealthLimits,
  type RoundDecision,
  rearmAfterError,
  silenceOfLost,
} from './round-decision.ts';

export interface HealthRoundOptions {
  id: string;
  redis: Pick<ClusterRedis, 'run' | 'nowMs' | 'steadyForMs'>;
  keys: Keys;
  clock: Clock;
  log: Log;
  random: () => number;
  limits: HealthLimits;
  pongAgeMs: () => number | undefined;
  /** Whether misses may evict now (mass-miss guard). */
  mayEvict: () => boolean;
  /** Of a round that this gateway judged. */
  onVerdict: (verdict: Verdict) => void;
  /** The level, at each tick: events can be lost. */
  onStanding: (standing: Standing) => void;
  /** Another gateway was quicker: what the tick said is out of date. */
  onOvertaken: () => void;
  onGone: () => void;
}

/** The health checks of one server by one gateway, one after the other. A tick that fails is no verdict, and is not logged. */
export class HealthRound {
  private readonly options: HealthRoundOptions;
  private cancelTimer: CancelTimer | undefined;
  private running = false;

  constructor(options: HealthRoundOptions) {
    this.options = options;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.arm(0);
  }

  stop(): void {
    this.running = false;
    this.cancelTimer?.();
  }

  private arm(delayMs: number): void {
    if (this.running) this.cancelTimer = this.options.clock.after(delayMs, () => void this.tick());
  }

  private async tick(): Promise<void> {
    const { limits, random } = this.options;
    const tick = await this.ask();
    if (!this.running) return;
    if (tick === undefined) {
      this.arm(rearmAfterError(limits, random()));
      return;
    }
    const decision = decideRound(tick, limits, random());
    this.arm(decision.rearmMs);
    if (tick.kind === 'gone') this.options.onGone();
    else await this.act(tick, decision).catch((error: unknown) => this.noteUnlessUnavailable(error));
  }

  private async ask(): Promise<Tick | undefined> {
    const { id, redis, keys, limits, pongAgeMs } = this.options;
    try {
      return await tickServer(redis, keys, { id, intervalMs: limits.intervalMs, pongAgeMs: pongAgeMs() });
    } catch (error) {
      this.noteUnlessUnavailable(error);
      return undefined;
    }
  }

  private async act(tick: Exclude<Tick, { kind: 'gone' }>, decision: RoundDecision): Promise<void> {
    this.note(tick);
    this.options.onStanding(tick);
    const evicted = decision.evict ? this.options.mayEvict() && (await this.evict(tick)) : tick.state === 'down';
    if (evicted && decision.declareLost) await this.declareLost(tick);
  }

  /** True when this gateway did it. */
  private async evict(standing: Standing): Promise<boolean> {
    const { id, redis, keys, log, limits } = this.options;
    const { round, misses, incarnation } = standing;
    const evicted = await evictForMisses(redis, keys, { id, round, maxMisses: limits.maxMisses });
    if (!evicted) {
      this.options.onOvertaken();
      return false;
    }
    log.info(LOG_EVENTS.serverEvicted, { server: id, incarnation, misses, why: 'misses' });
    this.options.onStanding({ ...standing, state: 'down' });
    return true;
  }

  private async declareLost(standing: Standing): Promise<void> {
    const { id, redis, keys, log, limits } = this.options;
    const { incarnation, linkSilentMs } = standing;
    const lost = await declareLost(redis, keys, { id, incarnation, silentMs: silenceOfLost(limits) });
    if (!lost) return this.options.onOvertaken();
    log.warn(LOG_EVENTS.serverLost, { server: id, incarnation, linkSilentMs, why: 'silent' });
    this.options.onStanding({ ...standing, state: 'lost' });
  }

  private note(tick: Exclude<Tick, { kind: 'gone' }>): void {
    if (tick.kind === 'early') return; // the gateway that judged says it
    const { id, log } = this.options;
    const { incarnation, misses, round, state } = tick;
    this.options.onVerdict(tick.verdict);
    if (tick.verdict === 'missed') log.info(LOG_EVENTS.healthMiss, { server: id, incarnation, misses, round, state });
    if (tick.verdict === 'void') log.debug(LOG_EVENTS.healthVoid, { server: id, incarnation, round });
  }

  private noteUnlessUnavailable(error: unknown): void {
    const { id, log } = this.options;
    if (!isUnavailable(error)) log.error(LOG_EVENTS.internalError, { server: id, error });
  }
}
