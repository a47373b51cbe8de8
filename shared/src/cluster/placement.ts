import { randomInt } from 'node:crypto';
import { nanoid } from 'nanoid';
import type { BackendType, Keys } from './keys.ts';
import { RESERVATION_TTL_MS, SLOW_START_MS } from './registry-times.ts';
import { loadScript, type ScriptRunner } from './script.ts';
import { changed, textList } from './script-reply.ts';

/** A server picked for one more game or user, and the reservation that counts it until the server itself does. */
export interface Placement {
  readonly serverId: string;
  readonly incarnation: string;
  /** As last reported, without reservations. */
  readonly games: number;
  readonly users: number;
  readonly reservation: string;
}

const RESERVE = loadScript('reserve');
const RELEASE = loadScript('release');
const RANDOM_LIMIT = 2 ** 31;

/**
 * Picks the candidate with the fewest games (Game) or users (Lobby), live reservations included, and reserves there.
 * Candidates are the ids the caller is linked to. Undefined: none is up, runs that class and has room.
 */
export async function reserve(
  redis: ScriptRunner,
  keys: Keys,
  options: { type: BackendType; roomClass?: string; candidates: readonly string[]; reservationTtlMs?: number },
): Promise<Placement | undefined> {
  if (options.candidates.length === 0) return undefined;
  const reservation = nanoid();
  const reply = await redis.run(
    RESERVE,
    [...options.candidates, ...options.candidates.map(id => keys.reservationsOf(id))],
    [
      reservation,
      options.type === 'Game' ? 'games' : 'users',
      options.roomClass ?? '',
      options.reservationTtlMs ?? RESERVATION_TTL_MS,
      SLOW_START_MS,
      randomInt(RANDOM_LIMIT),
    ],
  );
  const [serverId, incarnation, games, users] = textList(RESERVE, reply);
  if (serverId === undefined) return undefined;
  return { serverId, incarnation: incarnation ?? '', games: Number(games), users: Number(users), reservation };
}

/** Gives a reservation back before it expires, e.g. when the server refused. True when it still counted. */
export async function releaseReservation(
  redis: ScriptRunner,
  keys: Keys,
  placement: Pick<Placement, 'serverId' | 'reservation'>,
): Promise<boolean> {
  return changed(RELEASE, await redis.run(RELEASE, [keys.reservationsOf(placement.serverId)], [placement.reservation]));
}
