import { defineMessages, json, message, request } from '@gatehouse/client';

export const HATS = ['bowler', 'crown', 'wizard'] as const;
export type Hat = (typeof HATS)[number];

export interface Guest {
  readonly userId: string;
  readonly name: string;
  readonly hat: Hat;
}

/** Who has the potato; undefined while there are fewer than two guests. */
export interface Holding {
  readonly holder?: string | undefined;
  readonly passes: number;
}

/** All there is to know: what a player begins with. */
export interface PotatoState extends Holding {
  readonly guests: readonly Guest[];
}

export const potatoState = json<PotatoState>();
export const potatoResult = json<{ readonly loser: string }>();

export const messages = defineMessages({
  guests: message(0x1001, json<readonly Guest[]>()), // somebody came or went
  potato: message(0x1002, json<Holding>()), // it changed hands
  fuse: message(0x1003, json<number>()), // milliseconds left
  pass: request(0x1004, json(checkUserId), json<number>()), // to whom? Answered with the number of passes so far
});

/** What comes from a player may be anything. A schema of zod, valibot or arktype would do as well as a function. */
function checkUserId(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('a user id is a string');
  return value;
}
