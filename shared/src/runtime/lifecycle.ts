/** A part of a process. Each verb may be called twice; constructors do no IO and arm no timer. */
export interface Part {
  readonly name: string;
  start?(): Promise<void> | void;
  /** Take nothing new, finish what runs. */
  drain?(): Promise<void> | void;
  stop?(): Promise<void> | void;
}

/** Starts parts in order; drains all, then stops all, newest first. */
export class Lifecycle {
  private readonly parts: readonly Part[];
  private started: Part[] = [];
  private ending: Promise<void> | undefined;

  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }

  /** When a part fails, those already started are stopped and the error is thrown. */
  async start(): Promise<void> {
    for (const part of this.parts) {
      if (this.ending !== undefined) return;
      try {
        this.started.push(part);
        await part.start?.();
      } catch (error) {
        await this.shutdown().catch(() => undefined); // the first error says why
        throw error;
      }
    }
  }

  /** Every part is drained and stopped even when another one throws; the first error is thrown at the end. */
  shutdown(): Promise<void> {
    this.ending ??= this.end();
    return this.ending;
  }

  private async end(): Promise<void> {
    const errors: unknown[] = [];
    const parts = [...this.started].reverse();
    for (const part of parts) await attempt(() => part.drain?.(), errors);
    for (const part of parts) await attempt(() => part.stop?.(), errors);
    if (errors.length > 0) throw errors[0];
  }
}

async function attempt(run: () => Promise<void> | void, errors: unknown[]): Promise<void> {
  try {
    await run();
  } catch (error) {
    errors.push(error);
  }
}
