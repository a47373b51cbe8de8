import type { ClusterEvent } from '@gatehouse/shared/cluster/cluster-events';
import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { ServerState, Standing, Verdict } from '@gatehouse/shared/cluster/health';
import type { BackendType, Keys } from '@gatehouse/shared/cluster/keys';
import { once } from '@gatehouse/shared/cluster/once';
import type { ServerRecord } from '@gatehouse/shared/cluster/server-record';
import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { dialLink } from '@gatehouse/shared/transport/link-dialer';
import { type LinkIdentity, linkPingIntervalMs } from '@gatehouse/shared/transport/link-protocol';
import type { TurnFlusher } from '@gatehouse/shared/transport/turn-output';
import { DeathProof } from './death-proof.ts';
import type { DetachCause } from './fan-out.ts';
import type { GatewayBus } from './gateway-bus.ts';
import { HealthRound } from './health-round.ts';
import { KeptRooms } from './kept-rooms.ts';
import { LostRooms } from './lost-rooms.ts';
import { MASS_MISS_HOLD_MS, MassMissGuard } from './mass-miss.ts';
import { RegistryWatch } from './registry-watch.ts';
import type { HealthLimits } from './round-decision.ts';
import { Server, type ServerHost } from './server.ts';

/** A server that Redis does not know is kept so long without a link: a Redis that lost its data heals within seconds. */
const FORGET_AFTER_MS = 30_000;

export interface ServersOptions {
  redis: ClusterRedis;
  keys: Keys;
  clock: Clock;
  log: Log;
  bus: GatewayBus;
  limits: HealthLimits;
  seatHoldMs: number;
  self: () => LinkIdentity;
  /** CLUSTER_SECRET. */
  secret: string;
  turns: TurnFlusher;
  /** Answers what backends ask. */
  answer: ServerHost['answer'];
  /** A backend had to register once more: Redis has lost its data, perhaps ours too. */
  onForgotten?: () => void;
}

interface Entry {
  readonly server: Server;
  readonly round: HealthRound;
  goneSinceMs: number | undefined; // Redis does not know it
}

/** Every backend of the cluster as this gateway knows it: linked, checked each round, given up when it is lost. */
export class Servers implements Part {
  readonly name = 'servers';
  /** Of the rounds that this gateway has judged, so far. */
  readonly verdicts = new Map<Verdict, number>([
    ['acknowledged', 0],
    ['missed', 0],
    ['void', 0],
  ]);
  private readonly options: ServersOptions;
  private readonly entries = new Map<string, Entry>();
  private readonly watch: RegistryWatch;
  private readonly deathProof: DeathProof;
  private readonly lostRooms: LostRooms;
  private readonly keptRooms: KeptRooms;
  private readonly massMiss: MassMissGuard;

  constructor(options: ServersOptions) {
    this.options = options;
    this.massMiss = new MassMissGuard(options.limits);
    this.lostRooms = new LostRooms(options);
    this.keptRooms = new KeptRooms({ ...options, servers: () => this.all() });
    this.deathProof = new DeathProof({ ...options, server: id => this.get(id) });
    this.watch = new RegistryWatch({
      ...options,
      reader: {
        known: id => this.get(id)?.record,
        learn: record => this.learn(record),
        hear: event => this.hear(event),
      },
    });
  }

  /** Resolves when every registered backend is known; links open afterwards. @throws GatehouseError UNAVAILABLE */
  async start(): Promise<void> {
    this.deathProof.start();
    this.keptRooms.start();
    await this.watch.start();
  }

  stop(): void {
    this.watch.stop();
    this.deathProof.stop();
    this.keptRooms.stop();
    for (const entry of this.entries.values()) this.giveUp(entry, 'linkLost');
    this.entries.clear();
  }

  get(id: string): Server | undefined {
    return this.entries.get(id)?.server;
  }

  *all(): Iterable<Server> {
    for (const { server } of this.entries.values()) yield server;
  }

  /** Servers of a type with an open link, whatever their state. */
  linked(type: BackendType): Server[] {
    return this.ofType(type).filter(server => server.link?.closed === false);
  }

  /** Ids of the servers that may get something new; the placement script takes suspect ones only when none is up. */
  candidates(type: BackendType): string[] {
    return this.ofType(type)
      .filter(server => server.placeable)
      .map(server => server.id);
  }

  private ofType(type: BackendType): Server[] {
    return [...this.all()].filter(server => server.type === type);
  }

  /** Reads what the registry says of one server now; one that is not known is left to its events. */
  async refresh(id: string): Promise<void> {
    if (this.entries.has(id)) await this.watch.load(id);
  }

  // ---- what the registry and the ticks say ----

  private learn(record: ServerRecord): void {
    const entry = this.entries.get(record.id);
    if (entry === undefined) {
      this.add(record);
      return;
    }
    entry.goneSinceMs = undefined;
    const before = entry.server.record;
    entry.server.learn(record);
    if (before.incarnation !== record.incarnation) this.opened(record);
    else if (before.state !== record.state) this.noteState(record, before.state);
    this.settle(entry.server, before.state);
  }

  private hear(event: ClusterEvent): void {
    const entry = this.entries.get(event.id);
    if (entry === undefined || entry.server.record.incarnation !== event.incarnation) return;
    switch (event.kind) {
      case 'open':
        this.options.onForgotten?.(); // once more: the record itself is read by the watch
        return;
      case 'evict':
        if (entry.server.record.state !== 'lost') this.learn({ ...entry.server.record, state: 'down' });
        return;
      case 'lost':
        this.learn({ ...entry.server.record, state: 'lost' });
        return;
      case 'close':
        this.forget(entry, 'left');
        return;
      default:
        event satisfies never;
    }
  }

  private stands(entry: Entry, { incarnation, state, misses }: Standing): void {
    const { record } = entry.server;
    if (this.entries.get(record.id) !== entry) return; // forgotten while the tick was under way
    if (incarnation !== record.incarnation) void this.watch.load(record.id);
    else this.learn({ ...record, state, misses });
  }

  private gone(entry: Entry): void {
    if (this.entries.get(entry.server.id) !== entry) return;
    const nowMs = this.options.clock.monotonicMs();
    entry.goneSinceMs ??= nowMs;
    if (entry.server.link === undefined && nowMs - entry.goneSinceMs >= FORGET_AFTER_MS) this.forget(entry, 'unknown');
  }

  // ---- what follows from it ----

  private add(record: ServerRecord): void {
    const server = new Server(this.host(), record);
    const round = new HealthRound({
      ...this.options,
      id: record.id,
      random: Math.random,
      pongAgeMs: () => server.pongAgeMs,
      mayEvict: () => this.mayEvict(server.type),
      onVerdict: verdict => this.verdicts.set(verdict, (this.verdicts.get(verdict) ?? 0) + 1),
      onStanding: standing => this.stands(entry, standing),
      onOvertaken: () => void this.watch.load(record.id),
      onGone: () => this.gone(entry),
    });
    const entry: Entry = { server, round, goneSinceMs: undefined };
    this.entries.set(record.id, entry);
    this.opened(record);
    if (record.state !== 'lost') server.connect();
    round.start();
  }

  private opened(record: ServerRecord): void {
    const { id, incarnation, address, state } = record;
    this.options.log.info(LOG_EVENTS.serverOpened, { server: id, incarnation, address, state });
    void this.lostRooms.sweep(id); // an incarnation before this one may have left rooms
  }

  /** Level-triggered: called with every word about a server, changed or not. */
  private settle(server: Server, before: ServerState): void {
    const { state } = server.record;
    void this.lostRooms.finish(server.id);
    if (state === 'lost') {
      server.disconnect('serverLost');
      void this.lostRooms.sweep(server.id);
    } else if (state === 'down' && before !== 'down' && server.type === 'Lobby') {
      server.relink('serverLost'); // its clients go on elsewhere, and it hears so
    } else {
      server.connect();
    }
  }

  private noteState({ id, incarnation, state, misses }: ServerRecord, before: ServerState): void {
    this.options.log.info(LOG_EVENTS.serverState, { server: id, incarnation, from: before, to: state, misses });
  }

  private mayEvict(type: BackendType): boolean {
    const records = this.ofType(type).map(server => server.record);
    const judgement = this.massMiss.judge(type, records, this.options.clock.monotonicMs());
    if (judgement === 'hold and alert') void this.alert(type, records);
    return judgement === 'evict';
  }

  /** One of all gateways that see it says so. Without Redis nobody judges, so nobody need say it. */
  private async alert(type: BackendType, records: readonly ServerRecord[]): Promise<void> {
    const { redis, keys, log } = this.options;
    const missing = records.filter(({ misses }) => misses > 0).length;
    try {
      if (!(await once(redis, keys.massMiss(type), MASS_MISS_HOLD_MS))) return;
      log.warn(LOG_EVENTS.healthMassMiss, { type, servers: records.length, missing });
    } catch (error) {
      if (!isUnavailable(error)) log.error(LOG_EVENTS.internalError, { error });
    }
  }

  private async examine(server: Server): Promise<void> {
    if (!(await this.deathProof.examine(server))) return;
    await this.watch.load(server.id);
  }

  private forget(entry: Entry, why: 'left' | 'unknown'): void {
    const { id, incarnation } = entry.server.record;
    this.entries.delete(id);
    this.giveUp(entry, 'serverLost');
    this.options.log.info(LOG_EVENTS.serverGone, { server: id, incarnation, why });
  }

  private giveUp({ server, round }: Entry, cause: DetachCause): void {
    round.stop();
    server.disconnect(cause);
  }

  private host(): ServerHost {
    const { clock, log, limits, self, secret, turns, answer } = this.options;
    const pingIntervalMs = linkPingIntervalMs(limits.intervalMs);
    return {
      clock,
      log,
      random: Math.random,
      pingIntervalMs,
      dial: ({ id, incarnation, address, local }, receiver) => {
        const peer = { id, incarnation };
        return dialLink({ address, local, peer, self: self(), secret, receiver, pingIntervalMs, turns, clock, log });
      },
      answer,
      roomClosed: (server, roomId, close) => void this.keptRooms.closed(server, roomId, close),
      refused: server => void this.examine(server),
    };
  }
}
