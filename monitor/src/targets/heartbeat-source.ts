import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { Coalesced } from '@gatehouse/shared/cluster/coalesced';
import { HEARTBEAT_STALE_MS, readHeartbeats } from '@gatehouse/shared/cluster/heartbeats';
import { OutageGrace } from '@gatehouse/shared/cluster/outage-grace';
import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { MonitorContext } from '../monitor-context.ts';
import { transact } from '../store/database.ts';
import { heartbeatTarget } from './heartbeat-server.ts';
import { type Sighting, writeReport } from './source-writer.ts';

const LOOK_MS = 2_000;
/** A server that has not pushed for so long, and is not down, is nobody's any more. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;
const SILENCE = `no heartbeat for ${HEARTBEAT_STALE_MS / 1000} s`;

type HeartbeatRedis = Pick<ClusterRedis, 'read' | 'nowMs' | 'steadyForMs'>;

export type HeartbeatContext = Pick<MonitorContext, 'db' | 'clock' | 'log' | 'keys' | 'changed'> & {
  readonly lease: Pick<MonitorContext['lease'], 'held' | 'onChange'>;
  readonly cluster: { readonly up: boolean; readonly redis: HeartbeatRedis | undefined };
};

/**
 * Servers that push heartbeats as targets. They are checked by WebSocket: silence counts as one failed check and archives
 * nothing, because nobody says goodbye by heartbeat, and who is silent may be dead.
 */
export class HeartbeatSource implements Part {
  readonly name = 'heartbeat source';
  private readonly context: HeartbeatContext;
  private readonly grace: OutageGrace;
  private readonly looking = new Coalesced(() => this.look());
  private heard: ReadonlySet<string> = new Set();
  private readonly silentSinceMs = new Map<string, number>(); // of the wall clock
  private running = false;
  private cancels: (() => void)[] = [];

  constructor(context: HeartbeatContext) {
    this.context = context;
    this.grace = new OutageGrace(HEARTBEAT_STALE_MS, context.clock.monotonicMs());
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    const { clock, lease } = this.context;
    this.cancels = [
      clock.every(LOOK_MS, () => void this.looking.run()),
      lease.onChange(() => {
        this.heard = new Set();
        this.silentSinceMs.clear();
        void this.looking.run();
      }),
    ];
  }

  async stop(): Promise<void> {
    this.running = false;
    for (const cancel of this.cancels.splice(0)) cancel();
    await this.looking.run(); // nothing is written once it has returned
  }

  private async look(): Promise<void> {
    const { cluster, lease, log, clock } = this.context;
    const { redis } = cluster;
    if (!this.running || !lease.held || redis === undefined || !cluster.up) return;
    const nowMs = clock.monotonicMs();
    this.grace.look(nowMs, redis.steadyForMs());
    const addresses = await this.read(redis, nowMs);
    if (addresses === undefined) return;
    try {
      // After an outage of Redis whoever is missing may only not have pushed again yet.
      await this.write(this.grace.maySweep(nowMs) ? addresses : [...new Set([...addresses, ...this.heard])]);
    } catch (error) {
      log.error(LOG_EVENTS.databaseFailed, { doing: 'write what the heartbeats say', error });
    }
  }

  /** Undefined: Redis does not say. */
  private async read(redis: HeartbeatRedis, nowMs: number): Promise<string[] | undefined> {
    const { keys, log } = this.context;
    try {
      const records = await readHeartbeats(redis, keys, this.grace.staleAfterMs(nowMs));
      return records.map(({ address }) => address);
    } catch (error) {
      if (!isUnavailable(error)) log.error(LOG_EVENTS.internalError, { where: 'heartbeat source', error });
      return undefined;
    }
  }

  private async write(addresses: readonly string[]): Promise<void> {
    const { db, clock, lease, changed } = this.context;
    const atMs = clock.wallMs();
    const present = new Set(addresses);
    const silent = [...this.heard].filter(address => !present.has(address));
    const report = {
      origin: 'heartbeat' as const,
      named: addresses.map(heartbeatTarget),
      sightings: silent.map(silence),
      isDismissed: ({ hostName, standing }: { hostName: string; standing: string }) =>
        standing !== 'DOWN' && this.silentForMs(hostName, atMs) >= FORGOTTEN_AFTER_MS,
      atMs,
    };
    await transact(db, async transaction => {
      if (lease.held) await writeReport(transaction, report);
    });
    for (const address of present) this.silentSinceMs.delete(address);
    this.heard = present;
    changed();
  }

  private silentForMs(address: string, atMs: number): number {
    const sinceMs = this.silentSinceMs.get(address) ?? atMs;
    this.silentSinceMs.set(address, sinceMs);
    return atMs - sinceMs;
  }
}

function silence(hostName: string): Sighting {
  return { hostName, observation: { kind: 'suspect', reason: SILENCE } };
}
