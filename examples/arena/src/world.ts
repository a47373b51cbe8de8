import type { Coin, Direction, Mover, PickUp, Pillar, Positions } from './messages.ts';

export const SIZE = 1000;
export const PILLARS: readonly Pillar[] = [
  { x: 500, y: 500, radius: 90 },
  { x: 220, y: 260, radius: 45 },
  { x: 780, y: 740, radius: 45 },
  { x: 240, y: 770, radius: 60 },
  { x: 760, y: 230, radius: 60 },
];
const COINS = 8;
/** Every so many coins one is a gem. */
const GEM_EVERY = 6;
const GEM_WORTH = 3;
const SPEED_PER_MS = 0.24;
/** Bots are slower, so that players may win. */
const BOT_SPEED = 0.7;
const RADIUS = 18;
const REACH = 32;
const STANDING: Direction = { x: 0, y: 0 };

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Runner {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
  readonly colour: number;
  x: number;
  y: number;
  score: number;
  direction: Direction;
}

/** The rules of the arena: who moves where, and who picks up what. It knows nothing of rooms, rounds and players. */
export class World {
  private readonly random: () => number;
  private readonly runners = new Map<string, Runner>();
  private readonly coins = new Map<number, Coin>();
  private lastCoin = 0;

  constructor(random: () => number = Math.random) {
    this.random = random;
    this.restart();
  }

  add({ id, name, isBot }: { id: string; name: string; isBot: boolean }): Mover {
    const place = this.freePlace();
    const runner: Runner = { id, name, isBot, colour: this.freeColour(), ...place, score: 0, direction: STANDING };
    this.runners.set(id, runner);
    return shown(runner);
  }

  /** Whether it was there. */
  remove(id: string): boolean {
    return this.runners.delete(id);
  }

  has(id: string): boolean {
    return this.runners.has(id);
  }

  steer(id: string, direction: Direction): void {
    const runner = this.runners.get(id);
    if (runner !== undefined) runner.direction = direction;
  }

  /** New places, new coins, no scores. */
  restart(): void {
    this.coins.clear();
    for (let count = 0; count < COINS; count++) this.dropCoin();
    for (const runner of this.runners.values()) Object.assign(runner, this.freePlace(), { score: 0 });
  }

  /** Everybody moves; returns what was picked up on the way. */
  step(deltaMs: number): PickUp[] {
    const pickUps: PickUp[] = [];
    const wanted = new Set<Coin>();
    for (const runner of this.runners.values()) {
      if (runner.isBot) runner.direction = this.towardsCoin(runner, wanted);
      move(runner, SPEED_PER_MS * deltaMs);
      for (const coin of this.coins.values()) {
        if (distance(runner, coin) <= REACH) pickUps.push(this.pickUp(runner, coin));
      }
    }
    return pickUps;
  }

  positions(): Positions['at'] {
    return Array.from(this.runners.values(), ({ id, x, y }) => [id, Math.round(x), Math.round(y)] as const);
  }

  state(): { size: number; pillars: readonly Pillar[]; movers: Mover[]; coins: Coin[] } {
    const movers = Array.from(this.runners.values(), shown);
    return { size: SIZE, pillars: PILLARS, movers, coins: [...this.coins.values()] };
  }

  private pickUp(runner: Runner, coin: Coin): PickUp {
    runner.score += coin.worth;
    this.coins.delete(coin.id);
    return { coinId: coin.id, by: runner.id, score: runner.score, next: this.dropCoin() };
  }

  private dropCoin(): Coin {
    const id = ++this.lastCoin;
    const coin = { id, ...this.freePlace(), worth: id % GEM_EVERY === 0 ? GEM_WORTH : 1 };
    this.coins.set(id, coin);
    return coin;
  }

  /** To the nearest coin that no bot before wants; bots that all run to the same one look foolish. */
  private towardsCoin(bot: Runner, wanted: Set<Coin>): Direction {
    let nearest: Coin | undefined;
    for (const coin of this.coins.values()) {
      if (wanted.has(coin)) continue;
      if (nearest === undefined || distance(bot, coin) < distance(bot, nearest)) nearest = coin;
    }
    if (nearest === undefined) return STANDING;
    wanted.add(nearest);
    const { x, y } = towards(bot, nearest);
    return { x: x * BOT_SPEED, y: y * BOT_SPEED };
  }

  /** Away from walls and pillars. */
  private freePlace(): Place {
    const anywhere = () => Math.round(REACH + this.random() * (SIZE - 2 * REACH));
    for (;;) {
      const place = { x: anywhere(), y: anywhere() };
      if (PILLARS.every(pillar => distance(place, pillar) > pillar.radius + REACH)) return place;
    }
  }

  private freeColour(): number {
    const taken = new Set(Array.from(this.runners.values(), ({ colour }) => colour));
    let colour = 0;
    while (taken.has(colour)) colour++;
    return colour;
  }
}

/** The direction from one place to another, at full speed. */
export function towards(from: Place, to: Place): Direction {
  const far = Math.max(1, distance(from, to));
  return { x: (to.x - from.x) / far, y: (to.y - from.y) / far };
}

/** Walls and pillars hold it; along them it slides. */
function move(runner: Runner, length: number): void {
  runner.x = insideWalls(runner.x + runner.direction.x * length);
  runner.y = insideWalls(runner.y + runner.direction.y * length);
  for (const pillar of PILLARS) {
    const far = distance(runner, pillar);
    const free = pillar.radius + RADIUS;
    if (far >= free || far === 0) continue;
    runner.x = pillar.x + ((runner.x - pillar.x) * free) / far;
    runner.y = pillar.y + ((runner.y - pillar.y) * free) / far;
  }
}

function shown({ id, name, colour, isBot, x, y, score }: Runner): Mover {
  return { id, name, colour, isBot, x: Math.round(x), y: Math.round(y), score };
}

function insideWalls(position: number): number {
  return Math.min(SIZE - RADIUS, Math.max(RADIUS, position));
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
