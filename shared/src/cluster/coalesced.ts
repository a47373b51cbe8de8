/**
 * One run of `work` at a time; all who ask while it runs share the one run that follows, so that each caller's run began after
 * it asked.
 */
export class Coalesced<T> {
  private readonly work: () => Promise<T>;
  private running: Promise<T> | undefined;
  private following: Promise<T> | undefined;

  constructor(work: () => Promise<T>) {
    this.work = work;
  }

  /** Rejects as the run does. */
  run(): Promise<T> {
    if (this.running === undefined) return this.begin();
    this.following ??= this.running.then(noMatter, noMatter).then(() => {
      this.following = undefined;
      return this.begin();
    });
    return this.following;
  }

  private begin(): Promise<T> {
    const run = this.work().finally(() => {
      if (this.running === run) this.running = undefined;
    });
    this.running = run;
    return run;
  }
}

function noMatter(): void {}
