import type { GameRoom } from '@gatehouse/client';
import {
  type ArenaState,
  arenaState,
  type Coin,
  type Mover,
  type messages,
  type Pillar,
  type Round,
} from './messages.ts';

/** What listeners of an ArenaView hear, when it shows it already. */
export interface ArenaNews {
  /** A snapshot, a new round or the end of one: everything may be different. */
  readonly kind: 'stage' | 'arrived' | 'gone' | 'pickedUp' | 'moved';
  /** Who it is about; empty: everybody. */
  readonly id: string;
  /** What was picked up. */
  readonly coin?: Coin;
}

/** A player's picture of the arena: the snapshot, and every message since. For pages and for programs that play. */
export class ArenaView {
  readonly movers = new Map<string, Mover>();
  readonly coins = new Map<number, Coin>();
  size = 1;
  pillars: readonly Pillar[] = [];
  round: Round = { number: 0, phase: 'playing', leftMs: 0 };
  /** Of the newest positions, by the room's count. */
  tick = 0;
  private readonly nowMs: () => number;
  private roundSeenAtMs = 0;
  private listener: (news: ArenaNews) => void = () => {};
  private readonly stops: (() => void)[];

  constructor(room: GameRoom<typeof messages>, nowMs: () => number) {
    this.nowMs = nowMs;
    this.show(arenaState.decode(room.snapshot));
    this.stops = [
      room.onSnapshot(state => this.show(arenaState.decode(state))),
      room.on('stage', state => this.show(state)),
      room.on('arrived', mover => {
        this.movers.set(mover.id, mover);
        this.listener({ kind: 'arrived', id: mover.id });
      }),
      room.on('gone', id => {
        this.movers.delete(id);
        this.listener({ kind: 'gone', id });
      }),
      room.on('pickedUp', ({ by, coinId, score, next }) => {
        const coin = this.coins.get(coinId);
        this.coins.delete(coinId);
        this.coins.set(next.id, next);
        this.change(by, { score });
        this.listener({ kind: 'pickedUp', id: by, ...(coin === undefined ? {} : { coin }) });
      }),
      room.on('positions', ({ tick, at }) => {
        this.tick = tick;
        for (const [id, x, y] of at) this.change(id, { x, y });
        this.listener({ kind: 'moved', id: '' });
      }),
    ];
  }

  /** Of the phase that the round is in, by this side's clock. */
  get leftMs(): number {
    return Math.max(0, this.round.leftMs - (this.nowMs() - this.roundSeenAtMs));
  }

  /** One listener; a second one replaces it. */
  onNews(listener: (news: ArenaNews) => void): void {
    this.listener = listener;
  }

  close(): void {
    for (const stop of this.stops) stop();
    this.listener = () => {};
  }

  private show({ size, pillars, round, movers, coins }: ArenaState): void {
    this.size = size;
    this.pillars = pillars;
    this.round = round;
    this.roundSeenAtMs = this.nowMs();
    this.movers.clear();
    this.coins.clear();
    for (const mover of movers) this.movers.set(mover.id, mover);
    for (const coin of coins) this.coins.set(coin.id, coin);
    this.listener({ kind: 'stage', id: '' });
  }

  private change(id: string, changes: Partial<Mover>): void {
    const mover = this.movers.get(id);
    if (mover !== undefined) this.movers.set(id, { ...mover, ...changes });
  }
}
