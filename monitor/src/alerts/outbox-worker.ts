import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { Database } from '../store/database.ts';
import type { ChannelSender } from './channel-sender.ts';
import { type Claim, claimPost, isAnythingDue } from './outbox-claim.ts';
import { giveUpOld, settle } from './outbox-settle.ts';

export interface OutboxWorkerOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly sender: ChannelSender;
  /** Longer than a send may take: then somebody else may try. */
  readonly leaseMs: number;
  /** Between two posts to one channel. */
  readonly paceMs: number;
}

const POLL_MS = 250;
const OLD_EVERY_MS = 60_000;
const MAX_SENDING = 8;

/**
 * Sends what is in the outbox: at least once, in the order of each channel, whichever process put it there. Any number of
 * processes may run one: a row's lease says whose it is.
 */
export class OutboxWorker implements Part {
  readonly name = 'outbox';
  private readonly options: OutboxWorkerOptions;
  private readonly sending = new Set<Promise<void>>();
  private cancels: CancelTimer[] = [];
  private round: Promise<void> | undefined;
  private isOpen = false;

  constructor(options: OutboxWorkerOptions) {
    this.options = options;
  }

  start(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    const { clock } = this.options;
    this.cancels = [clock.every(POLL_MS, () => this.nudge()), clock.every(OLD_EVERY_MS, () => void this.giveUp())];
  }

  /** Something may be due. */
  nudge(): void {
    this.round ??= this.look().finally(() => {
      this.round = undefined;
    });
  }

  async drain(): Promise<void> {
    this.isOpen = false;
    for (const cancel of this.cancels) cancel();
    await this.round;
    await Promise.all(this.sending);
  }

  stop(): Promise<void> {
    return this.drain();
  }

  private async look(): Promise<void> {
    const { db, clock, leaseMs, log } = this.options;
    try {
      while (this.isOpen && this.sending.size < MAX_SENDING && (await isAnythingDue(db, clock.wallMs()))) {
        const claim = await claimPost(db, { nowMs: clock.wallMs(), leaseMs });
        if (claim === undefined) return;
        this.track(this.send(claim));
      }
    } catch (error) {
      log.error(LOG_EVENTS.internalError, { part: this.name, error });
    }
  }

  private track(send: Promise<void>): void {
    this.sending.add(send);
    void send.finally(() => this.sending.delete(send));
  }

  private async send(claim: Claim): Promise<void> {
    const { db, clock, log, sender, paceMs } = this.options;
    const delivery = await sender.send(claim.channel, claim.post);
    const { id: channelId, kind: channelKind } = claim.channel;
    const fields = { channelId, channelKind, kind: claim.post.kind, messages: claim.rowIds.length };
    const told = { ...fields, attempts: claim.attempts, result: delivery.result };
    if (delivery.kind === 'sent') log.info(LOG_EVENTS.alertSent, told);
    if (delivery.kind === 'later') log.warn(LOG_EVENTS.alertDelayed, told);
    if (delivery.kind === 'refused') log.error(LOG_EVENTS.alertRefused, told);
    try {
      await settle(db, { claim, delivery, nowMs: clock.wallMs(), paceMs });
    } catch (error) {
      log.error(LOG_EVENTS.internalError, { part: this.name, error }); // its lease ends, and it is sent again
    }
  }

  private async giveUp(): Promise<void> {
    const { db, clock, log } = this.options;
    try {
      const messages = await giveUpOld(db, clock.wallMs());
      if (messages > 0) log.error(LOG_EVENTS.alertGivenUp, { messages });
    } catch (error) {
      log.error(LOG_EVENTS.internalError, { part: this.name, error });
    }
  }
}
