/** Time as an argument. The default is the host's; tests bring one that stands still. */
export interface ClientClock {
  /** Milliseconds that never go back; the zero point means nothing. */
  monotonicMs(): number;
  /** Returns how to cancel; a second call of that does nothing. */
  after(delayMs: number, run: () => void): () => void;
}

export const hostClock: ClientClock = {
  monotonicMs: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
