import { bytes, defineMessages, json, message } from '@gatehouse/client';

/** What the players of a table say to it. */
export const tableMessages = defineMessages({
  /** Ends the round. */
  finish: bytes(0x1001),
  /** Shown in the lobby from now on. */
  show: message(0x1002, json<{ stakes: number }>()),
  /** Somebody is gone for good. */
  gone: message(0x1003, json<{ name: string; why: string }>()),
});
