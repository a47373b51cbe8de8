import type { ClientClock } from './client-clock.ts';

export const LATENCY_SAMPLES_KEPT = 60;
const MAX_UNANSWERED = 8;
const QUESTION_BYTES = 4;

/** How long it takes to the gateway and back: a heartbeat that carries a number comes back with it. */
export class Latency {
  private readonly clock: ClientClock;
  private readonly askedAtMs = new Map<number, number>();
  private readonly kept: number[] = [];
  private asked = 0;

  constructor(clock: ClientClock) {
    this.clock = clock;
  }

  /** In milliseconds, the newest last. */
  get samples(): readonly number[] {
    return this.kept;
  }

  /** What the next heartbeat carries. */
  ask(): Uint8Array {
    const question = new Uint8Array(QUESTION_BYTES);
    this.asked = (this.asked + 1) >>> 0;
    new DataView(question.buffer).setUint32(0, this.asked);
    this.askedAtMs.set(this.asked, this.clock.monotonicMs());
    for (const oldest of this.askedAtMs.keys()) {
      if (this.askedAtMs.size <= MAX_UNANSWERED) break;
      this.askedAtMs.delete(oldest);
    }
    return question;
  }

  answered(payload: Uint8Array): void {
    if (payload.length !== QUESTION_BYTES) return;
    const number = new DataView(payload.buffer, payload.byteOffset).getUint32(0);
    const askedAtMs = this.askedAtMs.get(number);
    if (askedAtMs === undefined || !this.askedAtMs.delete(number)) return;
    this.kept.push(this.clock.monotonicMs() - askedAtMs);
    if (this.kept.length > LATENCY_SAMPLES_KEPT) this.kept.shift();
  }

  /** The connection is gone: its heartbeats will not come back. */
  forget(): void {
    this.askedAtMs.clear();
  }
}
