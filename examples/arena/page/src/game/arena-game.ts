import type { GameRoom } from '@gatehouse/client';
import { type ArenaNews, ArenaView } from '@gatehouse/example-arena/arena-view';
import { type messages, TICK_HZ } from '@gatehouse/example-arena/messages';
import { standingsOf, winnersOf } from '@gatehouse/example-arena/standings';
import { Effects } from './effects.ts';
import { Motion } from './motion.ts';
import { Steering } from './steering.ts';

export interface ArenaGameOptions {
  readonly userId: string;
  /** Looks on, and says nothing to the room. */
  readonly isSpectator: boolean;
  /** Says a sentence to those who hear the page. */
  readonly speak: (sentence: string) => void;
}

const PING_INTERVAL_MS = 2000;

/** One game as the page plays and shows it. */
export class ArenaGame {
  readonly room: GameRoom<typeof messages>;
  readonly userId: string;
  readonly isSpectator: boolean;
  readonly view: ArenaView;
  readonly motion = new Motion(TICK_HZ);
  readonly effects = new Effects();
  readonly steering: Steering;
  /** From here to the room and back; undefined until measured. */
  latencyMs: number | undefined;
  private readonly speak: (sentence: string) => void;
  private timer: ReturnType<typeof setInterval> | undefined;
  private listener: () => void = () => {};

  constructor(room: GameRoom<typeof messages>, { userId, isSpectator, speak }: ArenaGameOptions) {
    this.room = room;
    this.userId = userId;
    this.isSpectator = isSpectator;
    this.speak = speak;
    this.steering = new Steering(direction => room.send('steer', direction));
    this.view = new ArenaView(room, () => performance.now());
    this.view.onNews(news => this.follow(news));
    room.on('positions', positions => this.motion.add(positions, performance.now()));
    room.on('ping', sentAtMs => {
      this.latencyMs = performance.now() - sentAtMs;
      this.listener();
    });
    if (!isSpectator) this.measureLatency();
  }

  /** One listener, called when anything but a position has changed. */
  onChange(listener: () => void): void {
    this.listener = listener;
  }

  close(): void {
    clearInterval(this.timer);
    this.view.close();
  }

  private measureLatency(): void {
    const ping = () => this.room.send('ping', performance.now());
    this.timer = setInterval(ping, PING_INTERVAL_MS);
    ping();
  }

  private follow(news: ArenaNews): void {
    if (news.kind === 'moved') return;
    if (news.kind === 'stage') this.stageChanged();
    if (news.kind === 'pickedUp' && news.coin !== undefined) {
      this.effects.add(news.coin, performance.now());
      if (news.id === this.userId) this.speak(`${this.view.movers.get(this.userId)?.score ?? 0} points.`);
    }
    this.listener();
  }

  private stageChanged(): void {
    const { round, movers } = this.view;
    this.motion.forget();
    if (round.phase === 'playing') this.speak(`Round ${round.number} begins.`);
    else this.speak(`Round ${round.number} is over. ${winnersText(winnersOf(standingsOf(movers.values())))}`);
  }
}

/** Who won, as a sentence. */
export function winnersText(winners: readonly { readonly name: string; readonly score: number }[]): string {
  const [first] = winners;
  if (first === undefined) return 'Nobody has scored.';
  const names = winners.map(({ name }) => name).join(' and ');
  return `${names} ${winners.length === 1 ? 'wins' : 'win'} with ${first.score}.`;
}
