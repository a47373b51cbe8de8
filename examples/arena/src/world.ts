import type { ArenaState, Coin, Direction, Mover, PickUp, Position } from './messages.ts';

const SIZE = 1000;
const COINS = 5;
const SPEED_PER_MS = 0.2;
const REACH = 25;
const STANDING: Direction = { x: 0, y: 0 };

interface Runner {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
  x: number;
  y: number;
  score: number;
  direction: Direction;
}

/** The rules of the arena: who moves where, and who picks up what. It knows nothing of rooms and players. */
export class World {
  private readonly random: () => number;
  private readonly runners = new Map<string, Runner>();
  private readonly coins = new Map<number, Coin>();
  private lastCoin = 0;

  constructor(random: () => number = Math.random) {
    this.random = random;
    for (let count = 0; count < COINS; count++) this.dropCoin();
  }

  add({ id, name, isBot }: { id: string; name: string; isBot: boolean }): Mover {
    const runner: Runner = { id, name, isBot, x: this.anywhere(), y: this.anywhere(), score: 0, direction: STANDING };
    this.runners.set(id, runner);
    return shown(runner);
  }

  remove(id: string): void {
    this.runners.delete(id);
  }

  steer(id: string, direction: Direction): void {
    const runner = this.runners.get(id);
    if (runner !== undefined) runner.direction = direction;
  }

  /** Everybody moves; returns what was picked up on the way. */
  step(deltaMs: number): PickUp[] {
    const pickUps: PickUp[] = [];
    for (const runner of this.runners.values()) {
      if (runner.isBot) runner.direction = this.towardsNearestCoin(runner);
      runner.x = within(runner.x + runner.direction.x * SPEED_PER_MS * deltaMs);
      runner.y = within(runner.y + runner.direction.y * SPEED_PER_MS * deltaMs);
      for (const coin of this.coins.values()) {
        if (distance(runner, coin) <= REACH) pickUps.push(this.pickUp(runner, coin));
      }
    }
    return pickUps;
  }

  positions(): Position[] {
    return [...this.runners.values()].map(({ id, x, y }) => [id, Math.round(x), Math.round(y)]);
  }

  state(): ArenaState {
    return { size: SIZE, movers: [...this.runners.values()].map(shown), coins: [...this.coins.values()] };
  }

  private pickUp(runner: Runner, coin: Coin): PickUp {
    runner.score++;
    this.coins.delete(coin.id);
    return { coinId: coin.id, by: runner.id, score: runner.score, next: this.dropCoin() };
  }

  private dropCoin(): Coin {
    const coin = { id: ++this.lastCoin, x: this.anywhere(), y: this.anywhere() };
    this.coins.set(coin.id, coin);
    return coin;
  }

  private towardsNearestCoin(bot: Runner): Direction {
    let nearest: Coin | undefined;
    for (const coin of this.coins.values()) {
      if (nearest === undefined || distance(bot, coin) < distance(bot, nearest)) nearest = coin;
    }
    if (nearest === undefined) return STANDING;
    const far = Math.max(1, distance(bot, nearest));
    return { x: (nearest.x - bot.x) / far, y: (nearest.y - bot.y) / far };
  }

  private anywhere(): number {
    return Math.round(this.random() * SIZE);
  }
}

function shown({ id, name, x, y, score }: Runner): Mover {
  return { id, name, x: Math.round(x), y: Math.round(y), score };
}

function within(position: number): number {
  return Math.min(SIZE, Math.max(0, position));
}

function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
