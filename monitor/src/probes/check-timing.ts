import { createHash } from 'node:crypto';
import type { StandingName } from '../targets/standing.ts';

// When a target is checked. Pure; times are of the steady clock.

/** After a start everything has been seen once in this time. */
const FIRST_ROUND_MS = 5_000;
/** A target whose standing is about to change is asked again soon. */
const SOON_MS = 10_000;

/** From 0 to 1, always the same for a target, and different for each. */
export function spreadOf(targetId: string): number {
  return createHash('sha256').update(targetId).digest().readUInt32BE(0) / 2 ** 32;
}

/** The first one: soon, but not all at once. */
export function firstDueMs(nowMs: number, spread: number, intervalMs: number): number {
  return nowMs + spread * Math.min(intervalMs, FIRST_ROUND_MS);
}

/** Each target has its own offset in the interval, and keeps it: late checks move no later one. */
export function regularDueMs(nowMs: number, spread: number, intervalMs: number): number {
  const offsetMs = spread * intervalMs;
  return (Math.floor((nowMs - offsetMs) / intervalMs) + 1) * intervalMs + offsetMs;
}

/** Between: what is failing, or is coming back, is checked every 10 s. */
export function isChanging(standing: StandingName, successes: number): boolean {
  return standing === 'PENDING' || (standing === 'DOWN' && successes > 0);
}

export function nextDueMs(
  nowMs: number,
  spread: number,
  { intervalMs, soon }: { intervalMs: number; soon: boolean },
): number {
  const regularMs = regularDueMs(nowMs, spread, intervalMs);
  return soon ? Math.min(regularMs, nowMs + SOON_MS) : regularMs;
}
