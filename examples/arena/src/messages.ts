import { defineMessages, json, message } from '@gatehouse/client';

/** Where somebody wants to go: each part from -1 to 1, together no longer than 1. */
export interface Direction {
  readonly x: number;
  readonly y: number;
}

export interface Mover {
  readonly id: string;
  readonly name: string;
  /** From 0; no two movers of an arena have the same. */
  readonly colour: number;
  readonly isBot: boolean;
  readonly x: number;
  readonly y: number;
  readonly score: number;
}

export interface Coin {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly worth: number;
}

export interface Pillar {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface Round {
  readonly number: number;
  /** `podium`: it is over, everybody stands and looks at the scores. */
  readonly phase: 'playing' | 'podium';
  readonly leftMs: number;
}

/** All there is to know: what a player starts with. */
export interface ArenaState {
  readonly size: number;
  readonly round: Round;
  readonly pillars: readonly Pillar[];
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

/** Where everybody is after so many ticks of the room. */
export interface Positions {
  readonly tick: number;
  readonly at: readonly (readonly [id: string, x: number, y: number])[];
}

/** What may be asked for when a lobby room is made; see readArenaOptions. */
export interface ArenaOptions {
  /** 5 to 600. */
  readonly roundSeconds: number;
  /** After so many the game ends and the lobby room waits for the next start. Undefined: it never ends. */
  readonly rounds: number | undefined;
}

/** One line of the result, best first. */
export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly score: number;
}

export const TICK_HZ = 20;

export const arenaState = json<ArenaState>();
export const arenaResult = json<readonly Standing[]>();

export const messages = defineMessages({
  steer: message(0x1001, json(checkDirection)),
  positions: message(0x1002, json<Positions>()),
  arrived: message(0x1003, json<Mover>()),
  gone: message(0x1004, json<string>()),
  pickedUp: message(0x1005, json<PickUp>()),
  /** A round begins or is over: all there is to know, anew. */
  stage: message(0x1006, arenaState),
  /** Comes back as it is: how a player measures the way there and back. */
  ping: message(0x1007, json(checkPing)),
});

/** Options come from a player's page: whatever is wrong in them is left out. */
export function readArenaOptions(options: unknown): ArenaOptions {
  const { roundSeconds, rounds } = (options ?? {}) as { roundSeconds?: unknown; rounds?: unknown };
  return {
    roundSeconds: isWithin(roundSeconds, 5, 600) ? roundSeconds : 90,
    rounds: isWithin(rounds, 1, 100) ? Math.round(rounds) : undefined,
  };
}

/** What comes from players may be anything. */
function checkDirection(value: unknown): Direction {
  const { x, y } = value as Partial<Direction>;
  if (!isWithin(x, -1, 1) || !isWithin(y, -1, 1)) throw new Error('x and y must be numbers from -1 to 1');
  const length = Math.max(1, Math.hypot(x, y));
  return { x: x / length, y: y / length };
}

function checkPing(value: unknown): number {
  if (typeof value !== 'number') throw new Error('must be a number');
  return value;
}

function isWithin(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && value >= min && value <= max;
}
