import type { StandaloneRoom } from '@gatehouse/game-server/standalone-room';
import { GatehouseError, isErrorCode } from '@gatehouse/shared/protocol/errors';
import { encodeFrame, MAX_CLIENT_FRAME_BYTES } from '@gatehouse/shared/protocol/frame';
import type {
  AnswerOf,
  AnyGameMessages,
  NameOf,
  PayloadOf,
  RequestNameOf,
  SentPayloadOf,
} from '@gatehouse/shared/protocol/game-messages';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { RequestRefused } from '@gatehouse/shared/protocol/request-refused';
import { FakeClient, type FakeClientSink } from './fake-client.ts';

export interface FakePlayerOptions<M> {
  readonly userId: string;
  readonly messages: M;
  readonly room: Pick<StandaloneRoom, 'open'>;
  /** As FakeClientOptions has it. */
  readonly nextSessionEpoch: () => number;
  /** @throws RoomFailure when the room's code has failed */
  readonly check: () => void;
}

interface Asked {
  resolve(answer: Uint8Array): void;
  reject(error: Error): void;
}

/**
 * Somebody in a tested room, with what the SDK does for a player: every message arrives once and in order, over lost
 * connections too. What the room's code throws meanwhile is thrown here, as RoomFailure.
 */
export class FakePlayer<M extends AnyGameMessages> {
  readonly userId: string;
  /** What the room refused: messages that cannot be read, have no handler, or come from a spectator. */
  readonly errors: GatehouseError[] = [];
  private readonly options: FakePlayerOptions<M>;
  private readonly client: FakeClient;
  private readonly asked = new Map<number, Asked>();
  private messages: { readonly type: number; readonly payload: Uint8Array }[] = [];
  private newestSnapshot: Uint8Array = new Uint8Array(0);
  private reachedEnd: { readonly why: string; readonly result: Uint8Array } | undefined;

  constructor(options: FakePlayerOptions<M>) {
    this.options = options;
    this.userId = options.userId;
    this.client = new FakeClient({ ...options, sink: this.sink() });
  }

  /** What the room's snapshot(player) returned last for this player. */
  get snapshot(): Uint8Array {
    return this.newestSnapshot;
  }

  /** How the game ended, as this player heard it; undefined: it goes on, or this player left before. */
  get end(): { readonly why: string; readonly result: Uint8Array } | undefined {
    return this.reachedEnd;
  }

  /** @throws GatehouseError when it has no seat any more */
  send<N extends NameOf<M>>(name: N, payload: SentPayloadOf<M, N>): void {
    const frame = this.options.messages.encode(name, payload, MAX_CLIENT_FRAME_BYTES);
    this.act(() => this.client.send(frame));
  }

  /** Rejects with RequestRefused when the room says no. */
  async request<N extends RequestNameOf<M>>(name: N, ask: SentPayloadOf<M, N>): Promise<AnswerOf<M, N>> {
    const { messages } = this.options;
    const frame = messages.encode(name, ask, MAX_CLIENT_FRAME_BYTES);
    const answered = new Promise<Uint8Array>((resolve, reject) => {
      this.asked.set(this.client.nextSeq, { resolve, reject }); // the answer may come while it is sent
    });
    answered.catch(() => {}); // heard below, unless the room has failed
    this.act(() => this.client.send(frame));
    return messages.decodeAnswer(name, await answered) as AnswerOf<M, N>;
  }

  /** All messages of this name since it joined, or since `forget`. @throws GatehouseError BAD_FRAME: its own schema refuses one */
  received<N extends NameOf<M>>(name: N): PayloadOf<M, N>[] {
    const { messages } = this.options;
    const { type } = messages.definitionOf(name);
    const mine = this.messages.filter(message => message.type === type);
    return mine.map(({ payload }) => messages.decode(name, payload) as PayloadOf<M, N>);
  }

  /** What was received so far is of no interest any more. */
  forget(): void {
    this.messages = [];
  }

  /** The connection is lost; the seat is held for a while. What is sent until `back` waits for it. */
  away(): void {
    this.act(() => this.client.disconnect());
  }

  /** Connected again: it gets what it missed. @throws GatehouseError NO_SEAT: it was away for too long; ROOM_ENDED */
  back(): void {
    this.act(() => this.client.connect());
  }

  /** Gives up the seat. */
  leave(): void {
    this.act(() => this.client.send(encodeFrame(FRAME_TYPES.leaveRoom, 0, new Uint8Array(0))));
  }

  /** A failure of the room says more than what follows from it. */
  private act(run: () => void): void {
    try {
      run();
    } finally {
      this.options.check();
    }
  }

  private sink(): FakeClientSink {
    return {
      snapshot: state => {
        this.newestSnapshot = state;
      },
      message: (type, payload) => void this.messages.push({ type, payload }),
      reply: (ref, answer) => this.take(ref)?.resolve(answer),
      error: failure => this.refused(failure),
      ended: ({ why, result }) => {
        this.reachedEnd = { why, result };
      },
      gone: () => {
        for (const ref of [...this.asked.keys()]) this.take(ref)?.reject(new GatehouseError('ROOM_ENDED'));
      },
    };
  }

  private refused({ code, message, reason, ref }: gatehouse.Failure): void {
    const known = isErrorCode(code) ? code : 'INTERNAL';
    const error =
      code === 'REQUEST_REFUSED' ? new RequestRefused(reason, message) : new GatehouseError(known, { message });
    const asked = this.take(ref);
    if (asked !== undefined) asked.reject(error);
    else if (error instanceof GatehouseError) this.errors.push(error);
  }

  private take(ref: number): Asked | undefined {
    const asked = this.asked.get(ref);
    this.asked.delete(ref);
    return asked;
  }
}
