import { type ClusterEvent, parseEvent } from '@gatehouse/shared/cluster/cluster-events';
import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { Coalesced } from '@gatehouse/shared/cluster/coalesced';
import { readGateways } from '@gatehouse/shared/cluster/gateway-record';
import { readServers } from '@gatehouse/shared/cluster/server-record';
import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { MonitorContext } from '../monitor-context.ts';
import { recordChange } from '../store/changes.ts';
import { transact } from '../store/database.ts';
import { type Member, memberOfGateway, memberOfServer } from './members.ts';
import type { KnownTarget } from './reconcile.ts';
import { closeRegistryIncident, openRegistryIncident } from './registry-incident.ts';
import { RegistryMemory } from './registry-memory.ts';
import { type Sighting, writeReport } from './source-writer.ts';

/** Events can be lost, and some changes have none. */
const LOOK_MS = 2_000;
/** Redis that is away for so long is told; a failover is over by then. */
const OUT_OF_REACH_MS = 30_000;
/** Events that wait for the database. */
const MAX_HEARD = 1_000;

export type RegistryContext = Pick<MonitorContext, 'db' | 'clock' | 'log' | 'keys' | 'changed'> & {
  readonly lease: Pick<MonitorContext['lease'], 'held' | 'onChange'>;
  readonly cluster: { readonly up: boolean; readonly redis: ClusterRedis | undefined };
};

/** The cluster's members as targets: by its events at once, and by a look at the whole registry every 2 s. */
export class RegistrySource implements Part {
  readonly name = 'registry source';
  private readonly context: RegistryContext;
  private readonly memory = new RegistryMemory();
  private readonly looking = new Coalesced(() => this.look());
  private heard: ClusterEvent[] = [];
  private shown = '';
  private silentSinceMs: number | undefined;
  /** Whether the outage of the registry itself may be open. */
  private outage: 'unknown' | 'open' | 'closed' = 'unknown';
  private running = false;
  private cancels: (() => void)[] = [];

  constructor(context: RegistryContext) {
    this.context = context;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    const { clock, lease } = this.context;
    this.cancels = [
      clock.every(LOOK_MS, () => void this.looking.run()),
      lease.onChange(() => {
        this.memory.clear();
        this.silentSinceMs = undefined;
        this.outage = 'unknown';
        void this.looking.run();
      }),
    ];
  }

  /** Redis has answered for the first time. @throws GatehouseError UNAVAILABLE */
  async connected(redis: ClusterRedis): Promise<void> {
    const look = () => void this.looking.run();
    this.cancels.push(
      await redis.subscribe(this.context.keys.events, message => this.hear(message)),
      redis.onReconnected(look),
      redis.onResubscribed(look),
    );
    await this.looking.run();
  }

  async stop(): Promise<void> {
    this.running = false;
    for (const cancel of this.cancels.splice(0)) cancel();
    await this.looking.run(); // nothing is written once it has returned
  }

  private hear(message: string): void {
    const event = parseEvent(message);
    if (event === undefined || !this.running) return;
    this.memory.hear(event);
    if (this.heard.length < MAX_HEARD) this.heard.push(event); // looks tell the rest
    void this.looking.run();
  }

  private async look(): Promise<void> {
    const { cluster, lease } = this.context;
    const { redis } = cluster;
    const heard = this.heard.splice(0);
    if (!this.running || !lease.held) return;
    const members = redis !== undefined && cluster.up ? await this.read(redis) : undefined;
    if (members === undefined) await this.missed();
    if (members === undefined || !(await this.write(members, heard))) this.heard.unshift(...heard);
  }

  /** Redis did not say. */
  private async missed(): Promise<void> {
    const { clock, db, lease, changed, log } = this.context;
    this.silentSinceMs ??= clock.monotonicMs();
    if (this.outage === 'open' || clock.monotonicMs() - this.silentSinceMs < OUT_OF_REACH_MS) return;
    try {
      await transact(db, async transaction => {
        if (lease.held) await openRegistryIncident(transaction, clock.wallMs());
      });
      this.outage = 'open';
      changed();
    } catch (error) {
      log.error(LOG_EVENTS.databaseFailed, { doing: 'write that the registry is out of reach', error });
    }
  }

  /** Undefined: Redis does not say. */
  private async read(redis: ClusterRedis): Promise<Member[] | undefined> {
    try {
      return await this.members(redis);
    } catch (error) {
      if (!isUnavailable(error)) this.context.log.error(LOG_EVENTS.internalError, { where: 'registry source', error });
      return undefined;
    }
  }

  /** False: the database does not take it. */
  private async write(members: readonly Member[], heard: readonly ClusterEvent[]): Promise<boolean> {
    try {
      await this.report(members, heard);
      return true;
    } catch (error) {
      this.context.log.error(LOG_EVENTS.databaseFailed, { doing: 'write what the registry says', error });
      return false;
    }
  }

  private async members(redis: ClusterRedis): Promise<Member[]> {
    const { keys } = this.context;
    const [servers, gateways] = await Promise.all([readServers(redis, keys), readGateways(redis, keys)]);
    const backends = servers.map(record => {
      const evicted = record.state === 'down' || record.state === 'lost';
      if (!evicted) this.memory.returned(record);
      return memberOfServer(record, evicted ? this.memory.reasonOf(record) : '');
    });
    return [...backends, ...gateways.map(record => memberOfGateway(record, redis.nowMs()))];
  }

  private async report(members: readonly Member[], heard: readonly ClusterEvent[]): Promise<void> {
    const { db, clock, lease, changed } = this.context;
    const atMs = clock.wallMs();
    const present = new Set(members.map(({ named }) => named.hostName));
    for (const { named, incarnation } of members) this.memory.see(named.hostName, incarnation);
    const missing = this.memory.known.filter(id => !present.has(id));
    const gone = missing.filter(id => this.memory.absenceOf(id, atMs) === 'gone');
    const report = {
      origin: 'registry' as const,
      named: members.map(({ named }) => named),
      sightings: [
        ...heard.flatMap(replaced),
        ...members.map(sightingOf),
        ...gone.map(id => vanished(id, this.memory.evictedAs(id))),
      ],
      isDismissed: (target: KnownTarget) => this.isDismissed(target, atMs),
      atMs,
    };
    const shown = JSON.stringify(members);
    await transact(db, async transaction => {
      if (!lease.held) return;
      if (this.outage !== 'closed') await closeRegistryIncident(transaction, atMs);
      await writeReport(transaction, report);
      if (shown !== this.shown) await recordChange(transaction, 'cluster', '', atMs);
    });
    this.shown = shown;
    this.silentSinceMs = undefined;
    this.outage = 'closed';
    changed();
  }

  /** One that is down stays, even when its record has expired: until it is back, says goodbye or is deleted. */
  private isDismissed({ hostName, standing }: KnownTarget, atMs: number): boolean {
    const absence = this.memory.absenceOf(hostName, atMs);
    const goodbye = this.memory.saidGoodbye(hostName);
    return goodbye || (absence === 'left' && standing !== 'DOWN');
  }
}

/** It died and is back already: an outage that no record shows. */
function replaced(event: ClusterEvent): Sighting[] {
  if (event.kind !== 'evict' || event.why !== 'replaced') return [];
  return [{ hostName: event.id, observation: { kind: 'down', reason: 'evicted: replaced' } }];
}

function sightingOf({ named, observation, details }: Member): Sighting {
  return { hostName: named.hostName, observation, details };
}

/** `evicted`: why, when it was before. */
function vanished(hostName: string, evicted: string | undefined): Sighting {
  const reason = evicted ?? 'gone from the registry without leaving';
  return { hostName, observation: { kind: 'down', reason } };
}
