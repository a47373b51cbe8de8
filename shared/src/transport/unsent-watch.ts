/**
 * Notices output that a peer leaves unsent for too long, however much or little it is. Asked in equal steps of time; steps and
 * not the clock are counted, so a process that itself stood still accuses nobody.
 */
export class UnsentWatch {
  private readonly steps: number;
  private readonly flushedAtSteps: number[] = []; // oldest first

  constructor(steps: number) {
    this.steps = steps;
  }

  /** True when something flushed `steps` steps ago has still not been taken by the kernel. */
  stalled(flushedBytes: number, takenBytes: number): boolean {
    this.flushedAtSteps.push(flushedBytes);
    if (this.flushedAtSteps.length <= this.steps) return false;
    const oldest = this.flushedAtSteps.shift();
    return oldest !== undefined && takenBytes < oldest;
  }
}
