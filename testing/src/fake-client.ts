import type { LoopbackClient, StandaloneConnection, StandaloneRoom } from '@gatehouse/game-server/standalone-room';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { framePayload, frameSeq, frameType, writeFrameSeq } from '@gatehouse/shared/protocol/frame';
import { FIRST_GAME_TYPE, FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, type gatehouse, messages as wire } from '@gatehouse/shared/protocol/messages';

/** What arrives, each once and in order. */
export interface FakeClientSink {
  snapshot(state: Uint8Array): void;
  message(type: number, payload: Uint8Array): void;
  reply(ref: number, answer: Uint8Array): void;
  error(failure: gatehouse.Failure): void;
  ended(ended: gatehouse.Ended): void;
  /** The room takes it no more. */
  gone(): void;
}

export interface FakeClientOptions {
  readonly userId: string;
  readonly room: Pick<StandaloneRoom, 'open'>;
  readonly sink: FakeClientSink;
  /** Higher each time, for all clients of the room: a user who joins again has a newer session. */
  readonly nextSessionEpoch: () => number;
}

type Place =
  | { readonly kind: 'away'; readonly unsent: Uint8Array[] }
  | { readonly kind: 'entering' }
  | { readonly kind: 'in'; readonly connection: StandaloneConnection }
  | { readonly kind: 'gone'; readonly code: GatehouseError['code'] };

/** The client's side of one room stream, as the SDK has it: numbers, marks, and what is kept while away. */
export class FakeClient implements LoopbackClient {
  private readonly userId: string;
  private readonly room: Pick<StandaloneRoom, 'open'>;
  private readonly sink: FakeClientSink;
  private readonly nextSessionEpoch: () => number;
  private readonly sessionId: string;
  private place: Place = { kind: 'away', unsent: [] };
  private lastSeq = 0;
  private mark: { epoch: number; number: number } | undefined;
  private epoch = 0;

  constructor({ userId, room, sink, nextSessionEpoch }: FakeClientOptions) {
    this.userId = userId;
    this.room = room;
    this.sink = sink;
    this.nextSessionEpoch = nextSessionEpoch;
    this.sessionId = `session ${nextSessionEpoch()} of ${userId}`;
  }

  /** Of the frame that is sent next. */
  get nextSeq(): number {
    return this.lastSeq + 1;
  }

  /** Comes, or comes back. Not while it is there. @throws GatehouseError NO_SEAT, ROOM_ENDED */
  connect(): void {
    const { userId, sessionId, mark, place } = this;
    if (place.kind !== 'away') return;
    const { unsent } = place;
    this.place = { kind: 'entering' };
    const first = this.lastSeq - unsent.length + 1;
    const open = { userId, sessionId, sessionEpoch: this.nextSessionEpoch(), mark, first };
    const connection = this.room.open(open, this);
    const { kind } = this.place as Place; // the room has answered meanwhile
    if (kind === 'gone') this.requireSeat();
    if (kind !== 'entering') return;
    this.place = { kind: 'in', connection };
    for (const frame of unsent) connection.send(frame);
  }

  /** The connection is lost. */
  disconnect(): void {
    const { place } = this;
    if (place.kind !== 'in') return;
    this.place = { kind: 'away', unsent: [] };
    place.connection.drop();
  }

  /** Numbers the frame and sends it, when away as soon as it is back. Returns its seq. @throws GatehouseError when gone */
  send(frame: Uint8Array): number {
    this.requireSeat();
    const seq = ++this.lastSeq;
    writeFrameSeq(frame, seq);
    if (this.place.kind === 'in') this.place.connection.send(frame);
    else if (this.place.kind === 'away') this.place.unsent.push(frame);
    return seq;
  }

  closed({ code }: { code?: string | null }): void {
    const isEnd = code === 'ROOM_ENDED' || code === 'NO_SEAT' || code === 'CLOSED';
    this.place = { kind: 'gone', code: isEnd ? code : 'CONFLICT' };
    this.sink.gone();
  }

  receive(frame: Uint8Array): void {
    const [type, number, payload] = [frameType(frame), frameSeq(frame), framePayload(frame)];
    if (type === FRAME_TYPES.opened) this.epoch = decodeMessage(wire.Opened, payload).epoch;
    else if (type === FRAME_TYPES.snapshot || this.isNew(number)) {
      if (number > 0) this.mark = { epoch: this.epoch, number };
      this.deliver(type, payload);
    }
  }

  private isNew(number: number): boolean {
    return number === 0 || this.mark === undefined || number > this.mark.number;
  }

  private deliver(type: number, payload: Uint8Array): void {
    const { sink } = this;
    if (type >= FIRST_GAME_TYPE) sink.message(type, payload);
    else if (type === FRAME_TYPES.snapshot) sink.snapshot(decodeMessage(wire.Snapshot, payload).state);
    else if (type === FRAME_TYPES.roomError) sink.error(decodeMessage(wire.Failure, payload));
    else if (type === FRAME_TYPES.ended) sink.ended(decodeMessage(wire.Ended, payload));
    else if (type === FRAME_TYPES.roomReply) {
      const { ref, answer } = decodeMessage(wire.RoomReply, payload);
      sink.reply(ref, answer);
    } // else ACK: this client keeps nothing that the room has
  }

  private requireSeat(): void {
    if (this.place.kind === 'gone') throw new GatehouseError(this.place.code, { userId: this.userId });
  }
}
