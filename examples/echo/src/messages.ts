import { bytes, defineMessages } from '@gatehouse/client';

/** What players and the room say to each other. Nobody but the players reads the bytes. */
export const messages = defineMessages({
  echo: bytes(0x1001), // back to the sender
  say: bytes(0x1002), // to everybody, the sender too
  finish: bytes(0x1003), // ends the room; the bytes are its result
});
