import type { Redis } from 'ioredis';
import type { CancelTimer, Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { LOG_EVENTS } from '../runtime/log-events.ts';
import { parseRedisUrl } from '../runtime/redis-source.ts';
import { type MasterSwitch, mustMove } from './master-switch.ts';
import { redisClient } from './redis-client.ts';
import { commandOptions, FAILOVER_OPTIONS, subscriberOptions } from './redis-options.ts';
import { SentinelWatch } from './sentinel-watch.ts';

export interface RedisConnectionsOptions {
  url: string;
  clock: Clock;
  log: Log;
  commandTimeoutMs: number;
}

interface Kept {
  readonly connection: Redis;
  readyAtMs: number;
  cancelRetry: CancelTimer | undefined;
}

/** ioredis has given up: see keep(). */
const REVIVE_AFTER_MS = 100;
/** The slowest sentinel has heard of a failover so long after the first one. */
const SENTINEL_LAG_MS = 10_000;

/** The two connections of a process, kept to one Redis, or to whichever the sentinels call master. */
export class RedisConnections {
  readonly commands: Redis;
  readonly subscriber: Redis;
  private readonly options: RedisConnectionsOptions;
  private readonly kept: readonly Kept[];
  private readonly watch: SentinelWatch | undefined;
  private stopped = false;
  private newest: { readonly moved: MasterSwitch; readonly heardAtMs: number } | undefined;

  /** @throws GatehouseError BAD_CONFIG */
  constructor(options: RedisConnectionsOptions) {
    const { url, commandTimeoutMs } = options;
    const source = parseRedisUrl(url);
    const bySentinels = source.kind === 'sentinels';
    const failover = bySentinels ? FAILOVER_OPTIONS : {};
    this.options = options;
    this.commands = redisClient(url, { ...commandOptions(commandTimeoutMs), ...failover });
    this.subscriber = redisClient(url, { ...subscriberOptions(), ...failover });
    this.kept = [this.commands, this.subscriber].map(connection => this.keep(connection));
    this.watch = bySentinels ? new SentinelWatch(source, moved => this.masterMoved(moved)) : undefined;
  }

  start(): void {
    this.watch?.start();
    for (const { connection } of this.kept) connect(connection);
  }

  stop(): void {
    this.stopped = true;
    this.watch?.stop();
    for (const kept of this.kept) {
      kept.cancelRetry?.();
      kept.connection.disconnect();
    }
  }

  /** ioredis tries again by itself, but ends for good when it is disconnected at the moment that it asks a sentinel. */
  private keep(connection: Redis): Kept {
    const { clock } = this.options;
    const kept: Kept = { connection, readyAtMs: 0, cancelRetry: undefined };
    connection.on('ready', () => {
      kept.readyAtMs = clock.monotonicMs();
    });
    connection.on('end', () => {
      if (this.stopped) return;
      kept.cancelRetry = clock.after(REVIVE_AFTER_MS, () => connect(connection));
    });
    return kept;
  }

  private masterMoved(moved: MasterSwitch): void {
    const nowMs = this.options.clock.monotonicMs();
    const { newest } = this;
    const isRepeated =
      newest !== undefined &&
      nowMs - newest.heardAtMs < SENTINEL_LAG_MS &&
      newest.moved.from === moved.from &&
      newest.moved.to === moved.to;
    const heardAtMs = isRepeated ? newest.heardAtMs : nowMs;
    if (!isRepeated) {
      this.newest = { moved, heardAtMs };
      this.options.log.warn(LOG_EVENTS.redisFailover, { ...moved });
    }
    for (const { connection, readyAtMs } of this.kept) {
      const { status } = connection;
      const isMoving = mustMove({ status, peer: peerOf(connection), isNewer: readyAtMs > heardAtMs }, moved);
      if (isMoving) connection.disconnect(true);
    }
  }
}

/** As sentinels write it, where they write addresses and not names. */
function peerOf({ stream }: Redis): string | undefined {
  const { remoteAddress, remotePort } = stream ?? {};
  return remoteAddress === undefined ? undefined : `${remoteAddress.replace(/^::ffff:/, '')} ${remotePort}`;
}

function connect(connection: Redis): void {
  connection.connect().catch(() => undefined); // it retries
}
