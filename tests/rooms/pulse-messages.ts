import { defineMessages, json, message } from '@gatehouse/client';

/** Every frame says what it is, so that whoever receives it knows which one is missing, doubled or out of order. */
export const pulseMessages = defineMessages({
  /** The room's tick: `n` counts up from 1. */
  beat: message(0x1001, json<{ n: number }>()),
  /** From a player, and from the room to all: `n` counts up from 1 for each player. */
  say: message(0x1002, json<{ from: string; n: number }>()),
  /** The next tick keeps the whole process busy for so long. */
  stall: message(0x1003, json<{ ms: number }>()),
});
