/** Delays are reported at most this often. */
export const LATE_REPORT_INTERVAL_MS = 10_000;

/** Ticks that began at least one interval late, since the report before. */
export interface LateTicks {
  readonly lateTicks: number;
  /** Never run: the room was too far behind. */
  readonly droppedTicks: number;
  readonly maxLateMs: number;
  /** The tick that took longest lately, late or not: whoever delays the others. */
  readonly slowestTickMs: number;
  readonly slowestRoomId: string;
}

/** Gathers delays of ticks and reports the first at once, the following together. Pure: times come from the caller. */
export class LateTickReport {
  private readonly report: (late: LateTicks) => void;
  /** Since the start. */
  readonly total = { lateTicks: 0, droppedTicks: 0 };
  private lateTicks = 0;
  private droppedTicks = 0;
  private maxLateMs = 0;
  private slowestTickMs = 0;
  private slowestRoomId = '';
  private reportedAtMs = Number.NEGATIVE_INFINITY;
  private slowestSinceMs = 0;

  constructor(report: (late: LateTicks) => void) {
    this.report = report;
  }

  late(lateMs: number, droppedTicks: number): void {
    this.lateTicks++;
    this.total.lateTicks++;
    this.total.droppedTicks += droppedTicks;
    this.droppedTicks += droppedTicks;
    this.maxLateMs = Math.max(this.maxLateMs, lateMs);
  }

  took(tickMs: number, roomId: string): void {
    if (tickMs <= this.slowestTickMs) return;
    this.slowestTickMs = tickMs;
    this.slowestRoomId = roomId;
  }

  /** Between ticks. */
  reportIfDue(nowMs: number): void {
    if (this.lateTicks > 0 && nowMs - this.reportedAtMs >= LATE_REPORT_INTERVAL_MS) {
      const { lateTicks, droppedTicks, maxLateMs, slowestTickMs, slowestRoomId } = this;
      this.report({ lateTicks, droppedTicks, maxLateMs, slowestTickMs, slowestRoomId });
      this.lateTicks = 0;
      this.droppedTicks = 0;
      this.maxLateMs = 0;
      this.reportedAtMs = nowMs;
      this.forgetSlowest(nowMs);
    } else if (this.lateTicks === 0 && nowMs - this.slowestSinceMs >= LATE_REPORT_INTERVAL_MS) {
      this.forgetSlowest(nowMs);
    }
  }

  private forgetSlowest(nowMs: number): void {
    this.slowestTickMs = 0;
    this.slowestRoomId = '';
    this.slowestSinceMs = nowMs;
  }
}
