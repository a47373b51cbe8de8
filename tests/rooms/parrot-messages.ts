import { defineMessages, json, message } from '@gatehouse/client';

export const parrotMessages = defineMessages({
  /** From a player, who counts its lines from 1. */
  say: message(0x1001, json<number>()),
  /** The line, to whoever said it. */
  repeat: message(0x1002, json<number>()),
  /** To all, counted from 1. */
  beat: message(0x1003, json<number>()),
});
