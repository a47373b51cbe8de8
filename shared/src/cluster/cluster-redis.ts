import type { Redis } from 'ioredis';
import { GatehouseError } from '../protocol/errors.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Part } from '../runtime/lifecycle.ts';
import type { Log } from '../runtime/log.ts';
import type { Script, ScriptArgument, ScriptRunner } from './script.ts';

export interface ClusterRedisOptions {
  url: string;
  clock: Clock;
  log: Log;
  healthIntervalMs: number;
  commandTimeoutMs?: number;
}

/** The two connections of a process to Redis: commands, and subscriptions that survive every reconnect. */
export class ClusterRedis implements Part, ScriptRunner {
  readonly name = 'redis';

  constructor(_options: ClusterRedisOptions) {}

  /** For plain reads; errors are raw. Prefer read(). */
  get commands(): Redis {
    throw new GatehouseError('INTERNAL');
  }

  /** @throws GatehouseError UNAVAILABLE when Redis does not answer within a few seconds */
  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  async run(
    _script: Script,
    _keys: readonly string[],
    _args: readonly ScriptArgument[],
    _options: { timeoutMs?: number } = {},
  ): Promise<unknown> {
    throw new GatehouseError('INTERNAL');
  }

  /** A plain read with its errors turned into UNAVAILABLE. */
  async read<T>(_query: (commands: Redis) => Promise<T>): Promise<T> {
    throw new GatehouseError('INTERNAL');
  }

  /** Resolves when subscribed; the subscription survives reconnects until the returned function is called. */
  async subscribe(_channel: string, _receive: (message: string) => void): Promise<() => void> {
    throw new GatehouseError('INTERNAL');
  }

  /** How many subscribers of this node got it; past the deadline it is not published. @throws GatehouseError LATE, UNAVAILABLE */
  async publish(_channel: string, _message: string): Promise<number> {
    throw new GatehouseError('INTERNAL');
  }

  /** Subscribers of a channel in the whole of Redis. */
  async subscribers(_channel: string): Promise<number> {
    throw new GatehouseError('INTERNAL');
  }

  /** Redis answers again after it did not, perhaps empty. Returns how to stop listening. */
  onReconnected(_listener: () => void): () => void {
    return () => undefined;
  }

  /** Subscribed again: messages may have been missed. Returns how to stop listening. */
  onResubscribed(_listener: () => void): () => void {
    return () => undefined;
  }

  /** Whether the last sign of Redis was an answer. */
  get up(): boolean {
    return false;
  }

  /** Redis TIME as estimated now, never ahead of it. */
  nowMs(): number {
    return 0;
  }

  /** Since so long an error-free reply came at least every 0.2 health intervals; 0: not now. */
  steadyForMs(): number {
    return 0;
  }
}
