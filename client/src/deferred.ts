import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { ClientClock } from './client-clock.ts';

/** A promise that somebody else settles. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: Error): void;
}

export function newDeferred<T>(): Deferred<T> {
  let settle: Pick<Deferred<T>, 'resolve' | 'reject'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...(settle as unknown as Pick<Deferred<T>, 'resolve' | 'reject'>) };
}

/** The same, but rejects with TIMEOUT when it takes longer. */
export async function withTimeout<T>(
  promise: Promise<T>,
  limit: { clock: ClientClock; timeoutMs: number },
): Promise<T> {
  const deadline = newDeferred<never>();
  const { timeoutMs } = limit;
  const cancelTimer = limit.clock.after(timeoutMs, () => deadline.reject(new GatehouseError('TIMEOUT', { timeoutMs })));
  try {
    return await Promise.race([promise, deadline.promise]);
  } finally {
    cancelTimer();
  }
}
