import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { forgetOldChanges } from './changes.ts';
import { type Database, transact } from './database.ts';
import { forgetOldRollups } from './rollups.ts';

const EVERY_MS = 10 * 60_000;
const DAY_MS = 24 * 3_600_000;
const INCIDENTS_KEPT_MS = 365 * DAY_MS;
const TRANSITIONS_KEPT_MS = 365 * DAY_MS;
/** Of what a source named once and no more: under random names every restart leaves one. */
const ARCHIVED_KEPT_MS = 30 * DAY_MS;

/** Forgets what is too old, by itself; any number of processes may. */
export class Retention implements Part {
  readonly name = 'retention';
  private readonly options: { readonly db: Database; readonly clock: Clock; readonly log: Log };
  private cancel: CancelTimer | undefined;

  constructor(options: { readonly db: Database; readonly clock: Clock; readonly log: Log }) {
    this.options = options;
  }

  async start(): Promise<void> {
    if (this.cancel !== undefined) return;
    this.cancel = this.options.clock.every(EVERY_MS, () => void this.run());
    await this.run();
  }

  stop(): void {
    this.cancel?.();
  }

  private async run(): Promise<void> {
    const { db, clock, log } = this.options;
    try {
      await forgetOld(db, clock.wallMs());
    } catch (error) {
      log.error(LOG_EVENTS.databaseFailed, { doing: 'forget what is too old', error });
    }
  }
}

/** One transaction each: nobody who writes waits for long. */
export async function forgetOld(db: Database, nowMs: number): Promise<void> {
  for (const forget of [forgetOldChanges, forgetOldRollups, forgetOldHistory, forgetArchived]) {
    await transact(db, transaction => forget(transaction, nowMs));
  }
}

async function forgetOldHistory(transaction: Database, nowMs: number): Promise<void> {
  await transaction
    .deleteFrom('transitions')
    .where('at', '<', nowMs - TRANSITIONS_KEPT_MS)
    .execute();
  await transaction
    .deleteFrom('incidents')
    .where('closedAt', '<', nowMs - INCIDENTS_KEPT_MS)
    .execute();
}

/** What an operator has deleted stays known, or it would be back. */
async function forgetArchived(transaction: Database, nowMs: number): Promise<void> {
  await transaction
    .deleteFrom('targets')
    .where('archivedAt', '<', nowMs - ARCHIVED_KEPT_MS)
    .where('ignored', '=', 0)
    .where('origin', '!=', 'hand')
    .execute();
}
