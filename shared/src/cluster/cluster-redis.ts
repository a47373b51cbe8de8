import type { Redis } from 'ioredis';
import { nanoid } from 'nanoid';
import { GatehouseError } from '../protocol/errors.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Part } from '../runtime/lifecycle.ts';
import type { Log } from '../runtime/log.ts';
import { LOG_EVENTS } from '../runtime/log-events.ts';
import type { Keys } from './keys.ts';
import { RedisConnections } from './redis-connections.ts';
import { isRefusedLogin, isSentinelRound, redisFailure, sentinelFailure } from './redis-error.ts';
import { RedisPulse } from './redis-pulse.ts';
import { shownRedisUrl } from './redis-url.ts';
import { loadScript, type Script, type ScriptArgument, type ScriptRunner } from './script.ts';
import { type Receive, Subscriptions } from './subscriptions.ts';

export interface ClusterRedisOptions {
  url: string;
  keys: Keys;
  clock: Clock;
  log: Log;
  healthIntervalMs: number;
  /** How long a caller waits for one command; also the deadline of scripts. */
  commandTimeoutMs?: number;
}

const COMMAND_TIMEOUT_MS = 2_000;
const START_TIMEOUT_MS = 5_000;
const PUBLISH = loadScript('publish');

/** The two connections of a process to Redis: commands, and subscriptions that survive every reconnect. */
export class ClusterRedis implements Part, ScriptRunner {
  readonly name = 'redis';
  /** For plain reads; its errors carry the command's arguments and must not be logged. Prefer read(). */
  readonly commands: Redis;
  private readonly connections: RedisConnections;
  private readonly options: Required<ClusterRedisOptions>;
  private readonly pulse: RedisPulse;
  private readonly subscriptions: Subscriptions;
  private readonly reconnectedListeners = new Set<() => void>();
  private readonly resubscribedListeners = new Set<() => void>();
  private phase: 'new' | 'starting' | 'started' | 'stopped' = 'new';

  constructor(options: ClusterRedisOptions) {
    const { url, keys, clock, log, healthIntervalMs, commandTimeoutMs = COMMAND_TIMEOUT_MS } = options;
    this.options = { ...options, commandTimeoutMs };
    this.connections = new RedisConnections({ url, clock, log, commandTimeoutMs });
    this.commands = this.connections.commands;
    this.pulse = new RedisPulse({
      commands: this.commands,
      clock,
      healthIntervalMs,
      onUp: () => this.answers(),
      onDown: why => this.answersNoMore(why),
    });
    this.subscriptions = new Subscriptions({
      subscriber: this.connections.subscriber,
      clock,
      log,
      publish: (channel, message) => this.publish(channel, message),
      onResubscribed: () => notify(this.resubscribedListeners),
      ownChannel: keys.echo(nanoid()),
      checkIntervalMs: healthIntervalMs,
    });
  }

  /** Resolves when commands are answered and subscriptions work. @throws GatehouseError UNAVAILABLE after 5 s, or when the login is refused */
  async start(): Promise<void> {
    if (this.phase !== 'new') return;
    this.phase = 'starting';
    try {
      await this.connect();
      this.phase = 'started';
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    if (this.phase === 'stopped') return;
    this.phase = 'stopped';
    this.pulse.stop();
    this.subscriptions.stop();
    this.connections.stop();
  }

  /**
   * Runs a script by which nothing changes once `timeoutMs` has passed here. At most commandTimeoutMs. Of one that was not even
   * sent the error says `sent` false; after another UNAVAILABLE nobody knows whether it took effect.
   */
  async run(
    script: Script,
    keys: readonly string[],
    args: readonly ScriptArgument[],
    options: { timeoutMs?: number } = {},
  ): Promise<unknown> {
    const timeoutMs = Math.min(options.timeoutMs ?? this.options.commandTimeoutMs, this.options.commandTimeoutMs);
    const deadlineMs = Math.floor(this.requireNowMs() + timeoutMs);
    const reply = this.evaluate(script, [keys.length, ...keys, deadlineMs, ...args.map(scriptArgument)]);
    try {
      return await this.within(timeoutMs, reply);
    } catch (error) {
      const failure = redisFailure(error, this.options.url, { script: script.name });
      if (failure.code === 'LATE') void this.pulse.beat(); // perhaps the clock of Redis was set forward
      throw failure;
    }
  }

  /** A plain read. @throws GatehouseError UNAVAILABLE */
  async read<T>(query: (commands: Redis) => Promise<T>): Promise<T> {
    this.requireNowMs();
    try {
      return await this.within(this.options.commandTimeoutMs, query(this.commands));
    } catch (error) {
      throw redisFailure(error, this.options.url);
    }
  }

  /** Resolves when subscribed; the subscription survives reconnects until the returned function is called. */
  subscribe(channel: string, receive: Receive): Promise<() => void> {
    return this.subscriptions.add(channel, receive);
  }

  /** How many subscribers of this node got it. @throws GatehouseError LATE, UNAVAILABLE */
  async publish(channel: string, message: string): Promise<number> {
    return Number(await this.run(PUBLISH, [], [channel, message]));
  }

  /** Subscribers of a channel. @throws GatehouseError UNAVAILABLE */
  async subscribers(channel: string): Promise<number> {
    const reply = await this.read(commands => commands.pubsub('NUMSUB', channel));
    return Array.isArray(reply) ? Number(reply[1]) : 0;
  }

  /** Redis answers again after it did not, perhaps empty. Returns how to stop listening. */
  onReconnected(listener: () => void): () => void {
    this.reconnectedListeners.add(listener);
    return () => void this.reconnectedListeners.delete(listener);
  }

  /** Subscribed again: messages may have been missed. Returns how to stop listening. */
  onResubscribed(listener: () => void): () => void {
    this.resubscribedListeners.add(listener);
    return () => void this.resubscribedListeners.delete(listener);
  }

  /** Whether the last sign of Redis was an answer. */
  get up(): boolean {
    return this.pulse.up;
  }

  /** How long Redis took to answer, since the start. */
  get roundTrips(): Readonly<RedisPulse['roundTrips']> {
    return this.pulse.roundTrips;
  }

  /** Whether what is published arrives here; the subscribing connection may come back later than the other one. */
  get hears(): boolean {
    return this.subscriptions.live;
  }

  /** Redis TIME as estimated now, never ahead of it; after a lost connection this machine's own clock, until Redis answers. */
  nowMs(): number {
    return this.pulse.estimateMs();
  }

  /** Since so long an error-free reply came at least every 0.2 health intervals; 0: not now. */
  steadyForMs(): number {
    return this.pulse.steadyForMs();
  }

  private async connect(): Promise<void> {
    let lastError: unknown = 'no answer';
    const refused = new Promise<never>((_, reject) => {
      for (const connection of [this.commands, this.connections.subscriber]) {
        connection.on('sentinelError', error => {
          lastError = sentinelFailure(lastError, error);
        });
        connection.on('error', error => {
          if (!isSentinelRound(error)) lastError = error;
          if (this.phase === 'starting' && isRefusedLogin(error)) reject(error);
        });
      }
    });
    const pulse = new Promise<void>(resolve => {
      const stopListening = this.onReconnected(() => {
        stopListening();
        resolve();
      });
    });
    this.pulse.start();
    const subscribed = this.subscriptions.start();
    this.connections.start();
    try {
      await this.within(START_TIMEOUT_MS, Promise.race([refused, Promise.all([pulse, subscribed])]));
    } catch (error) {
      const why = redisFailure(error instanceof GatehouseError ? lastError : error, this.options.url);
      const { redis: reason } = why.fields;
      throw new GatehouseError('UNAVAILABLE', { redis: shownRedisUrl(this.options.url), reason });
    }
  }

  private requireNowMs(): number {
    const nowMs = this.pulse.redisNowMs();
    if (nowMs === undefined) {
      throw new GatehouseError('UNAVAILABLE', { redis: shownRedisUrl(this.options.url), sent: false });
    }
    return nowMs;
  }

  private async evaluate(script: Script, operands: (string | number | Buffer)[]): Promise<unknown> {
    try {
      return await this.commands.call('evalsha', script.sha1, ...operands);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return this.commands.call('eval', script.source, ...operands); // an empty Redis; the same deadline
    }
  }

  /** Nobody waits longer than this, whatever the connection does. */
  private async within<T>(timeoutMs: number, reply: Promise<T>): Promise<T> {
    let cancel = () => {};
    const timeout = new Promise<never>((_, reject) => {
      cancel = this.options.clock.after(timeoutMs, () => reject(new GatehouseError('UNAVAILABLE', { timeoutMs })));
    });
    try {
      return await Promise.race([reply, timeout]);
    } finally {
      cancel();
    }
  }

  private answers(): void {
    this.options.log.info(LOG_EVENTS.redisUp, { redis: shownRedisUrl(this.options.url) });
    notify(this.reconnectedListeners);
  }

  private answersNoMore(why: unknown): void {
    if (this.phase === 'stopped') return;
    const { fields } = redisFailure(why, this.options.url);
    this.options.log.warn(LOG_EVENTS.redisDown, { redis: shownRedisUrl(this.options.url), reason: fields.redis });
  }
}

function scriptArgument(argument: ScriptArgument): string | number | Buffer {
  return argument instanceof Uint8Array ? Buffer.from(argument) : argument;
}

function notify(listeners: ReadonlySet<() => void>): void {
  for (const listener of [...listeners]) listener();
}
