import { bytes, defineMessages, json, message, request } from '@gatehouse/client';

/** What a room does wrong on purpose with the next line it is told, to see whether it is noticed. */
export const SABOTAGES = ['loss', 'doubling', 'reordering'] as const;
export type Sabotage = (typeof SABOTAGES)[number];

export const chaosMessages = defineMessages({
  /** From a player to the room, and from the room to all: `n` counts up from 1 for each player. */
  say: message(0x1001, json<{ from: string; n: number }>()),
  /** To the player who said `n`, and to nobody else. */
  answer: message(0x1002, json<{ n: number }>()),
  /** From the room to all, by itself: `n` counts up from 1. */
  beat: message(0x1003, json<{ n: number }>()),
  /** Volatile, both ways. */
  position: message(0x1004, json<{ from: string; x: number }>()),
  sabotage: message(0x1005, json<{ how: Sabotage }>()),
  /** `times`: how often the room has been asked this by this player. */
  ask: request(0x1007, json<{ n: number }>(), json<{ n: number; times: number }>()),
  /** Ends the room. */
  finish: bytes(0x1006),
});

/** All a room has said: in its snapshots, and in its result. */
export interface RoomCounts {
  /** Newest line of each player, by user id. */
  readonly said: Readonly<Record<string, number>>;
  readonly beats: number;
}

export function encodeCounts(counts: RoomCounts): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(counts));
}

/** @throws SyntaxError for what encodeCounts has not made */
export function decodeCounts(bytes: Uint8Array): RoomCounts {
  return JSON.parse(new TextDecoder().decode(bytes)) as RoomCounts;
}
