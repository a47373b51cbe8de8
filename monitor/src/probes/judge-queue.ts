import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { type Database, transact } from '../store/database.ts';
import { closeBlindIncident, openBlindIncident } from '../targets/blind-incident.ts';
import { type Judgement, type JudgeRules, judge } from '../targets/judge.ts';
import type { Standing } from '../targets/standing.ts';
import type { Sight } from './blind-guard.ts';

export interface JudgeQueueOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  rules(): JudgeRules;
  /** Something may have to be sent. */
  written(): void;
}

interface Waiting {
  readonly judgement: Judgement;
  readonly sight: Sight;
  resolve(standing: Standing | undefined): void;
}

/** Results wait so long for others to share a transaction with. */
const GATHER_MS = 20;
const MAX_BATCH = 100;

/** Judges the results of checks in their order, as many in one transaction as come together. */
export class JudgeQueue {
  private readonly options: JudgeQueueOptions;
  private waiting: Waiting[] = [];
  private lastBatch: 'stored' | 'refused' = 'stored';
  private writing: Promise<void> | undefined;

  constructor(options: JudgeQueueOptions) {
    this.options = options;
  }

  /** Resolves when it is stored; undefined: nobody wants to know any more, or the database refused. */
  judge(judgement: Judgement, sight: Sight): Promise<Standing | undefined> {
    return new Promise(resolve => {
      this.waiting.push({ judgement, sight, resolve });
      this.writing ??= this.write();
    });
  }

  /** Whether the database has taken what came last. */
  get stores(): boolean {
    return this.lastBatch === 'stored';
  }

  /** Until everything is stored. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private async write(): Promise<void> {
    const { clock } = this.options;
    while (this.waiting.length > 0) {
      if (this.waiting.length < MAX_BATCH) await new Promise<void>(resolve => clock.after(GATHER_MS, resolve));
      const batch = this.waiting.splice(0, MAX_BATCH);
      const standings = await this.store(batch).catch(() => this.storeEach(batch));
      batch.forEach(({ resolve }, index) => {
        resolve(standings[index]);
      });
      this.options.written();
    }
    this.writing = undefined;
  }

  /** One that cannot be stored must not take the others along. */
  private async storeEach(batch: readonly Waiting[]): Promise<(Standing | undefined)[]> {
    const standings: (Standing | undefined)[] = [];
    for (const waiting of batch) {
      const stored = this.store([waiting]).catch((error: unknown) => {
        this.lastBatch = 'refused';
        const { targetId } = waiting.judgement;
        this.options.log.error(LOG_EVENTS.databaseFailed, { doing: 'store a result', targetId, error });
        return [];
      });
      standings.push((await stored)[0]);
    }
    return standings;
  }

  private async store(batch: readonly Waiting[]): Promise<(Standing | undefined)[]> {
    const rules = this.options.rules();
    const judged = await transact(this.options.db, async transaction => {
      const standings: (Standing | undefined)[] = [];
      for (const { judgement, sight } of batch) {
        const { atMs } = judgement;
        if (sight.kind === 'blind') await openBlindIncident(transaction, { atMs, sinceMs: sight.sinceMs, rules });
        if (sight.kind === 'sees-again') await closeBlindIncident(transaction, { atMs, rules });
        standings.push(await judge(transaction, judgement, rules));
      }
      return standings;
    });
    this.lastBatch = 'stored';
    return judged;
  }
}
