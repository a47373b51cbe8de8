import type { ChaosOptions } from './chaos-options.ts';
import type { FaultKind } from './fault.ts';

/** `storm`: faults overlap, and anything may follow from any of them. */
export type Trouble = FaultKind | 'storm';

/** How a stream of a player went on, as its SDK has said. */
export interface Continuation {
  readonly userId: string;
  readonly stream: 'session' | 'lobby' | 'room';
  /** Empty: none. */
  readonly roomId: string;
  /** Why it began anew; undefined: it went on where it was. */
  readonly fresh: string | undefined;
  /** Frames of this player that nobody has. */
  readonly lostFrames: number;
  /** The player had been shown this room before, so there was something to go on from. */
  readonly isKnown: boolean;
}

/** Defaults of ROOM_LOG_MS and ROOM_LOG_BYTES of a game server. */
const ROOM_LOG_MS = 10_000;
const ROOM_LOG_BYTES = 256 * 1024;
/** No entry of a chaos room's log counts for more. */
const ENTRY_BYTES = 128;

/** For how long a room keeps what it says to players who are away: each line is repeated to all, and answered in private. */
export function roomKeepsMs({ party, rate }: Pick<ChaosOptions, 'party' | 'rate'>): number {
  return Math.min(ROOM_LOG_MS, (1000 * ROOM_LOG_BYTES) / (party * rate * 2 * ENTRY_BYTES));
}

export interface Circumstances {
  readonly trouble: Trouble | undefined;
  /** For so long it has been at work. Before it nobody was away. */
  readonly troubledMs: number;
  readonly roomKeepsMs: number;
}

/**
 * What is wrong with this, in words. Pure. No single fault takes a login, nor frames of a player; and no room, neither of the
 * lobby nor of a game, begins anew for who has been in it, unless it says `trimmed` to a player who may have been away for
 * longer than it keeps. A storm promises nothing of this.
 */
export function brokenResume(
  news: Continuation,
  { trouble, troubledMs, roomKeepsMs }: Circumstances,
): string | undefined {
  if (trouble === 'storm') return undefined;
  const { userId, stream, roomId, fresh, lostFrames, isKnown } = news;
  const place = `${stream} ${roomId}`.trimEnd();
  const circumstances = `${Math.round(troubledMs)} ms after ${trouble ?? 'nothing'}`;
  if (lostFrames > 0) return `${userId} lost ${lostFrames} of its frames to ${place}, ${circumstances}`;
  if (fresh === undefined) return undefined;
  const mayBeTrimmed = stream === 'room' && fresh === 'trimmed' && trouble !== undefined && troubledMs >= roomKeepsMs;
  if (mayBeTrimmed || (stream !== 'session' && !isKnown)) return undefined;
  return `${userId} had to begin anew in ${place}: ${fresh}, ${circumstances}`;
}
