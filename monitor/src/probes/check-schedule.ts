import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import { firstDueMs, nextDueMs, spreadOf } from './check-timing.ts';
import { Lane } from './lane.ts';

/** A check in the timetable. `address` is what is checked: when it changes, it is checked at once. */
export interface Scheduled {
  readonly id: string;
  readonly intervalMs: number;
  readonly address: string;
}

export interface CheckOutcome {
  readonly ok: boolean;
  /** Ask again before it is due. */
  readonly soon: boolean;
}

export interface CheckScheduleOptions<T extends Scheduled> {
  readonly clock: Clock;
  /** Never throws. */
  check(target: T): Promise<CheckOutcome>;
  /** Told of each check how late it began. */
  late?(lateMs: number): void;
}

interface Entry<T> {
  target: T;
  readonly spread: number;
  state: 'waiting' | 'running' | 'asked-again';
  dueMs: number;
  cancel: CancelTimer;
  failing: boolean;
}

/** Of targets that answered last time. */
const STEADY_WIDTH = 100;
/** Of those that did not: they may hang until their timeout, and must not keep the others waiting. */
const FAILING_WIDTH = 300;

/** The timetable of all checks. A target is never checked twice at once. */
export class CheckSchedule<T extends Scheduled> {
  private readonly options: CheckScheduleOptions<T>;
  private readonly entries = new Map<string, Entry<T>>();
  private readonly steady = new Lane(STEADY_WIDTH);
  private readonly failing = new Lane(FAILING_WIDTH);

  constructor(options: CheckScheduleOptions<T>) {
    this.options = options;
  }

  /** Checks these from now on, each at its time, and no others. What runs is finished. */
  replace(targets: readonly T[]): void {
    const wanted = new Set(targets.map(({ id }) => id));
    for (const [id, entry] of this.entries) {
      if (wanted.has(id)) continue;
      entry.cancel();
      this.entries.delete(id);
    }
    for (const target of targets) this.put(target);
  }

  /** Before its time, which stays as it is. False: not in the timetable. */
  checkNow(id: string): boolean {
    const entry = this.entries.get(id);
    if (entry === undefined) return false;
    if (entry.state === 'waiting') this.begin(entry);
    else entry.state = 'asked-again';
    return true;
  }

  /** How late the latest check is: not begun, or not ended. */
  overdueMs(): number {
    const nowMs = this.options.clock.monotonicMs();
    return Math.max(0, ...Array.from(this.entries.values(), ({ dueMs }) => nowMs - dueMs));
  }

  private put(target: T): void {
    const { clock } = this.options;
    const known = this.entries.get(target.id);
    if (known === undefined) {
      const spread = spreadOf(target.id);
      const entry: Entry<T> = { target, spread, state: 'waiting', dueMs: 0, cancel: () => {}, failing: false };
      this.entries.set(target.id, entry);
      this.arm(entry, firstDueMs(clock.monotonicMs(), spread, target.intervalMs));
      return;
    }
    const before = known.target;
    known.target = target;
    if (before.address !== target.address) this.checkNow(target.id);
    else if (before.intervalMs !== target.intervalMs && known.state === 'waiting') this.armNext(known, false);
  }

  private arm(entry: Entry<T>, dueMs: number): void {
    const { clock } = this.options;
    entry.cancel();
    entry.dueMs = dueMs;
    entry.cancel = clock.after(Math.max(0, dueMs - clock.monotonicMs()), () => {
      this.options.late?.(clock.monotonicMs() - dueMs);
      this.begin(entry);
    });
  }

  private armNext(entry: Entry<T>, soon: boolean): void {
    const { intervalMs } = entry.target;
    this.arm(entry, nextDueMs(this.options.clock.monotonicMs(), entry.spread, { intervalMs, soon }));
  }

  private begin(entry: Entry<T>): void {
    entry.cancel();
    entry.state = 'running';
    const lane = entry.failing ? this.failing : this.steady;
    void lane.run(() => this.check(entry));
  }

  private async check(entry: Entry<T>): Promise<void> {
    if (!this.has(entry)) return;
    const { ok, soon } = await this.options.check(entry.target);
    entry.failing = !ok;
    if (!this.has(entry)) return;
    const again = entry.state === 'asked-again';
    entry.state = 'waiting';
    if (again) this.begin(entry);
    else this.armNext(entry, soon);
  }

  private has(entry: Entry<T>): boolean {
    return this.entries.get(entry.target.id) === entry;
  }
}
