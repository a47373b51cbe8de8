/** A round trip that took longer says too little about the time. */
const EXACT_ROUND_TRIP_MS = 250;

/** Redis TIME seen from here. Pure: local times are monotonic and come from the caller. */
export class RedisTime {
  private offsetMs: number | undefined;

  /**
   * TIME was `redisMs` some time between `sentMs` and `receivedMs`. The latest possible moment is taken: the estimate never
   * runs ahead of Redis, so a deadline given by it has passed there when it has passed here.
   */
  observe(reading: { sentMs: number; receivedMs: number; redisMs: number }): void {
    const exact = reading.receivedMs - reading.sentMs <= EXACT_ROUND_TRIP_MS;
    if (exact || this.offsetMs === undefined) this.offsetMs = reading.redisMs - reading.receivedMs;
  }

  /** Another connection may lead to another server with another clock. */
  forget(): void {
    this.offsetMs = undefined;
  }

  /** Undefined: not yet read on this connection. */
  at(localMs: number): number | undefined {
    return this.offsetMs === undefined ? undefined : localMs + this.offsetMs;
  }
}

/** Milliseconds of a TIME reply, rounded down. Undefined: not a TIME reply. */
export function parseTime(reply: unknown): number | undefined {
  if (!Array.isArray(reply)) return undefined;
  const [seconds, microseconds] = reply.map(Number);
  if (seconds === undefined || microseconds === undefined) return undefined;
  const milliseconds = seconds * 1000 + Math.floor(microseconds / 1000);
  return Number.isFinite(milliseconds) ? milliseconds : undefined;
}
