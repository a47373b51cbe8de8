/** A part of a process. Each verb may be called twice; constructors do no IO and arm no timer. */
export interface Part {
  readonly name: string;
  start?(): Promise<void> | void;
  /** Take nothing new, finish what runs; what still runs after `limitMs` is ended. */
  drain?(limitMs: number): Promise<void> | void;
  stop?(): Promise<void> | void;
}

/** Starts parts in order; drains all, then stops all, newest first. */
export class Lifecycle {
  private readonly parts: readonly Part[];
  private readonly started: Part[] = [];
  private readonly errors: unknown[] = []; // of the end
  private draining: Promise<void> | undefined;
  private stopping: Promise<void> | undefined;

  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }

  /** When a part fails, those already started are stopped and the error is thrown. */
  async start(): Promise<void> {
    for (const part of this.parts) {
      if (this.draining !== undefined) return;
      try {
        this.started.push(part);
        await part.start?.();
      } catch (error) {
        await this.shutdown().catch(() => undefined); // the first error says why
        throw error;
      }
    }
  }

  /** Starts nothing more. One part after the other gets `limitMs`; the first call's counts. Errors are left to `shutdown`. */
  drain(limitMs: number): Promise<void> {
    this.draining ??= this.each(part => part.drain?.(limitMs));
    return this.draining;
  }

  /** Drains without waiting for anything, unless it has been drained, then stops. Every part is ended even when another one
   * throws; the first error is thrown at the end. */
  shutdown(): Promise<void> {
    this.stopping ??= this.stop();
    return this.stopping;
  }

  private async stop(): Promise<void> {
    await this.drain(0);
    await this.each(part => part.stop?.());
    if (this.errors.length > 0) throw this.errors[0];
  }

  /** Newest first. */
  private async each(end: (part: Part) => Promise<void> | void): Promise<void> {
    for (const part of [...this.started].reverse()) {
      try {
        await end(part);
      } catch (error) {
        this.errors.push(error);
      }
    }
  }
}
