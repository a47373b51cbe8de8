import type { Player } from './room-context.ts';

export type Handler = (player: Player, payload: unknown) => unknown;
/** By what a room takes a message: `on`, or `onRequest` when it answers. */
export type HandlerKind = 'on' | 'onRequest';

/** The room's code for one kind of message. */
export interface Handling {
  readonly name: string;
  readonly kind: HandlerKind;
  readonly run: Handler;
  /** For the log, should it fail. */
  readonly where: string;
}
