import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { MAX_SERVER_FRAME_BYTES } from '@gatehouse/shared/protocol/frame';
import type { AnyGameMessages } from '@gatehouse/shared/protocol/game-messages';
import type { CancelTimer } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { CodeOwner, RoomCode } from './room-code.ts';
import type { BroadcastOptions, Player, RoomContext, RoomLogger, RoomMetadata, SendOptions } from './room-context.ts';
import type { Handler, HandlerKind } from './room-handling.ts';
import type { RoomInbox } from './room-inbox.ts';
import type { RoomNotices } from './room-notices.ts';
import type { RoomOutput } from './room-output.ts';
import type { RoomSeats } from './room-seats.ts';
import type { RoomTimers } from './room-timers.ts';

/** Largest result of a room. It is kept in Redis and told to everybody who asks. */
export const MAX_RESULT_BYTES = 64 * 1024;

/** Largest metadata of a room: it stands in every list. */
export const MAX_METADATA_BYTES = 1024;

export interface RoomHostOptions {
  readonly roomId: string;
  readonly seats: RoomSeats;
  readonly output: RoomOutput;
  readonly inbox: RoomInbox;
  readonly timers: RoomTimers;
  readonly notices: RoomNotices;
  readonly code: RoomCode;
  readonly owner: CodeOwner;
  readonly log: Log;
  readonly messages: () => AnyGameMessages;
  /** false once the room has ended: what it still says goes nowhere. */
  readonly isLive: () => boolean;
  readonly end: (result: Uint8Array | undefined) => void;
}

/** What a room's own code can reach: names and payloads become frames here. */
export class RoomHost implements RoomContext {
  readonly log: RoomLogger;
  private readonly options: RoomHostOptions;

  constructor(options: RoomHostOptions) {
    this.options = options;
    this.log = roomLogger(options.log);
  }

  get roomId(): string {
    return this.options.roomId;
  }

  get players(): ReadonlyMap<string, Player> {
    return this.options.seats.players;
  }

  get spectators(): ReadonlyMap<string, Player> {
    return this.options.seats.spectators;
  }

  handle(kind: HandlerKind, name: string, run: Handler): void {
    this.options.inbox.handle(this.options.messages(), { kind, name, run });
  }

  broadcast(name: string, payload: unknown, { volatile, except }: BroadcastOptions): void {
    const { output, seats, isLive } = this.options;
    if (!isLive() || (volatile === true && output.unheard)) return;
    const frame = this.encode(name, payload);
    const exceptSeat = except === undefined ? undefined : seats.ofPlayer(except);
    if (volatile === true) output.broadcastVolatile(frame, exceptSeat);
    else output.broadcast(frame, exceptSeat);
  }

  send(player: Player, name: string, payload: unknown, { volatile }: SendOptions): void {
    const { output, seats, isLive } = this.options;
    const seat = seats.ofPlayer(player);
    if (!isLive() || seat === undefined || seat.player.bot) return;
    const frame = this.encode(name, payload);
    if (volatile === true) seat.channel?.send(frame);
    else output.send(frame, seat);
  }

  after(delayMs: number, run: () => unknown): CancelTimer {
    return this.options.timers.after(delayMs, this.guarded('after', run));
  }

  every(intervalMs: number, run: () => unknown): CancelTimer {
    return this.options.timers.every(intervalMs, this.guarded('every', run));
  }

  lock(): void {
    this.setLocked(true);
  }

  unlock(): void {
    this.setLocked(false);
  }

  setMetadata(metadata: RoomMetadata): void {
    this.options.notices.say('metadata', metadataText(metadata));
  }

  end(result: Uint8Array | undefined): void {
    const resultBytes = result?.length ?? 0;
    if (resultBytes > MAX_RESULT_BYTES) throw new GatehouseError('FRAME_TOO_LARGE', { resultBytes, MAX_RESULT_BYTES });
    this.options.end(result);
  }

  private setLocked(locked: boolean): void {
    const { seats, notices } = this.options;
    seats.locked = locked;
    notices.say('locked', locked ? '1' : '0');
  }

  private encode(name: string, payload: unknown): Uint8Array {
    return this.options.messages().encode(name, payload, MAX_SERVER_FRAME_BYTES);
  }

  private guarded(where: string, run: () => unknown): () => void {
    const { code, owner } = this.options;
    return () => void code.call(owner, where, run);
  }
}

function metadataText(metadata: RoomMetadata): string {
  const isObject = typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata);
  const text = isObject ? JSON.stringify(metadata) : '';
  const metadataBytes = Buffer.byteLength(text);
  if (!isObject || metadataBytes > MAX_METADATA_BYTES) throw new GatehouseError('BAD_METADATA', { metadataBytes });
  return text;
}

function roomLogger(log: Log): RoomLogger {
  return {
    debug: (text, fields) => log.debug(LOG_EVENTS.roomSays, { ...fields, text }),
    info: (text, fields) => log.info(LOG_EVENTS.roomSays, { ...fields, text }),
    warn: (text, fields) => log.warn(LOG_EVENTS.roomSays, { ...fields, text }),
    error: (text, fields) => log.error(LOG_EVENTS.roomSays, { ...fields, text }),
  };
}
