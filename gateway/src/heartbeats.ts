import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import {
  chooseOptimal,
  HEARTBEAT_STALE_MS,
  type PushOutcome,
  pushHeartbeat,
  readHeartbeats,
  sweepHeartbeats,
  withoutQuery,
} from '@gatehouse/shared/cluster/heartbeats';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { OutageGrace } from '@gatehouse/shared/cluster/outage-grace';
import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { AdminAnswer, AdminRoute } from './admin-listener.ts';
import { parseHeartbeat } from './heartbeat-body.ts';

const SWEEP_INTERVAL_MS = 1_000;

export interface HeartbeatsOptions {
  redis: Pick<ClusterRedis, 'run' | 'read' | 'nowMs' | 'steadyForMs'>;
  keys: Keys;
  clock: Clock;
  log: Log;
  /** Decides between servers with equally few connections. */
  random: () => number;
}

/** Foreign WebSocket servers, without Redis and links of their own: they push at any gateway, every gateway knows of them. */
export class Heartbeats implements Part {
  readonly name = 'heartbeats';
  private readonly options: HeartbeatsOptions;
  private readonly grace: OutageGrace;
  private cancelSweep: CancelTimer | undefined;

  constructor(options: HeartbeatsOptions) {
    this.options = options;
    this.grace = new OutageGrace(HEARTBEAT_STALE_MS, options.clock.monotonicMs());
  }

  get routes(): readonly AdminRoute[] {
    const push = (body: unknown) => this.push(body);
    return [
      { method: 'POST', path: '/heartbeats', for: 'heartbeats', answer: (_id, body) => push(body) },
      { method: 'GET', path: '/heartbeats', answer: () => this.whenReachable(() => this.list()) },
      {
        method: 'GET',
        path: '/servers/optimal',
        for: 'heartbeats',
        answer: () => this.whenReachable(() => this.optimal()),
      },
      // What senders of older chat servers call.
      {
        method: 'POST',
        path: '/chat/health/check',
        for: 'heartbeats',
        answer: async (_id, body) => forOldSenders(await push(body)),
      },
    ];
  }

  start(): void {
    this.cancelSweep ??= this.options.clock.every(SWEEP_INTERVAL_MS, () => void this.sweep());
  }

  stop(): void {
    this.cancelSweep?.();
    this.cancelSweep = undefined;
  }

  private async push(body: unknown): Promise<AdminAnswer> {
    const heartbeat = parseHeartbeat(body);
    if (typeof heartbeat === 'string') return { status: 400, body: { code: 'BAD_HEARTBEAT', message: heartbeat } };
    const { redis, keys, log } = this.options;
    return this.whenReachable(async () => {
      const outcome = await pushHeartbeat(redis, keys, heartbeat);
      const address = withoutQuery(heartbeat.address);
      log.debug(LOG_EVENTS.heartbeatReceived, { ...heartbeat, address, outcome: outcome.kind });
      return answerPush(outcome, heartbeat.address);
    });
  }

  private async list(): Promise<AdminAnswer> {
    const { redis, keys } = this.options;
    const records = await readHeartbeats(redis, keys, this.staleAfterMs());
    const nowMs = redis.nowMs();
    const items = records.map(({ receivedAtMs, ...record }) => {
      return { ...record, silentMs: Math.max(0, Math.round(nowMs - receivedAtMs)) };
    });
    return { status: 200, body: { servers: items } };
  }

  private async optimal(): Promise<AdminAnswer> {
    const { redis, keys, random } = this.options;
    const found = await chooseOptimal(redis, keys, { staleAfterMs: this.staleAfterMs(), random: random() });
    return found === undefined ? { status: 404, body: { code: 'NO_LIVE_SERVER' } } : { status: 200, body: found };
  }

  private staleAfterMs(): number {
    const { clock, redis } = this.options;
    const nowMs = clock.monotonicMs();
    this.grace.look(nowMs, redis.steadyForMs());
    return this.grace.staleAfterMs(nowMs);
  }

  /** Never throws: the next one repeats it. */
  private async sweep(): Promise<void> {
    const { clock, redis, keys, log } = this.options;
    const staleAfterMs = this.staleAfterMs();
    if (!this.grace.maySweep(clock.monotonicMs())) return;
    try {
      const addresses = await sweepHeartbeats(redis, keys, staleAfterMs);
      if (addresses.length === 0) return;
      log.info(LOG_EVENTS.heartbeatSwept, { addresses: addresses.map(withoutQuery), staleAfterMs });
    } catch (error) {
      if (!isUnavailable(error)) log.error(LOG_EVENTS.internalError, { where: 'heartbeats', error });
    }
  }

  private async whenReachable(answer: () => Promise<AdminAnswer>): Promise<AdminAnswer> {
    try {
      return await answer();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      return { status: 503, body: { code: 'UNAVAILABLE' } };
    }
  }
}

function answerPush(outcome: PushOutcome, address: string): AdminAnswer {
  switch (outcome.kind) {
    case 'kept':
      return { status: 200, body: { address } };
    case 'replaced':
      return { status: 409, body: { code: 'REPLACED', address, by: outcome.by } };
    case 'full':
      return { status: 503, body: { code: 'TOO_MANY_SERVERS' } };
  }
}

function forOldSenders({ status, body }: AdminAnswer): AdminAnswer {
  return { status, body: { success: status === 200, ...(typeof body === 'object' && body !== null ? body : {}) } };
}
