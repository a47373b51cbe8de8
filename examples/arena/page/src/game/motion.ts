import type { Positions } from '@gatehouse/example-arena/messages';

export interface Place {
  readonly x: number;
  readonly y: number;
}

interface Sample {
  readonly timeMs: number;
  readonly places: ReadonlyMap<string, Place>;
}

/** How far behind the newest positions the picture is: two ticks, so that the next ones are there when it needs them. */
export const DELAY_MS = 100;
const KEPT_SAMPLES = 12;
/** How much of a late or early arrival moves the clock: one slow packet must not make everybody jump. */
const CLOCK_STEP = 0.05;
/** Further apart than this is no way anybody could have run in one tick: a new round. */
const JUMP = 120;

/**
 * Where to draw everybody between two ticks of the room. Pure: arrivals and drawing times come from the caller, by one
 * clock. The room's own time is its tick count; the way from there to the caller's clock is learnt from arrivals.
 */
export class Motion {
  private readonly tickMs: number;
  private samples: Sample[] = [];
  /** Caller's clock minus the room's; undefined until something came. */
  private offsetMs: number | undefined;

  constructor(tickHz: number) {
    this.tickMs = 1000 / tickHz;
  }

  add({ tick, at }: Positions, nowMs: number): void {
    const timeMs = tick * this.tickMs;
    const last = this.samples.at(-1);
    if (last !== undefined && timeMs <= last.timeMs) return; // doubled or late: a newer one is shown already
    const offsetMs = nowMs - timeMs;
    const isFarOff = this.offsetMs === undefined || Math.abs(offsetMs - this.offsetMs) > 5 * this.tickMs;
    this.offsetMs = isFarOff ? offsetMs : (this.offsetMs ?? 0) * (1 - CLOCK_STEP) + offsetMs * CLOCK_STEP;
    this.samples.push({ timeMs, places: new Map(at.map(([id, x, y]) => [id, { x, y }])) });
    this.samples = this.samples.slice(-KEPT_SAMPLES);
  }

  /** Undefined: nobody has said where this one is. */
  placeOf(id: string, nowMs: number): Place | undefined {
    const timeMs = nowMs - (this.offsetMs ?? 0) - DELAY_MS;
    const next = this.samples.findIndex(sample => sample.timeMs > timeMs);
    if (next === -1) return this.samples.at(-1)?.places.get(id);
    const to = this.samples[next];
    const from = this.samples[next - 1];
    const end = to?.places.get(id);
    const begin = from?.places.get(id);
    if (to === undefined || from === undefined || end === undefined || begin === undefined) return end ?? begin;
    if (Math.hypot(end.x - begin.x, end.y - begin.y) > JUMP) return end;
    const part = (timeMs - from.timeMs) / (to.timeMs - from.timeMs);
    return { x: begin.x + (end.x - begin.x) * part, y: begin.y + (end.y - begin.y) * part };
  }

  /** What was before is no way to what comes. */
  forget(): void {
    this.samples = [];
  }
}
