import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { ClientClock } from './client-clock.ts';

interface PendingRequest<T> {
  resolve(reply: T): void;
  reject(error: Error): void;
  cancelTimer(): void;
}

/** Commands, or requests to a room, that wait for their reply, by seq. They wait across reconnects; only their deadline ends that. */
export class PendingRequests<T> {
  private readonly pending = new Map<number, PendingRequest<T>>();
  private readonly clock: ClientClock;
  private readonly timeoutMs: number;
  private closedWith: GatehouseError | undefined;

  constructor(options: { clock: ClientClock; timeoutMs: number }) {
    this.clock = options.clock;
    this.timeoutMs = options.timeoutMs;
  }

  get count(): number {
    return this.pending.size;
  }

  has(seq: number): boolean {
    return this.pending.has(seq);
  }

  /** Rejects TIMEOUT when the deadline passes; the command may still take effect afterwards. */
  add(seq: number, timeoutMs: number = this.timeoutMs): Promise<T> {
    if (this.closedWith !== undefined) return Promise.reject(this.closedWith);
    return new Promise((resolve, reject) => {
      const cancelTimer = this.clock.after(timeoutMs, () => {
        this.pending.delete(seq);
        reject(new GatehouseError('TIMEOUT', { timeoutMs }));
      });
      this.pending.set(seq, { resolve, reject, cancelTimer });
    });
  }

  /** A reply nobody waits for (repeated, or past its deadline) is ignored. */
  resolve(seq: number, reply: T): void {
    this.take(seq)?.resolve(reply);
  }

  reject(seq: number, error: Error): void {
    this.take(seq)?.reject(error);
  }

  /** Those of `after` < seq ≤ `through`. */
  rejectBetween({ after, through }: { after: number; through: number }, error: GatehouseError): void {
    for (const seq of [...this.pending.keys()]) if (seq > after && seq <= through) this.reject(seq, error);
  }

  rejectAll(error: GatehouseError): void {
    for (const seq of [...this.pending.keys()]) this.reject(seq, error);
  }

  /** Nothing will be answered any more. */
  close(error: GatehouseError): void {
    this.closedWith = error;
    this.rejectAll(error);
  }

  private take(seq: number): PendingRequest<T> | undefined {
    const request = this.pending.get(seq);
    this.pending.delete(seq);
    request?.cancelTimer();
    return request;
  }
}
