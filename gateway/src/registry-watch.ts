import { type ClusterEvent, parseEvent } from '@gatehouse/shared/cluster/cluster-events';
import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { readGateways } from '@gatehouse/shared/cluster/gateway-record';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { readServer, readServers, type ServerRecord } from '@gatehouse/shared/cluster/server-record';
import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';

/** Events can be lost: the whole registry is compared so often, and after every reconnect. */
const SNAPSHOT_INTERVAL_MS = 30_000;
const SNAPSHOT_RETRY_MS = 1000;

export interface RegistryReader {
  known(id: string): ServerRecord | undefined;
  /** A record as Redis has it now; records of one server come in the order in which Redis had them. */
  learn(record: ServerRecord): void;
  hear(event: ClusterEvent): void;
}

export interface RegistryWatchOptions {
  redis: Pick<ClusterRedis, 'read' | 'run' | 'subscribe' | 'onReconnected' | 'onResubscribed'>;
  keys: Keys;
  clock: Clock;
  log: Log;
  reader: RegistryReader;
}

/** Keeps its reader told of every backend in the registry. */
export class RegistryWatch implements Part {
  readonly name = 'registry watch';
  private readonly options: RegistryWatchOptions;
  private cancels: (() => void)[] = [];
  private cancelRetry: CancelTimer | undefined;
  private running = false;

  constructor(options: RegistryWatchOptions) {
    this.options = options;
  }

  /** Resolves when the reader knows every backend. @throws GatehouseError UNAVAILABLE */
  async start(): Promise<void> {
    if (this.running) return;
    this.running = true;
    const { redis, keys, clock } = this.options;
    const refresh = () => void this.refreshOrRetry();
    this.cancels = [
      await redis.subscribe(keys.events, message => this.hear(message)),
      redis.onReconnected(refresh),
      redis.onResubscribed(refresh),
      clock.every(SNAPSHOT_INTERVAL_MS, refresh),
    ];
    await this.refresh();
  }

  stop(): void {
    this.running = false;
    this.cancelRetry?.();
    for (const cancel of this.cancels) cancel();
    this.cancels = [];
  }

  /** Reads one record; errors are left to the next tick or snapshot. */
  async load(id: string): Promise<void> {
    const { redis, keys, reader } = this.options;
    try {
      const record = await readServer(redis, keys, id);
      if (record !== undefined && this.running) reader.learn(record);
    } catch (error) {
      this.noteUnlessUnavailable(error);
    }
  }

  private hear(message: string): void {
    const event = parseEvent(message);
    if (event === undefined || !this.running) return;
    if (event.kind === 'open') void this.load(event.id);
    this.options.reader.hear(event);
  }

  /** A snapshot takes several reads, so what it says of known servers may be overtaken: changes are read once more, alone. */
  private async refresh(): Promise<void> {
    const { redis, keys, reader } = this.options;
    for (const record of await readServers(redis, keys)) {
      if (!this.running) return;
      const known = reader.known(record.id);
      if (known === undefined) reader.learn(record);
      else if (known.incarnation !== record.incarnation || known.address !== record.address) await this.load(record.id);
      else reader.learn({ ...record, state: known.state, misses: known.misses }); // ticks and events tell these in order
    }
    await readGateways(redis, keys); // takes those that are long gone off the list that was just read
  }

  private async refreshOrRetry(): Promise<void> {
    this.cancelRetry?.();
    try {
      await this.refresh();
    } catch (error) {
      this.noteUnlessUnavailable(error);
      if (this.running)
        this.cancelRetry = this.options.clock.after(SNAPSHOT_RETRY_MS, () => void this.refreshOrRetry());
    }
  }

  private noteUnlessUnavailable(error: unknown): void {
    if (!isUnavailable(error)) this.options.log.error(LOG_EVENTS.internalError, { error });
  }
}
