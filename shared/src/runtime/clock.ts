/** Cancels a timer; a second call does nothing. */
export type CancelTimer = () => void;

/** Time as an argument: policies take it, tests bring their own. */
export interface Clock {
  /** Milliseconds that never go back; the zero point means nothing. */
  monotonicMs(): number;
  /** Milliseconds since 1970, for people and logs. */
  wallMs(): number;
  after(delayMs: number, run: () => void): CancelTimer;
  every(intervalMs: number, run: () => void): CancelTimer;
}

export const systemClock: Clock = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  every(intervalMs, run) {
    const timer = setInterval(run, intervalMs);
    return () => clearInterval(timer);
  },
};

/** Resolves after `delayMs` of this clock. */
export function sleep(clock: Clock, delayMs: number): Promise<void> {
  return new Promise(resolve => clock.after(delayMs, resolve));
}
