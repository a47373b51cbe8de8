export interface RoomLogLimits {
  readonly maxBytes: number;
  readonly maxAgeMs: number;
}

export const ROOM_LOG_LIMITS: RoomLogLimits = { maxBytes: 256 * 1024, maxAgeMs: 10_000 };

/** Counted for each entry beside its frame, so that tiny frames are bounded too. */
const ENTRY_BYTES = 64;

export interface LogEntry {
  readonly number: number;
  readonly frame: Uint8Array;
  readonly atMs: number;
  /** Audience: this user alone; without it everybody who had joined before, but for `except`. */
  readonly only?: string;
  readonly except?: string;
  /** The answer to a request of this session, which numbers its requests by itself. */
  readonly session?: string;
}

/** Who asks for what it missed. */
export interface LogReader {
  readonly userId: string;
  readonly sessionId: string;
  /** Number of the snapshot it joined with: nothing before was for it. */
  readonly joinedAt: number;
}

export interface Mark {
  readonly epoch: number;
  readonly number: number;
}

/** Why a player starts from a snapshot. */
export type FreshReason = 'joined' | 'trimmed' | 'epoch';

export type Replay = { kind: 'replay'; frames: Uint8Array[] } | { kind: 'fresh'; why: FreshReason };

/**
 * The newest numbered frames of a room, each with its audience, within bounds of bytes and age. Pure: the time comes
 * from the caller and never goes back. Keeps the frames it is given: they must not change afterwards.
 */
export class RoomLog {
  private readonly epoch: number;
  private readonly limits: RoomLogLimits;
  private entries: (LogEntry | undefined)[] = []; // undefined below `oldest`
  private oldest = 0;
  private bytes = 0;
  private newestNumber: number;
  private trimmedThrough: number; // every frame above it is here

  /** `through`: number of the room's newest frame so far. */
  constructor(epoch: number, through: number, limits: RoomLogLimits = ROOM_LOG_LIMITS) {
    this.epoch = epoch;
    this.limits = limits;
    this.newestNumber = through;
    this.trimmedThrough = through;
  }

  /** Numbers grow with each entry. */
  append(entry: LogEntry): void {
    this.entries.push(entry);
    this.bytes += entry.frame.length + ENTRY_BYTES;
    this.newestNumber = entry.number;
    this.trim(entry.atMs);
  }

  /** All frames for this player above its mark, or why it needs a snapshot instead. */
  replayAfter(mark: Mark | undefined, reader: LogReader, nowMs: number): Replay {
    if (mark === undefined) return { kind: 'fresh', why: 'joined' };
    if (mark.epoch !== this.epoch || mark.number > this.newestNumber) return { kind: 'fresh', why: 'epoch' };
    if (mark.number < reader.joinedAt) return { kind: 'fresh', why: 'joined' }; // it left and came again
    this.trim(nowMs);
    if (mark.number < this.trimmedThrough) return { kind: 'fresh', why: 'trimmed' };
    const frames: Uint8Array[] = [];
    for (let at = this.oldest; at < this.entries.length; at++) {
      const entry = this.entries[at];
      if (entry !== undefined && entry.number > mark.number && isFor(entry, reader)) frames.push(entry.frame);
    }
    return { kind: 'replay', frames };
  }

  private trim(nowMs: number): void {
    for (let entry = this.entries[this.oldest]; entry !== undefined; entry = this.entries[this.oldest]) {
      if (this.bytes <= this.limits.maxBytes && nowMs - entry.atMs <= this.limits.maxAgeMs) break;
      this.bytes -= entry.frame.length + ENTRY_BYTES;
      this.trimmedThrough = entry.number;
      this.entries[this.oldest++] = undefined;
    }
    if (this.oldest * 2 > this.entries.length) this.compact();
  }

  private compact(): void {
    this.entries = this.entries.slice(this.oldest);
    this.oldest = 0;
  }
}

function isFor(entry: LogEntry, reader: LogReader): boolean {
  if (entry.session !== undefined && entry.session !== reader.sessionId) return false;
  if (entry.only !== undefined) return entry.only === reader.userId;
  return entry.except !== reader.userId;
}
