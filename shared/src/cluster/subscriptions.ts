import type { Redis } from 'ioredis';
import { nanoid } from 'nanoid';
import type { CancelTimer, Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { LOG_EVENTS } from '../runtime/log-events.ts';

export type Receive = (message: string) => void;

export interface SubscriptionsOptions {
  subscriber: Redis;
  clock: Clock;
  log: Log;
  /** Rejects when Redis did not take it. */
  publish: (channel: string, message: string) => Promise<unknown>;
  /** Again, after a reconnect: messages may have been missed. */
  onResubscribed: () => void;
  /** Nobody else uses it. */
  ownChannel: string;
  checkIntervalMs: number;
}

interface Channel {
  readonly receivers: Set<Receive>;
  readonly subscribed: Promise<void>;
  readonly resolve: () => void;
}

const ECHO_TIMEOUT_MS = 2_000;

/**
 * The subscribing connection. After every reconnect all channels are subscribed again. A dead socket looks alive as long as
 * nothing is sent on it, so a nonce goes round through a channel of its own: who does not hear it connects anew.
 */
export class Subscriptions {
  private readonly options: SubscriptionsOptions;
  private readonly channels = new Map<string, Channel>();
  private cancelCheck: CancelTimer | undefined;
  private expectedEcho: { nonce: string; giveUp: CancelTimer } | undefined;
  private subscribedOnce = false;
  private isLive = false;
  private readyAtMs = 0;

  constructor(options: SubscriptionsOptions) {
    this.options = options;
  }

  /** Resolves at the first time that everything is subscribed. The connection is made by the caller. */
  start(): Promise<void> {
    const { subscriber, clock, checkIntervalMs } = this.options;
    subscriber.on('ready', () => void this.subscribeAll());
    subscriber.on('close', () => {
      this.isLive = false;
    });
    subscriber.on('message', (channel: string, message: string) => this.deliver(channel, message));
    this.cancelCheck ??= clock.every(checkIntervalMs, () => void this.check());
    const own = this.channel(this.options.ownChannel);
    own.receivers.add(nonce => this.heard(nonce));
    return own.subscribed;
  }

  stop(): void {
    this.cancelCheck?.();
    this.cancelCheck = undefined;
    this.expectNothing();
  }

  /** Whether messages arrive, as far as is known. */
  get live(): boolean {
    return this.isLive;
  }

  /** Resolves when subscribed, which waits through an outage. */
  async add(name: string, receive: Receive): Promise<() => void> {
    const known = this.channels.get(name);
    const channel = known ?? this.channel(name);
    channel.receivers.add(receive);
    if (known === undefined) this.subscribeNow(name, channel);
    await channel.subscribed;
    return () => this.remove(name, receive);
  }

  private channel(name: string): Channel {
    let resolve = () => {};
    const subscribed = new Promise<void>(done => {
      resolve = done;
    });
    const channel = { receivers: new Set<Receive>(), subscribed, resolve };
    this.channels.set(name, channel);
    return channel;
  }

  private subscribeNow(name: string, channel: Channel): void {
    const { subscriber } = this.options;
    if (subscriber.status !== 'ready') return; // subscribeAll will
    subscriber.subscribe(name).then(channel.resolve, () => undefined); // failed with its connection: subscribeAll will
  }

  private remove(name: string, receive: Receive): void {
    const channel = this.channels.get(name);
    if (channel === undefined || !channel.receivers.delete(receive) || channel.receivers.size > 0) return;
    this.channels.delete(name);
    const { subscriber } = this.options;
    if (subscriber.status === 'ready') subscriber.unsubscribe(name).catch(() => undefined); // else it is gone already
  }

  private async subscribeAll(): Promise<void> {
    this.readyAtMs = this.options.clock.monotonicMs();
    const channels = [...this.channels];
    try {
      await this.options.subscriber.subscribe(...channels.map(([name]) => name));
    } catch {
      return; // the connection broke meanwhile; the echo notices everything else
    }
    this.isLive = true;
    for (const [, channel] of channels) channel.resolve();
    if (this.subscribedOnce) this.options.onResubscribed();
    this.subscribedOnce = true;
  }

  private deliver(name: string, message: string): void {
    for (const receive of this.channels.get(name)?.receivers ?? []) {
      try {
        receive(message);
      } catch (error) {
        this.options.log.error(LOG_EVENTS.internalError, { channel: name, error }); // must not reach the parser of replies
      }
    }
  }

  private async check(): Promise<void> {
    const { subscriber, clock, publish, ownChannel } = this.options;
    const settled = subscriber.status === 'ready' && clock.monotonicMs() - this.readyAtMs > ECHO_TIMEOUT_MS;
    if (!settled || this.expectedEcho !== undefined) return;
    const nonce = nanoid();
    this.expectedEcho = { nonce, giveUp: clock.after(ECHO_TIMEOUT_MS, () => this.reconnect()) };
    try {
      await publish(ownChannel, nonce);
    } catch {
      this.expectNothing(); // Redis does not answer at all: that says nothing about this connection
    }
  }

  private heard(nonce: string): void {
    if (nonce === this.expectedEcho?.nonce) this.expectNothing();
  }

  private expectNothing(): void {
    this.expectedEcho?.giveUp();
    this.expectedEcho = undefined;
  }

  private reconnect(): void {
    this.expectedEcho = undefined;
    this.options.log.warn(LOG_EVENTS.redisSubscriberStale, { silentMs: ECHO_TIMEOUT_MS });
    this.options.subscriber.disconnect(true);
  }
}
