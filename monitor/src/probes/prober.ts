import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { ProberLease } from '../prober-lease.ts';
import type { Database } from '../store/database.ts';
import { DEFAULT_SETTINGS, type MonitorSettings, readSettings } from '../store/settings.ts';
import { openBlind } from '../targets/blind-incident.ts';
import type { AddressPolicy } from './address-policy.ts';
import { BlindGuard } from './blind-guard.ts';
import { type CheckOutcome, CheckSchedule } from './check-schedule.ts';
import { isChanging } from './check-timing.ts';
import { type CheckedTarget, checkedTarget, liveTargets, targetsFingerprint } from './checked-targets.ts';
import { JudgeQueue } from './judge-queue.ts';
import { probe } from './probe.ts';

export interface ProberOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly lease: Pick<ProberLease, 'held' | 'onChange'>;
  readonly policy: AddressPolicy;
  /** Results are stored; something may have to be sent, and pages want to know. */
  written(): void;
  /** Told of each check how late it began. */
  late?(lateMs: number): void;
  /** Told of the result of each. */
  checked?(ok: boolean): void;
}

const LOOK_MS = 1000;
const STALE_MS = 10_000;
/** No timeout of a target is that long. */
const OVERDUE_MS = 90_000;

/** Checks all targets, as long as this process holds the lease. */
export class Prober implements Part {
  readonly name = 'prober';
  private readonly options: ProberOptions;
  private readonly schedule: CheckSchedule<CheckedTarget>;
  private readonly queue: JudgeQueue;
  private settings: MonitorSettings = DEFAULT_SETTINGS;
  private guard = new BlindGuard(false);
  private fingerprint = '';
  private lookedAtMs = Number.NEGATIVE_INFINITY;
  private isOpen = false;
  private looking: Promise<void> | undefined;
  private cancels: CancelTimer[] = [];

  constructor(options: ProberOptions) {
    this.options = options;
    const { db, clock, log } = options;
    const late = (lateMs: number) => options.late?.(lateMs);
    this.schedule = new CheckSchedule({ clock, check: target => this.check(target), late });
    this.queue = new JudgeQueue({ db, clock, log, rules: () => this.settings, written: () => options.written() });
  }

  start(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    const { clock, lease } = this.options;
    this.cancels = [clock.every(LOOK_MS, () => this.reload()), lease.onChange(() => this.reload())];
    this.reload();
  }

  /** Targets or settings may be others now, or the lease. */
  reload(): void {
    if (!this.isOpen) return;
    this.looking ??= this.look().finally(() => {
      this.looking = undefined;
    });
  }

  /** At once and whoever has the lease; the result is stored as any other. */
  async checkNow(targetId: string): Promise<void> {
    if (this.schedule.checkNow(targetId)) return;
    const { db } = this.options;
    const row = (await liveTargets(db)).find(({ id }) => id === targetId);
    this.settings = await readSettings(db); // without the lease they are not followed
    const target = row && checkedTarget(row, this.settings);
    if (target !== undefined) await this.check(target);
  }

  /** Why, as the holder of the lease, it does not check as it should; undefined: it does. */
  problem(): string | undefined {
    if (this.options.clock.monotonicMs() - this.lookedAtMs > STALE_MS) return 'targets cannot be read';
    if (!this.queue.stores) return 'results cannot be stored';
    return this.schedule.overdueMs() > OVERDUE_MS ? 'checks are overdue' : undefined;
  }

  async drain(): Promise<void> {
    this.isOpen = false;
    for (const cancel of this.cancels) cancel();
    await this.looking;
    this.forget();
    await this.queue.settled();
  }

  stop(): Promise<void> {
    return this.drain();
  }

  private async look(): Promise<void> {
    const { db, lease, log } = this.options;
    if (!lease.held) {
      this.forget();
      return;
    }
    try {
      const settings = await readSettings(db);
      const fingerprint = `${await targetsFingerprint(db)} ${JSON.stringify(settings)}`;
      this.lookedAtMs = this.options.clock.monotonicMs();
      if (fingerprint === this.fingerprint) return;
      if (this.fingerprint === '') this.guard = new BlindGuard((await openBlind(db)) !== undefined);
      const rows = await liveTargets(db);
      const targets = rows.map(row => checkedTarget(row, settings)).filter(target => target !== undefined);
      this.settings = settings;
      this.fingerprint = fingerprint;
      this.guard.watch(targets.map(({ id }) => id));
      if (this.isOpen && lease.held) this.schedule.replace(targets);
    } catch (error) {
      log.error(LOG_EVENTS.databaseFailed, { doing: 'read the targets', error });
    }
  }

  private forget(): void {
    this.schedule.replace([]);
    this.fingerprint = '';
  }

  private async check(target: CheckedTarget): Promise<CheckOutcome> {
    const { clock, policy, log } = this.options;
    const result = await probe(target, { policy, clock });
    const { ok } = result;
    this.options.checked?.(ok);
    if (!this.isOpen) return { ok, soon: false };
    const atMs = clock.wallMs();
    const sight = this.guard.heard(target.id, { ok, atMs });
    if (sight.kind === 'doubts') for (const id of sight.ask) this.schedule.checkNow(id);
    if (sight.kind === 'blind') log.warn(LOG_EVENTS.monitorBlind, { blind: true });
    if (sight.kind === 'sees-again') log.info(LOG_EVENTS.monitorBlind, { blind: false });
    const observation = result.ok
      ? ({ kind: 'answered', latencyMs: result.latencyMs } as const)
      : ({ kind: 'failed', error: result.error } as const);
    const phases = JSON.stringify(result.phases);
    const standing = await this.queue.judge({ targetId: target.id, atMs, observation, phases }, sight);
    return { ok, soon: standing !== undefined && isChanging(standing.standing, standing.successes) };
  }
}
