import { PATIENCE_MS } from './test-interval.ts';

interface Waiter<T> {
  readonly look: () => T | undefined;
  readonly resolve: (found: T) => void;
}

const SHOWN = 15;

/** What was seen so far, in order, and a way to wait for more. */
export class Observations<T> {
  readonly all: T[] = [];
  private readonly what: string;
  private readonly waiters = new Set<Waiter<T>>();

  /** `what` names them in errors. */
  constructor(what: string) {
    this.what = what;
  }

  get count(): number {
    return this.all.length;
  }

  add(item: T): void {
    this.all.push(item);
    for (const waiter of [...this.waiters]) {
      const found = waiter.look();
      if (found !== undefined) waiter.resolve(found);
    }
  }

  /** The first that fits, of those from position `from` on and those to come. */
  first(fits: (item: T) => boolean, { from = 0, timeoutMs = PATIENCE_MS } = {}): Promise<T> {
    return this.wait(() => this.all.slice(from).find(fits), timeoutMs);
  }

  /** The first to come that fits. */
  next(fits: (item: T) => boolean = () => true): Promise<T> {
    return this.first(fits, { from: this.count });
  }

  /** Resolves when `amount` more than now were seen. */
  async more(amount: number): Promise<void> {
    const enough = this.count + amount;
    await this.wait(() => (this.count >= enough ? this.all[enough - 1] : undefined), PATIENCE_MS);
  }

  private wait(look: () => T | undefined, timeoutMs: number): Promise<T> {
    const found = look();
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        this.waiters.delete(waiter);
      };
      const waiter: Waiter<T> = {
        look,
        resolve: item => {
          settle();
          resolve(item);
        },
      };
      const timer = setTimeout(() => {
        settle();
        const last = this.all.slice(-SHOWN).map(item => JSON.stringify(item));
        reject(new Error(`${this.what}: not within ${timeoutMs} ms; of ${this.count} the last:\n${last.join('\n')}`));
      }, timeoutMs);
      this.waiters.add(waiter);
    });
  }
}
