import { GatehouseError } from './errors.ts';
import { encodeFrame, FRAME_HEADER_BYTES } from './frame.ts';
import { FIRST_GAME_TYPE, LAST_GAME_TYPE } from './message-types.ts';
import { BYTES, type PayloadCodec } from './payload-codecs.ts';
import { InvalidPayload } from './standard-schema.ts';

/** One kind of message of a game: its number on the wire and how its payload is written. */
export interface MessageDefinition<Received, Sent = Received> {
  readonly kind: 'message';
  readonly type: number;
  readonly codec: PayloadCodec<Received, Sent>;
}

/** One kind of question that a player asks its room, and the answer. */
export interface RequestDefinition<Ask, Answer, SentAsk = Ask, SentAnswer = Answer> {
  readonly kind: 'request';
  readonly type: number;
  readonly codec: PayloadCodec<Ask, SentAsk>;
  readonly answer: PayloadCodec<Answer, SentAnswer>;
}

type AnyDefinition = MessageDefinition<unknown> | RequestDefinition<unknown, unknown>;
export type GameDefinitions = Readonly<Record<string, AnyDefinition>>;

type Names<D, Kind> = { [N in keyof D]: D[N] extends { readonly kind: Kind } ? N : never }[keyof D] & string;
type Sent<D> = D extends { readonly codec: PayloadCodec<unknown, infer S> } ? S : never;
type Received<D> = D extends { readonly codec: PayloadCodec<infer R, never> } ? R : never;
type SentAnswer<D> = D extends { readonly answer: PayloadCodec<unknown, infer S> } ? S : never;
type ReceivedAnswer<D> = D extends { readonly answer: PayloadCodec<infer R, never> } ? R : never;

/** Name → definition of `typeof messages`. */
export type DefinitionsOf<M> = M extends GameMessages<infer D> ? D : never;
/** The names of the messages of `typeof messages`. */
export type NameOf<M> = Names<DefinitionsOf<M>, 'message'>;
/** The names of its requests. */
export type RequestNameOf<M> = Names<DefinitionsOf<M>, 'request'>;
/** Payload of one message (or request) of `typeof messages`, as who gets it sees it. */
export type PayloadOf<M, N extends NameOf<M> | RequestNameOf<M>> = Received<DefinitionsOf<M>[N]>;
/** The same, as who sends it may write it: other than PayloadOf only where a schema fills in or converts. */
export type SentPayloadOf<M, N extends NameOf<M> | RequestNameOf<M>> = Sent<DefinitionsOf<M>[N]>;
/** Answer to one request of `typeof messages`, as the player who asked sees it. */
export type AnswerOf<M, N extends RequestNameOf<M>> = ReceivedAnswer<DefinitionsOf<M>[N]>;
/** The same, as the room may write it. */
export type SentAnswerOf<M, N extends RequestNameOf<M>> = SentAnswer<DefinitionsOf<M>[N]>;

/** The messages of any game, for code that does not know which. */
export interface AnyGameMessages {
  nameOf(type: number): string | undefined;
  definitionOf(name: string): { readonly kind: 'message' | 'request'; readonly type: number };
  encode(name: string, payload: unknown, maxFrameBytes: number): Uint8Array;
  decode(name: string, encoded: Uint8Array): unknown;
  encodeAnswer(name: string, answer: unknown): Uint8Array;
  decodeAnswer(name: string, encoded: Uint8Array): unknown;
}

/**
 * The messages of one game, shared by its room and its clients:
 * `defineMessages({ move: message(0x1001, json<Move>()), raw: bytes(0x1003), trade: request(0x1004, json<Offer>(), json<Deal>()) })`.
 * @throws GatehouseError BAD_MESSAGES for a type outside 0x1000–0xffff or used twice.
 */
export function defineMessages<D extends GameDefinitions>(definitions: D): GameMessages<D> {
  return new GameMessages<D>(definitions);
}

/** A message whose payload is written by `codec`. */
export function message<R, S = R>(type: number, codec: PayloadCodec<R, S>): MessageDefinition<R, S> {
  return { kind: 'message', type, codec };
}

/** A message whose payload is bytes that only the game understands. */
export function bytes(type: number): MessageDefinition<Uint8Array> {
  return { kind: 'message', type, codec: BYTES };
}

/** A question of a player to its room, which answers it once. */
export function request<R, RA, S = R, SA = RA>(
  type: number,
  ask: PayloadCodec<R, S>,
  answer: PayloadCodec<RA, SA>,
): RequestDefinition<R, RA, S, SA> {
  return { kind: 'request', type, codec: ask, answer };
}

/** Made by defineMessages. Knows names, numbers and bytes; nothing of sockets or rooms. */
export class GameMessages<D extends GameDefinitions> implements AnyGameMessages {
  private readonly definitions = new Map<string, AnyDefinition>();
  private readonly names = new Map<number, string>();

  constructor(definitions: D) {
    for (const [name, definition] of Object.entries(definitions)) this.add(name, definition);
  }

  /** Name of the message with this frame type; undefined: not one of this game. */
  nameOf(type: number): (keyof D & string) | undefined {
    return this.names.get(type);
  }

  /** @throws GatehouseError BAD_MESSAGES when there is none of this name */
  definitionOf(name: string): AnyDefinition {
    const definition = this.definitions.get(name);
    if (definition === undefined) throw new GatehouseError('BAD_MESSAGES', { unknownMessage: name });
    return definition;
  }

  /**
   * A whole frame, not numbered yet (seq 0).
   * @throws GatehouseError FRAME_TOO_LARGE, header included; whatever the payload's codec throws.
   */
  encode<N extends keyof D & string>(name: N, payload: Sent<D[N]>, maxFrameBytes: number): Uint8Array {
    const { type, codec } = this.definitionOf(name);
    const encoded = codec.encode(payload);
    const frameBytes = FRAME_HEADER_BYTES + encoded.length;
    if (frameBytes > maxFrameBytes)
      throw new GatehouseError('FRAME_TOO_LARGE', { message: name, frameBytes, maxFrameBytes });
    return encodeFrame(type, 0, encoded);
  }

  /** The payload; it shares no memory with `encoded`. @throws GatehouseError BAD_FRAME, with what its schema says */
  decode<N extends keyof D & string>(name: N, encoded: Uint8Array): Received<D[N]> {
    return decodeBy(this.definitionOf(name).codec, name, encoded) as Received<D[N]>;
  }

  /** The bytes of an answer to this request; whatever its codec throws. */
  encodeAnswer<N extends Names<D, 'request'>>(name: N, answer: SentAnswer<D[N]>): Uint8Array {
    return this.answerCodec(name).encode(answer);
  }

  /** @throws GatehouseError BAD_FRAME */
  decodeAnswer<N extends Names<D, 'request'>>(name: N, encoded: Uint8Array): ReceivedAnswer<D[N]> {
    return decodeBy(this.answerCodec(name), name, encoded) as ReceivedAnswer<D[N]>;
  }

  private answerCodec(name: string): PayloadCodec<unknown> {
    const definition = this.definitionOf(name);
    if (definition.kind === 'request') return definition.answer;
    throw new GatehouseError('BAD_MESSAGES', { message: name, isNoRequest: true });
  }

  private add(name: string, definition: AnyDefinition): void {
    const { type } = definition;
    const shown = `0x${type.toString(16)}`;
    if (!Number.isInteger(type) || type < FIRST_GAME_TYPE || type > LAST_GAME_TYPE) {
      throw new GatehouseError('BAD_MESSAGES', { message: name, type: shown });
    }
    const other = this.names.get(type);
    if (other !== undefined)
      throw new GatehouseError('BAD_MESSAGES', { message: name, type: shown, alreadyUsedBy: other });
    this.names.set(type, name);
    this.definitions.set(name, definition);
  }
}

function decodeBy(codec: PayloadCodec<unknown>, name: string, encoded: Uint8Array): unknown {
  try {
    return codec.decode(encoded);
  } catch (cause) {
    const why = cause instanceof InvalidPayload ? { reason: cause.message } : { payloadBytes: encoded.length };
    throw new GatehouseError('BAD_FRAME', { message: name, ...why }, { cause });
  }
}
