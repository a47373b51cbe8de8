/** Calls `work` soon after being asked, once for all that ask meanwhile, with a pause from one end to the next start. */
export class Paced {
  private readonly work: () => Promise<void>;
  private readonly pauseMs: () => number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isWorking = false;
  private isWanted = false;
  private isStopped = false;
  private endedAt = Number.NEGATIVE_INFINITY;

  constructor(work: () => Promise<void>, pauseMs: () => number) {
    this.work = work;
    this.pauseMs = pauseMs;
  }

  ask(): void {
    if (this.isStopped) return;
    this.isWanted = true;
    if (this.isWorking || this.timer !== undefined) return;
    const waitMs = Math.max(SOON_MS, this.endedAt + this.pauseMs() - performance.now());
    this.timer = setTimeout(() => void this.run(), waitMs);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    this.timer = undefined;
    this.isWorking = true;
    this.isWanted = false;
    await this.work();
    this.isWorking = false;
    this.endedAt = performance.now();
    if (this.isWanted) this.ask();
  }
}

/** Changes come in bursts. */
const SOON_MS = 60;
