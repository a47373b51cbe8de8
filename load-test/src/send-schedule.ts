export interface PlannedSend {
  readonly player: number;
  readonly plannedMs: number;
}

export interface SchedulePlan {
  readonly startMs: number;
  /** Nothing is planned at this instant or later. */
  readonly endMs: number;
  /** Messages per second of each player. */
  readonly ratePerSecond: number;
  /** When each player's first message is due, as a part of the interval: 0 ≤ x < 1. */
  readonly phases: readonly number[];
}

/**
 * Open loop: who sends when is decided beforehand, whether or not the system keeps up. A late answer delays no later
 * message, so a stall shows in every message that was due meanwhile.
 */
export class SendSchedule {
  private readonly plan: SchedulePlan;
  private readonly intervalMs: number;
  private readonly order: readonly number[];
  private cycle = 0;
  private position = 0;

  constructor(plan: SchedulePlan) {
    this.plan = plan;
    this.intervalMs = 1000 / plan.ratePerSecond;
    const phaseOf = (player: number): number => plan.phases[player] ?? 0;
    this.order = plan.phases.map((_, player) => player).sort((a, b) => phaseOf(a) - phaseOf(b));
  }

  /** The earliest one not taken yet; undefined: all are. */
  peek(): PlannedSend | undefined {
    const player = this.order[this.position];
    if (player === undefined) return undefined;
    const phase = this.plan.phases[player] ?? 0;
    const plannedMs = this.plan.startMs + (this.cycle + phase) * this.intervalMs;
    return plannedMs < this.plan.endMs ? { player, plannedMs } : undefined;
  }

  take(): void {
    this.position++;
    if (this.position < this.order.length) return;
    this.position = 0;
    this.cycle++;
  }
}
