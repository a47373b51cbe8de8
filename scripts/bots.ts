import { setTimeout as pause } from 'node:timers/promises';
import { type Client, connect, type GameRoom } from '@gatehouse/client';
import { ArenaView } from '@gatehouse/example-arena/arena-view';
import { type Coin, messages } from '@gatehouse/example-arena/messages';
import { towards } from '@gatehouse/example-arena/world';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Terminal } from './terminal.ts';

export interface BotsOptions {
  count: number;
  urls: () => readonly string[];
  terminal: Terminal;
}

const STEER_INTERVAL_MS = 250;
const RETRY_MS = 2000;
const HESITATION = 0.3;
/** Slow enough for a visitor to win. */
const SPEED = 0.7;

/** Players of `npm start`: each plays in the arena, and when its game ends in the next one. */
export class Bots implements Part {
  readonly name = 'bots';
  private readonly options: BotsOptions;
  private readonly stopping = new AbortController();

  constructor(options: BotsOptions) {
    this.options = options;
  }

  start(): void {
    for (let number = 1; number <= this.options.count; number++) void this.play(`bot-${number}`);
  }

  /** Closes every connection; who is still connecting ends with the process. */
  stop(): void {
    this.stopping.abort();
  }

  private async play(guestName: string): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        const client = await connect({ urls: this.options.urls(), guestName });
        await playGames(client, signal).finally(() => client.close());
      } catch (error) {
        const why = error instanceof Error ? error.message : error;
        if (!signal.aborted) this.options.terminal.say(`${guestName}: ${why}`);
      }
      await pause(RETRY_MS, undefined, { signal }).catch(() => undefined); // stopped meanwhile
    }
  }
}

/** Game after game, until the client is closed for good or the bot is stopped. */
async function playGames(client: Client, signal: AbortSignal): Promise<void> {
  const closed = new Promise<void>(resolve => {
    client.on('closed', () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  while (!signal.aborted) {
    const room = await Promise.race([client.joinOrCreate('arena', { messages }), closed]);
    if (room === undefined) return;
    const view = new ArenaView(room, () => systemClock.monotonicMs());
    const stopSteering = systemClock.every(STEER_INTERVAL_MS, () => steer(room, view, client.userId));
    const ended = new Promise<'ended'>(resolve => room.onEnded(() => resolve('ended')));
    const outcome = await Promise.race([ended, closed]);
    stopSteering();
    view.close();
    if (outcome !== 'ended') return;
    await client.lobby.leave();
  }
}

/** To a coin that is near; not always the nearest, or all would run to the same one. */
function steer(room: GameRoom<typeof messages>, view: ArenaView, userId: string): void {
  const self = view.movers.get(userId);
  if (self === undefined) return;
  const away = (coin: Coin) => Math.hypot(coin.x - self.x, coin.y - self.y);
  const [nearest, second] = [...view.coins.values()].sort((a, b) => away(a) - away(b));
  const goal = Math.random() < HESITATION ? second : nearest;
  if (goal === undefined) return;
  const { x, y } = towards(self, goal);
  room.send('steer', { x: x * SPEED, y: y * SPEED });
}
