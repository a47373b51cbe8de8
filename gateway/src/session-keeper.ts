import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { Coalesced } from '@gatehouse/shared/cluster/coalesced';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { setRoom } from '@gatehouse/shared/cluster/session-location';
import {
  assertSession,
  confirmSession,
  type SessionRecord,
  type SessionStanding,
} from '@gatehouse/shared/cluster/sessions';
import { CLOSE_REASONS, type CloseReason } from '@gatehouse/shared/protocol/close-codes';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import { Farewells } from '@gatehouse/shared/runtime/farewells';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { ClientConnection } from './client-connection.ts';
import { ClientTraffic } from './client-traffic.ts';
import type { Departures } from './departures.ts';
import { EarlyKicks, type Kick } from './early-kicks.ts';
import type { Greeter, OpenSession } from './greeting.ts';
import { Session, type SessionHost, type SessionStreams } from './session.ts';
import { openStreams, type StreamRouter } from './session-streams.ts';
import { Strangers } from './strangers.ts';

/** Assertions under way at once: Redis answers them in one go, and a hung Redis does not pile them up. */
const ASSERTIONS_AT_ONCE = 200;
const ASSERT_RETRY_MS = 1_000;

/** Connections without HELLO, on all transports. */
const MAX_STRANGERS = 4096;

export interface SessionKeeperOptions {
  redis: Pick<ClusterRedis, 'run' | 'onReconnected'>;
  keys: Keys;
  clock: Clock;
  log: Log;
  heartbeatMs: number;
  /** Every session says so often that it is there, and finds out whether it has a newer owner. */
  assertMs: number;
  /** A drain sends its clients elsewhere over this time. */
  spreadMs: number;
  greeter: Pick<Greeter, 'greet'>;
  departures: Pick<Departures, 'leave' | 'stop'>;
  router: StreamRouter;
}

/**
 * A session that was resumed has one client, which has another connection already; unless a HELLO of it came late: then it
 * is this connection that it listens to, and it must come again.
 */
function closeReason({ sessionId, by }: Pick<Kick, 'sessionId' | 'by'>): CloseReason {
  return by === sessionId ? CLOSE_REASONS.resumedElsewhere : CLOSE_REASONS.superseded;
}

/** All sessions of this gateway: keeps them alive in Redis, beats their hearts, closes those that somebody took over. */
export class SessionKeeper implements Part, SessionHost {
  readonly name = 'sessions';
  readonly heartbeatMs: number;
  readonly clock: Clock;
  readonly traffic = new ClientTraffic();
  private readonly options: SessionKeeperOptions;
  private readonly connected = new Set<Session>();
  private readonly byUser = new Map<string, Session>();
  private readonly bySessionId = new Map<string, Session>();
  private readonly strangers = new Strangers<Session>(MAX_STRANGERS, oldest => oldest.close(CLOSE_REASONS.crowded));
  private timers: CancelTimer[] = [];
  private readonly asserting = new Coalesced(() => this.assertEach());
  private readonly earlyKicks: EarlyKicks;
  private cancelRetry: CancelTimer | undefined;
  private emptied: (() => void) | undefined;

  constructor(options: SessionKeeperOptions) {
    this.options = options;
    this.heartbeatMs = options.heartbeatMs;
    this.clock = options.clock;
    this.earlyKicks = new EarlyKicks(options.clock);
  }

  /** Users logged in here. */
  get count(): number {
    return this.byUser.size;
  }

  /** Connections, of users and of those who have not said yet who they are. */
  get connections(): number {
    return this.connected.size;
  }

  /** Written for clients and not taken by the kernel yet. */
  get bufferedBytes(): number {
    let bytes = 0;
    for (const session of this.connected) bytes += session.bufferedBytes;
    return bytes;
  }

  start(): void {
    const { redis, clock, assertMs } = this.options;
    this.timers = [
      clock.every(this.heartbeatMs, () => this.beat()),
      clock.every(assertMs, () => void this.assertAll()),
      redis.onReconnected(() => void this.assertAll()),
    ];
  }

  /**
   * Asks one client after the other to connect to another gateway; those left after `limitMs` at once, and told to wait
   * until their turn would have come. Resolves when all are gone: one that does not answer is cut after 2 s.
   */
  async drain(limitMs: number): Promise<void> {
    const { clock, spreadMs } = this.options;
    const send = (session: Session, earlyMs: number) =>
      session.close(CLOSE_REASONS.serverDraining, Math.round(earlyMs));
    const farewells = new Farewells({ clock, items: [...this.connected], spreadMs, send });
    const cancelLimit = clock.after(limitMs, () => farewells.hurry());
    farewells.start();
    if (this.connected.size > 0) {
      await new Promise<void>(resolve => {
        this.emptied = resolve;
      });
    }
    cancelLimit();
    farewells.stop();
  }

  stop(): void {
    for (const cancel of this.timers) cancel();
    this.timers = [];
    this.cancelRetry?.();
    this.cancelRetry = undefined;
    this.options.departures.stop();
  }

  accept(connection: ClientConnection): Session {
    const session = new Session(connection, this);
    this.connected.add(session);
    this.strangers.add(session);
    session.start();
    return session;
  }

  /** The session of a user on this gateway. */
  sessionOf(userId: string): Session | undefined {
    return this.byUser.get(userId);
  }

  /** One frame, encoded once, for every user logged in here. */
  sendToAll(frame: Uint8Array): void {
    for (const session of this.byUser.values()) session.send(frame);
  }

  /** The session has a newer owner: a connection that holds it below that epoch ends, now or as soon as it opens. */
  supersede(kick: Kick): void {
    this.earlyKicks.add(kick);
    const session = this.bySessionId.get(kick.sessionId);
    if (session?.open !== undefined && session.open.record.epoch < kick.epoch) session.close(closeReason(kick));
  }

  /** Writes every session to Redis that is not there any more; ends those that have a newer owner. Never throws: it is tried again. */
  async assertAll(): Promise<void> {
    try {
      await this.asserting.run();
    } catch {
      if (this.timers.length > 0) this.cancelRetry ??= this.clock.after(ASSERT_RETRY_MS, () => this.assertAgain());
    }
  }

  // ---- SessionHost ----

  async greet(hello: gatehouse.Hello): Promise<OpenSession> {
    const open = await this.options.greeter.greet(hello);
    const newer = this.newerOwner(open.record);
    if (newer === undefined) return open;
    throw new GatehouseError(newer === open.record.sessionId ? 'CONFLICT' : 'SUPERSEDED', {
      userId: open.record.userId,
    });
  }

  opened(session: Session, open: OpenSession): SessionStreams {
    const { userId, epoch, sessionId } = open.record;
    const older = this.byUser.get(userId);
    this.byUser.set(userId, session);
    this.bySessionId.set(sessionId, session);
    older?.close(closeReason({ sessionId: older.open?.record.sessionId ?? '', by: sessionId }));
    const event = open.resumed ? LOG_EVENTS.sessionResumed : LOG_EVENTS.sessionOpened;
    this.options.log.info(event, { userId, sessionId, epoch, correlationId: open.correlationId });
    return openStreams({
      session,
      open,
      router: this.options.router,
      clock: this.clock,
      enteredRoom: this.enteredRoom,
    });
  }

  async confirmed({ record }: OpenSession): Promise<void> {
    const { redis, keys } = this.options;
    const standing = await confirmSession(redis, keys, record).catch(() => 'ours' as const); // void at its next use instead
    const session = this.bySessionId.get(record.sessionId);
    if (session?.open?.record.epoch === record.epoch) this.stand(session, standing);
  }

  closed(session: Session, open: OpenSession | undefined, reason: CloseReason | undefined): void {
    this.connected.delete(session);
    if (this.connected.size === 0) this.emptied?.();
    if (open === undefined) return;
    const { userId, sessionId } = open.record;
    if (this.byUser.get(userId) === session) this.byUser.delete(userId);
    if (this.bySessionId.get(sessionId) === session) this.bySessionId.delete(sessionId);
    this.abandoned(open);
    const fields = { userId, sessionId, correlationId: open.correlationId, code: reason?.code ?? 'peer' };
    this.options.log.info(LOG_EVENTS.sessionClosed, fields);
  }

  abandoned({ record: { userId }, resumeToken }: OpenSession): void {
    this.options.departures.leave({ userId, resumeToken });
  }

  greeted(session: Session): void {
    this.strangers.remove(session);
  }

  refused(remoteAddress: string, error: GatehouseError): void {
    if (error.code === 'INTERNAL') this.options.log.error(LOG_EVENTS.internalError, { where: 'hello', error });
    else this.options.log.info(LOG_EVENTS.sessionRefused, { remoteAddress, code: error.code, why: error.fields.why });
  }

  failed(error: unknown): void {
    this.options.log.error(LOG_EVENTS.internalError, { where: 'frame', error });
  }

  private readonly enteredRoom = (open: OpenSession, roomId: string): void => {
    const { redis, keys } = this.options;
    open.roomId = roomId;
    setRoom(redis, keys, open.record, roomId).catch(() => undefined); // written again when it asserts itself
  };

  private async assertEach(): Promise<void> {
    const sessions = [...this.byUser.values()];
    for (let from = 0; from < sessions.length; from += ASSERTIONS_AT_ONCE) {
      await Promise.all(sessions.slice(from, from + ASSERTIONS_AT_ONCE).map(session => this.assert(session)));
    }
  }

  private assertAgain(): void {
    this.cancelRetry = undefined;
    void this.assertAll();
  }

  private async assert(session: Session): Promise<void> {
    const { redis, keys } = this.options;
    const { open } = session;
    if (open === undefined) return;
    const { record, resumeToken, roomId } = open;
    const standing = await assertSession(redis, keys, { ...record, roomId, token: resumeToken });
    if (session.open === undefined)
      this.abandoned(open); // its leave may have come first, to a Redis that knew nothing of it
    else this.stand(session, standing);
  }

  private stand(session: Session, standing: SessionStanding): void {
    if (standing === 'superseded') session.close(CLOSE_REASONS.superseded);
    if (standing === 'resumed') session.close(CLOSE_REASONS.resumedElsewhere);
  }

  /** The session that has taken the user since this claim. */
  private newerOwner(claimed: SessionRecord): string | undefined {
    const held = this.byUser.get(claimed.userId)?.open?.record;
    if (held !== undefined && held.epoch > claimed.epoch) return held.sessionId;
    return this.earlyKicks.concerning(claimed)?.by;
  }

  private beat(): void {
    for (const session of this.connected) session.beat();
  }
}
