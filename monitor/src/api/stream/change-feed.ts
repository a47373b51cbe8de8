import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { Database } from '../../store/database.ts';

export interface Change {
  readonly seq: number;
  readonly kind: string;
  readonly id: string;
}

export type Listener = (changes: readonly Change[]) => void;

export interface ChangeFeedOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly pollMs?: number;
}

/** Changes of other processes are seen within this. */
const POLL_MS = 250;
const READ_AT_ONCE = 1000;
/** Who has missed more reads everything again. */
export const MAX_MISSED = 500;

/** Reads the table of changes once for all who listen, and only while somebody does. */
export class ChangeFeed {
  private readonly options: ChangeFeedOptions;
  private readonly listeners = new Set<Listener>();
  private reading: Promise<void> | undefined;
  private isNudged = false;
  private seq = 0;
  private cancelPoll: CancelTimer | undefined;

  constructor(options: ChangeFeedOptions) {
    this.options = options;
  }

  /**
   * `listener` hears every change after `seq`, in order, from now on. Resolves with what it has missed since `lastSeq`;
   * undefined: it must read everything again.
   */
  async follow(lastSeq: number | undefined, listener: Listener): Promise<Following> {
    if (this.listeners.size === 0) {
      const newest = await newestSeq(this.options.db);
      // Somebody else may listen by now: what he has yet to hear must not be skipped.
      if (this.listeners.size === 0) this.seq = newest;
    }
    const seq = this.seq;
    this.listeners.add(listener); // in the same turn as seq is read: nothing slips between
    this.cancelPoll ??= this.options.clock.every(this.options.pollMs ?? POLL_MS, () => this.nudge());
    const stop = () => this.leave(listener);
    try {
      const missed = lastSeq === undefined ? undefined : await missedSince(this.options.db, lastSeq, seq);
      return { seq, missed, stop };
    } catch (error) {
      stop();
      throw error;
    }
  }

  /** Something has just changed here: nobody waits for the next poll. */
  nudge(): void {
    if (this.listeners.size === 0) return;
    this.isNudged = true;
    this.reading ??= this.readAll().finally(() => {
      this.reading = undefined;
    });
  }

  private leave(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0) return;
    this.cancelPoll?.();
    this.cancelPoll = undefined;
  }

  private async readAll(): Promise<void> {
    while (this.isNudged && this.listeners.size > 0) {
      this.isNudged = false;
      try {
        await this.readNewest();
      } catch (error) {
        this.options.log.warn(LOG_EVENTS.internalError, { error });
      }
    }
  }

  private async readNewest(): Promise<void> {
    const changes = await changesAfter(this.options.db, this.seq, READ_AT_ONCE);
    const news = changes.filter(({ seq }) => seq > this.seq); // others may have begun to follow in the meantime
    const last = news.at(-1);
    if (last === undefined) return;
    this.seq = last.seq;
    if (changes.length === READ_AT_ONCE) this.isNudged = true;
    for (const listener of [...this.listeners]) listener(news);
  }
}

export interface Following {
  /** All up to it is known, with `missed`. */
  readonly seq: number;
  readonly missed: readonly Change[] | undefined;
  stop(): void;
}

async function missedSince(db: Database, lastSeq: number, seq: number): Promise<Change[] | undefined> {
  if (lastSeq === seq) return [];
  const { oldest } = await db
    .selectFrom('changes')
    .select(select => select.fn.min('seq').as('oldest'))
    .executeTakeFirstOrThrow();
  // Older ones are forgotten; a greater number comes from another database.
  if (lastSeq > seq || oldest === null || lastSeq < Number(oldest) - 1) return undefined;
  const changes = await changesAfter(db, lastSeq, MAX_MISSED + 1);
  return changes.length > MAX_MISSED ? undefined : changes.filter(change => change.seq <= seq);
}

function changesAfter(db: Database, seq: number, limit: number): Promise<Change[]> {
  const rows = db.selectFrom('changes').select(['seq', 'kind', 'id']).where('seq', '>', seq);
  return rows.orderBy('seq').limit(limit).execute();
}

async function newestSeq(db: Database): Promise<number> {
  const query = db.selectFrom('changes').select(select => select.fn.max('seq').as('newest'));
  return Number((await query.executeTakeFirstOrThrow()).newest ?? 0);
}
