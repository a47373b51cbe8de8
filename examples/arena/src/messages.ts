import { defineMessages, json, message } from '@gatehouse/client';

/** Where somebody wants to go; each part from -1 to 1. */
export interface Direction {
  readonly x: number;
  readonly y: number;
}

export interface Mover {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly score: number;
}

export interface Coin {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** All there is to know: what a player starts with. */
export interface ArenaState {
  readonly size: number;
  readonly movers: readonly Mover[];
  readonly coins: readonly Coin[];
}

/** A coin is gone, another one lies somewhere else. */
export interface PickUp {
  readonly coinId: number;
  readonly by: string;
  readonly score: number;
  readonly next: Coin;
}

/** Who is where now: id, x, y. */
export type Position = readonly [id: string, x: number, y: number];

export const arenaState = json<ArenaState>();

export const messages = defineMessages({
  steer: message(0x1001, json(checkDirection)),
  positions: message(0x1002, json<readonly Position[]>()),
  arrived: message(0x1003, json<Mover>()),
  gone: message(0x1004, json<string>()),
  pickedUp: message(0x1005, json<PickUp>()),
});

/** What comes from players may be anything. */
function checkDirection(value: unknown): Direction {
  const { x, y } = value as Partial<Direction>;
  if (!isPart(x) || !isPart(y)) throw new Error('x and y must be numbers from -1 to 1');
  return { x, y };
}

function isPart(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 1;
}
