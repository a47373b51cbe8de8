import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { ProberLease } from './prober-lease.ts';
import { anyAddress } from './probes/address-policy.ts';
import { failureText } from './probes/failure-text.ts';
import { exchange } from './probes/http-exchange.ts';
import { PhaseWatch } from './probes/phases.ts';

export interface DeadManOptions {
  /** A secret: whoever knows it can say that this monitor lives. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly lease: Pick<ProberLease, 'held'>;
  /** Why this monitor does not do what it is there for; undefined: it does. */
  problem(): Promise<string | undefined>;
}

const PING_MS = 60_000;
const ANSWER_MS = 10_000;

/**
 * Says every minute at a service outside that somebody watches here; when that hears nothing any more, it tells people. It is
 * said only by the monitor that checks, and only while its checks run in time and are stored.
 */
export class DeadMan implements Part {
  readonly name = 'dead-man';
  private readonly options: DeadManOptions;
  private readonly stopping = new AbortController();
  private told: 'nothing' | 'heard' | 'silent' = 'nothing';
  private cancel: CancelTimer | undefined;

  constructor(options: DeadManOptions) {
    this.options = options;
  }

  start(): void {
    this.cancel ??= this.options.clock.every(PING_MS, () => void this.ping());
  }

  stop(): void {
    this.cancel?.();
    this.stopping.abort(new Error('stopped'));
  }

  /** Over within seconds. Never throws. */
  async ping(): Promise<void> {
    if (!this.options.lease.held) {
      this.told = 'nothing'; // another monitor says so
      return;
    }
    const why = (await this.options.problem()) ?? (await this.send());
    if (!this.stopping.signal.aborted) this.tell(why);
  }

  /** Why nobody has heard it; undefined: heard. Wherever the operator of this process has said, inside his network too. */
  private async send(): Promise<string | undefined> {
    const { url, clock } = this.options;
    const deadline = new AbortController();
    const cancel = clock.after(ANSWER_MS, () => deadline.abort(new Error(`no answer within ${ANSWER_MS} ms`)));
    const signal = AbortSignal.any([deadline.signal, this.stopping.signal]);
    const headers = { 'user-agent': 'gatehouse-monitor' };
    const request = { url: new URL(url), method: 'GET', headers, policy: anyAddress, signal } as const;
    try {
      const { status } = await exchange({ ...request, watch: new PhaseWatch() });
      return status >= 200 && status < 300 ? undefined : `HTTP ${status}`;
    } catch (error) {
      return failureText(error);
    } finally {
      cancel();
    }
  }

  private tell(why: string | undefined): void {
    const now = why === undefined ? 'heard' : 'silent';
    if (now === this.told) return;
    this.told = now;
    if (why === undefined) this.options.log.info(LOG_EVENTS.deadManHeard);
    else this.options.log.warn(LOG_EVENTS.deadManSilent, { why });
  }
}
