/** Runs tasks of the same key one after another, in the order of the calls; different keys do not wait for each other. */
export class KeyedQueue {
  private readonly tails = new Map<string, Promise<unknown>>();

  /** Settles as `task` does; a rejected task does not stop the ones behind it. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key);
    const result = before === undefined ? task() : before.then(task, task);
    this.tails.set(key, result);
    const forget = (): void => {
      if (this.tails.get(key) === result) this.tails.delete(key);
    };
    result.then(forget, forget);
    return result;
  }

  /** Resolves when every task known now has ended. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.tails.values()]);
  }
}
