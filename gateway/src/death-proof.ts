import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { evictDead } from '@gatehouse/shared/cluster/health';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import { type Clock, sleep } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { isDeathProven, objects } from './death-evidence.ts';
import type { GatewayBus } from './gateway-bus.ts';
import type { Server } from './server.ts';

/** How long the other gateways have to object. */
const OBJECTION_WINDOW_MS = 300;

export interface DeathProofOptions {
  redis: Pick<ClusterRedis, 'run' | 'subscribers'>;
  keys: Keys;
  bus: Pick<GatewayBus, 'on' | 'broadcast'>;
  clock: Clock;
  log: Log;
  server: (id: string) => Server | undefined;
}

/** Finds out whether a server for which nobody listens is dead, and answers other gateways that ask. */
export class DeathProof implements Part {
  readonly name = 'death proof';
  private readonly options: DeathProofOptions;
  private readonly proving = new Set<string>();
  private stopAnswering: (() => void) | undefined;

  constructor(options: DeathProofOptions) {
    this.options = options;
  }

  start(): void {
    this.stopAnswering ??= this.options.bus.on('dead?', question => this.answer(question));
  }

  stop(): void {
    this.stopAnswering?.();
    this.stopAnswering = undefined;
  }

  /**
   * The address of this server has refused every dial. When its incarnation is proven dead, it is evicted and lost at once.
   * True for the one gateway that did it. Takes up to 300 ms; without Redis nothing is proven.
   */
  async examine(server: Server): Promise<boolean> {
    if (this.proving.has(server.id)) return false;
    this.proving.add(server.id);
    const { incarnation } = server.record; // it may be replaced while the others are asked
    try {
      return (await this.prove(server, incarnation)) && (await this.evict(server, incarnation));
    } catch (error) {
      if (!isUnavailable(error)) this.options.log.error(LOG_EVENTS.internalError, { server: server.id, error });
      return false;
    } finally {
      this.proving.delete(server.id);
    }
  }

  private async prove(server: Server, incarnation: string): Promise<boolean> {
    const { redis, bus, clock } = this.options;
    const { id, pongAgeMs } = server;
    if ((await redis.subscribers(id)) > 0) return false; // the usual case when only its listener is gone
    let objected = false;
    const stopListening = bus.on('alive', message => {
      objected ||= message.serverId === id && message.incarnation === incarnation;
    });
    try {
      await bus.broadcast({
        kind: 'dead?',
        serverId: id,
        incarnation,
        silentMs: pongAgeMs ?? Number.POSITIVE_INFINITY,
      });
      await sleep(clock, OBJECTION_WINDOW_MS);
    } finally {
      stopListening();
    }
    const subscribers = await redis.subscribers(id); // a server that came back meanwhile
    return isDeathProven({ nobodyListens: server.link === undefined, subscribers, objected });
  }

  private async evict(server: Server, incarnation: string): Promise<boolean> {
    const { redis, keys, log } = this.options;
    const { id } = server;
    const outcome = await evictDead(redis, keys, { id, incarnation });
    if (outcome === 'unchanged') return false;
    if (outcome === 'evicted') log.info(LOG_EVENTS.serverEvicted, { server: id, incarnation, why: 'dead' });
    log.warn(LOG_EVENTS.serverLost, { server: id, incarnation, why: 'dead' });
    return true;
  }

  private answer(question: { serverId: string; incarnation: string; silentMs: number }): void {
    const server = this.options.server(question.serverId);
    if (server === undefined) return;
    const own = {
      incarnation: server.record.incarnation,
      open: server.link?.closed === false,
      pongAgeMs: server.pongAgeMs,
    };
    if (!objects(question, own)) return;
    const { serverId, incarnation } = question;
    this.options.bus.broadcast({ kind: 'alive', serverId, incarnation }).catch(() => undefined); // no Redis, no verdict
  }
}
