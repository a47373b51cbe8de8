import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import type { Transaction } from 'kysely';
import type { ClusterView } from '../cluster/cluster-view.ts';
import { type AuditEntry, recordAudit } from '../store/audit.ts';
import { type Database, transact } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';
import { whoIs } from './access.ts';
import type { Credentials } from './accounts/credentials.ts';
import type { Passwords } from './accounts/passwords.ts';
import type { Identity } from './identity.ts';
import type { ChangeFeed } from './stream/change-feed.ts';

/** What the other parts do for the API. */
export interface MonitorActions {
  /** Checks a target at once, whoever probes. */
  checkNow(targetId: string): void;
  /** Targets or settings are others now. */
  targetsChanged(): void;
  /** What is wrong with the address of a target, undefined: may be checked. */
  targetProblem(target: { readonly type: number; readonly host: string; readonly port: number }): string | undefined;
  /** What is wrong with a hook, undefined: may be sent to. */
  hookProblem(kind: 'slack-webhook' | 'webhook', url: string): string | undefined;
  /** As it is stored. */
  seal(secret: string): string;
  /** As it may be shown. */
  mask(kind: 'slack-webhook' | 'slack-bot' | 'webhook', secret: string): string;
  sendTest(channelId: string): Promise<{ readonly ok: boolean; readonly result: string }>;
  /** Text for Prometheus. */
  metrics(): Promise<string>;
  /** Why this process should be started anew, undefined: it lives. */
  notAlive(): string | undefined;
  /** Why nothing should be asked of it now, undefined: ready. Within seconds. */
  notReady(): Promise<string | undefined>;
}

/** What every route may use. */
export interface ApiContext {
  readonly db: Database;
  readonly clock: Pick<Clock, 'wallMs'>;
  readonly log: Log;
  readonly actions: MonitorActions;
  readonly credentials: Credentials;
  readonly passwords: Passwords;
  readonly changes: ChangeFeed;
  /** Undefined: no REDIS_URL. */
  readonly cluster: ClusterView | undefined;
  readonly secureCookies: boolean;
  readonly publicPage: boolean;
}

export interface Audited {
  readonly transaction: Transaction<Schema>;
  readonly nowMs: number;
  /** What was done, for the audit log: part of the same transaction. */
  audit(entry: Omit<AuditEntry, 'who'>): Promise<void>;
}

/** Changes something for somebody; pages hear of it at once. */
export async function change<T>(
  { db, clock, changes }: Pick<ApiContext, 'db' | 'clock' | 'changes'>,
  identity: Identity,
  write: (audited: Audited) => Promise<T>,
): Promise<T> {
  const result = await transact(db, transaction => {
    const nowMs = clock.wallMs();
    const who = whoIs(identity);
    return write({ transaction, nowMs, audit: entry => recordAudit(transaction, { ...entry, who }, nowMs) });
  });
  changes.nudge();
  return result;
}
