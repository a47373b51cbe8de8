/**
 * Where one of a client's two resumable streams is. `turn` grows with each detachment the gateway announces:
 * an ATTACH with an older turn was sent before the client knew, and is ignored.
 */
export type StreamState =
  | { readonly kind: 'detached'; readonly turn: number }
  /** Looking for a server. */
  | { readonly kind: 'routing'; readonly turn: number; readonly request: AttachRequest }
  /** A server was asked on `place`. */
  | { readonly kind: 'asked'; readonly turn: number; readonly request: AttachRequest; readonly place: ChannelPlace }
  | { readonly kind: 'attached'; readonly turn: number; readonly roomId: string; readonly place: ChannelPlace };

/** One ATTACH of a client, and until when a server is looked for (monotonic milliseconds). */
export interface AttachRequest {
  readonly roomId: string;
  readonly mark: { readonly epoch: number; readonly number: number } | undefined;
  readonly first: number;
  readonly retryUntilMs: number;
}

/** A channel and the link it is on. */
export interface ChannelPlace {
  readonly fanOut: { send(channel: number, frame: Uint8Array): void; close(channel: number): void };
  readonly channel: number;
}

/** The channel a stream occupies, answered yet or not. */
export function placeOf(state: StreamState): ChannelPlace | undefined {
  return state.kind === 'asked' || state.kind === 'attached' ? state.place : undefined;
}
