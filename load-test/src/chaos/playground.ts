import type { LogLine } from '@gatehouse/scripts/log-line';
import { playerToken } from '@gatehouse/scripts/player-token';
import { seededRandom } from '../random.ts';
import { ChaosCluster } from './chaos-cluster.ts';
import type { ChaosOptions } from './chaos-options.ts';
import { ChaosPlayer } from './chaos-player.ts';
import { Chatter } from './chatter.ts';
import { ClusterView } from './cluster-view.ts';
import { LiveSessions } from './live-sessions.ts';
import { Party } from './party.ts';
import { roomKeepsMs } from './resume-check.ts';
import { RunBook } from './run-book.ts';
import type { RunFolder } from './run-folder.ts';
import { RunningGames } from './running-games.ts';
import { isUnexpected, type ProcessEnd, unexpectedEnd } from './server-faults.ts';

const CONNECTS_AT_ONCE = 20;

/** A lost connection of one player, until all its streams were attached again. */
export interface InterruptionRecord {
  readonly userId: string;
  readonly startedAtMs: number;
  readonly tookMs: number;
}

/** The cluster, those who play on it, and all that is written down of both. */
export class Playground {
  readonly cluster: ChaosCluster;
  readonly book: RunBook;
  readonly view: ClusterView;
  readonly sessions: LiveSessions;
  readonly parties: Party[] = [];
  readonly players: ChaosPlayer[] = [];
  readonly interruptions: InterruptionRecord[] = [];
  private readonly options: ChaosOptions;
  private readonly folder: RunFolder;
  private chatter: Chatter | undefined;

  private constructor(parts: Pick<Playground, 'cluster' | 'book' | 'view' | 'sessions'>, context: Context) {
    this.cluster = parts.cluster;
    this.book = parts.book;
    this.view = parts.view;
    this.sessions = parts.sessions;
    this.options = context.options;
    this.folder = context.folder;
  }

  /** The cluster runs; nobody plays yet. */
  static async open(options: ChaosOptions, folder: RunFolder): Promise<Playground> {
    const book = new RunBook(folder.note, roomKeepsMs(options));
    const sessions = new LiveSessions();
    const games = new RunningGames();
    const onLine = (name: string, text: string, line: LogLine | undefined): void => {
      folder.log(name, text);
      if (line === undefined) return;
      sessions.observe(name, line);
      games.observe(name, line);
      if (isUnexpected(line)) book.violate(`${name} says ${text}`);
    };
    const onExit = (end: ProcessEnd): void => {
      const { name, how } = end;
      folder.note(`${name} ended (${how})`);
      sessions.ended(name);
      games.ended(name);
      const wrong = unexpectedEnd(end, book.trouble);
      if (wrong !== undefined) book.violate(wrong);
    };
    const cluster = await ChaosCluster.start({ healthIntervalMs: options.healthIntervalMs, onLine, onExit });
    const view = new ClusterView(cluster, games);
    return new Playground({ cluster, book, view, sessions }, { options, folder });
  }

  get userIds(): string[] {
    return this.players.map(({ userId }) => userId);
  }

  /** Everybody connects, and the parties begin to live. */
  async fill(): Promise<void> {
    const { players: count, party: size, rate, seed } = this.options;
    for (let from = 0; from < count; from += CONNECTS_AT_ONCE) {
      const batch = Array.from({ length: Math.min(CONNECTS_AT_ONCE, count - from) }, (_, index) => from + index);
      this.players.push(...(await Promise.all(batch.map(index => this.connect(index)))));
    }
    const random = seededRandom(seed + 1);
    for (let from = 0; from < count; from += size) {
      const players = this.players.slice(from, from + size);
      const party = new Party({ players, random, log: this.folder.note });
      this.parties.push(party);
      void party.live();
    }
    this.chatter = new Chatter(this.players, { rate, random });
    this.chatter.start();
  }

  /** Nobody says anything any more; games and lobby rooms stay. */
  quiet(): void {
    this.chatter?.stop();
    for (const party of this.parties) party.stay();
  }

  /** Nothing is left running. A second call does nothing. */
  async close(): Promise<void> {
    this.chatter?.stop();
    for (const party of this.parties) party.stop();
    for (const player of this.players) player.close();
    this.view.close();
    await this.cluster.stop();
  }

  private connect(index: number): Promise<ChaosPlayer> {
    const { cluster, book, interruptions } = this;
    const userId = `p${String(index + 1).padStart(3, '0')}`;
    return ChaosPlayer.connect({
      userId,
      urls: cluster.urls(index % 2 === 0 ? 'ws' : 'tcp'),
      token: playerToken(userId, cluster.jwtSecret),
      book,
      log: this.folder.note,
      random: seededRandom(this.options.seed * 1000 + index),
      interrupted: (who, startedAtMs, tookMs) => interruptions.push({ userId: who, startedAtMs, tookMs }),
    });
  }
}

interface Context {
  readonly options: ChaosOptions;
  readonly folder: RunFolder;
}
