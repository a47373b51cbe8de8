import type { Coin } from '@gatehouse/example-arena/messages';

export interface Effect {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** From 0 to 1, when it is over. */
  readonly age: number;
}

const LIFE_MS = 900;

/** What flashes where something was picked up. Knows no clock: times come from the caller. */
export class Effects {
  private begun: { readonly coin: Coin; readonly atMs: number }[] = [];

  add(coin: Coin, nowMs: number): void {
    this.begun.push({ coin, atMs: nowMs });
  }

  /** Those that are to be seen; the others are forgotten. */
  at(nowMs: number): Effect[] {
    this.begun = this.begun.filter(({ atMs }) => nowMs - atMs < LIFE_MS);
    return this.begun.map(({ coin: { x, y, worth }, atMs }) => ({
      x,
      y,
      text: `+${worth}`,
      age: (nowMs - atMs) / LIFE_MS,
    }));
  }
}
