import { AsyncLocalStorage } from 'node:async_hooks';

/** Whose code it is: hears of every error that its code lets out. */
export interface CodeOwner {
  codeFailed(error: unknown, where: string): void;
}

/**
 * Runs the code of rooms so that none can hurt another: what it throws, what its promises reject, and what escapes later
 * from a timer or a promise nobody waits for, goes to its owner.
 */
export class RoomCode {
  private readonly running = new AsyncLocalStorage<CodeOwner>();

  /** What `code` returned; undefined when it threw. */
  call<A extends unknown[], R>(owner: CodeOwner, where: string, code: (...args: A) => R, ...args: A): R | undefined {
    try {
      const result = this.running.run(owner, code, ...args);
      if (isPromiseLike(result)) result.then(undefined, error => owner.codeFailed(error, where));
      return result;
    } catch (error) {
      owner.codeFailed(error, where);
      return undefined;
    }
  }

  /** Runs it as the owner's code, but what it throws or rejects comes back to who calls. */
  async attempt<R>(owner: CodeOwner, code: () => R): Promise<Awaited<R>> {
    return await this.running.run(owner, code);
  }

  /** For the process's handlers of uncaught errors: true when the error came out of a room's code, which hears of it. */
  claimUncaught(error: unknown): boolean {
    const owner = this.running.getStore();
    owner?.codeFailed(error, 'code that nobody waits for');
    return owner !== undefined;
  }
}

export function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
