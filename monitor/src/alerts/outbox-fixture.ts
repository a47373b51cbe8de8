import { type Clock, systemClock } from '@gatehouse/shared/runtime/clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { type Database, openDatabase, transact } from '../store/database.ts';
import { DEFAULT_SETTINGS } from '../store/settings.ts';
import { judge } from '../targets/judge.ts';
import type { Observation } from '../targets/standing.ts';
import { insertChannel, insertTarget } from '../targets/target-fixtures.ts';
import { ChannelSecrets } from './channel-secret.ts';
import { ChannelSender } from './channel-sender.ts';
import { HookRules } from './hook-rules.ts';
import { OutboxWorker } from './outbox-worker.ts';
import { SlackStandIn } from './slack-stand-in.ts';

const SEND_TIMEOUT_MS = 200;
export const LEASE_MS = 30_000;

/** Real timers, and a wall clock that can be put forward. */
export class SkippingClock implements Clock {
  private skippedMs = 0;

  readonly monotonicMs = () => systemClock.monotonicMs();
  readonly wallMs = () => systemClock.wallMs() + this.skippedMs;
  readonly after: Clock['after'] = (delayMs, run) => systemClock.after(delayMs, run);
  readonly every: Clock['every'] = (intervalMs, run) => systemClock.every(intervalMs, run);

  skip(ms: number): void {
    this.skippedMs += ms;
  }
}

/** A database, a stand-in for Slack, and workers between them. */
export class OutboxFixture {
  readonly clock = new SkippingClock();
  readonly standIn = new SlackStandIn();
  readonly secrets = new ChannelSecrets('s'.repeat(32));
  private readonly url: string;
  private readonly ends: (() => Promise<void>)[] = [];
  private origin = '';

  constructor(url: string) {
    this.url = url;
  }

  async start(): Promise<Database> {
    this.origin = await this.standIn.start();
    this.ends.push(() => this.standIn.stop());
    return this.open();
  }

  async open(): Promise<Database> {
    const db = await openDatabase(this.url);
    this.ends.push(() => db.destroy());
    return db;
  }

  sender(): ChannelSender {
    const rules = new HookRules([this.origin]);
    const { secrets, clock } = this;
    const publicUrl = 'https://monitor.example';
    return new ChannelSender({
      secrets,
      rules,
      clock,
      publicUrl,
      slackOrigin: this.origin,
      timeoutMs: SEND_TIMEOUT_MS,
    });
  }

  /** Started. */
  worker(db: Database): OutboxWorker {
    const { clock } = this;
    const worker = new OutboxWorker({ db, clock, log: silentLog, sender: this.sender(), leaseMs: LEASE_MS, paceMs: 0 });
    worker.start();
    this.ends.push(() => worker.stop());
    return worker;
  }

  async addChannel(db: Database, id: string): Promise<void> {
    const secret = this.secrets.seal(`${this.origin}/services/T0/B0/${id}`);
    await insertChannel(db, { id, kind: 'slack-webhook', secret });
  }

  /** Makes it on the way when it is not there. Outages are not grouped: they are due at once. */
  async see(db: Database, targetId: string, observation: Observation, groupingMs = 0): Promise<void> {
    const known = await db.selectFrom('targets').select('id').where('id', '=', targetId).executeTakeFirst();
    if (known === undefined) await insertTarget(db, { id: targetId, type: 9 });
    const judgement = { targetId, atMs: this.clock.wallMs(), observation };
    await transact(db, transaction => judge(transaction, judgement, { ...DEFAULT_SETTINGS, groupingMs }));
  }

  async stop(): Promise<void> {
    for (const end of this.ends.reverse()) await end();
  }
}
