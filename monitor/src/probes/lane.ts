/** Runs so much at once and not more; the rest waits in its order. */
export class Lane {
  private readonly width: number;
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(width: number) {
    this.width = width;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.width) this.running += 1;
    else await new Promise<void>(resolve => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next(); // takes the place over
    }
  }
}
