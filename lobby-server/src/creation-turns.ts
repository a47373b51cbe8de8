import { randomUUID } from 'node:crypto';
import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { loadScript } from '@gatehouse/shared/cluster/script';
import { changed } from '@gatehouse/shared/cluster/script-reply';
import { type Clock, sleep } from '@gatehouse/shared/runtime/clock';

const TAKE = loadScript('take-turn', new URL('../lua/', import.meta.url));
const PASS = loadScript('pass-turn', new URL('../lua/', import.meta.url));
/** A server that dies with the turn keeps the others waiting for no longer. Making a room takes a few milliseconds. */
const TURN_MS = 1_000;
const ASKED_EVERY_MS = 10;

export interface CreationTurnsOptions {
  redis: Pick<ClusterRedis, 'run'>;
  keys: Keys;
  clock: Clock;
}

/**
 * Of all lobby servers one at a time makes a room of a class because it found none: users who come at once by way of several
 * servers meet in one room.
 */
export class CreationTurns {
  private readonly options: CreationTurnsOptions;

  constructor(options: CreationTurnsOptions) {
    this.options = options;
  }

  /**
   * Resolves with how to pass the turn on; at the latest when a holder has had it for `TURN_MS`, as two rooms are better
   * than none. @throws GatehouseError LATE, UNAVAILABLE
   */
  async take(roomClass: string): Promise<() => void> {
    const { redis, keys, clock } = this.options;
    const key = keys.creationTurn(roomClass);
    const holder = randomUUID();
    const giveUpAtMs = clock.monotonicMs() + TURN_MS;
    while (!changed(TAKE, await redis.run(TAKE, [key], [holder, TURN_MS]))) {
      if (clock.monotonicMs() >= giveUpAtMs) break;
      await sleep(clock, ASKED_EVERY_MS);
    }
    return () => void redis.run(PASS, [key], [holder]).catch(() => {}); // else it runs out
  }
}
