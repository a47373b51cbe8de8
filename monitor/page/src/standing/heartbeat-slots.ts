import type { Beat } from '../api/shapes.ts';

/** One place of a heartbeat bar. `gap`: nobody looked from `fromMs` to `toMs`. */
export type Slot =
  | { readonly kind: 'none' }
  | { readonly kind: 'beat'; readonly beat: Beat }
  | { readonly kind: 'gap'; readonly fromMs: number; readonly toMs: number };

/** Longer than so many usual pauses between two beats is a gap. */
const GAP_FACTOR = 3;
/** Retries come faster than the interval: a pause shorter than this is no gap, whatever is usual. */
const MIN_GAP_MS = 40_000;
/** Of all pauses: some are retries, and a few may be gaps. */
const USUAL_QUANTILE = 0.75;

/** The newest `count` places, oldest first, filled up with `none` on the left. Pure. */
export function heartbeatSlots(beats: readonly Beat[], count: number): Slot[] {
  const gapMs = Math.max(MIN_GAP_MS, usualPauseMs(beats) * GAP_FACTOR);
  const slots = beats.flatMap((beat, index): Slot[] => {
    const before = beats[index - 1];
    const shown: Slot = { kind: 'beat', beat };
    if (before === undefined || beat.at - before.at <= gapMs) return [shown];
    return [{ kind: 'gap', fromMs: before.at, toMs: beat.at }, shown];
  });
  const newest = slots.slice(-count);
  return [...Array.from({ length: count - newest.length }, (): Slot => ({ kind: 'none' })), ...newest];
}

function usualPauseMs(beats: readonly Beat[]): number {
  const pauses = beats.slice(1).map((beat, index) => beat.at - (beats[index]?.at ?? beat.at));
  return pauses.sort((one, other) => one - other)[Math.floor((pauses.length - 1) * USUAL_QUANTILE)] ?? 0;
}
