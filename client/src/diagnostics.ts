import type { StreamName } from '@gatehouse/shared/protocol/message-types';
import type { ClientClock } from './client-clock.ts';
import type { ClientEvents } from './client-events.ts';
import type { Listeners } from './listeners.ts';
import type { Traffic } from './socket-tap.ts';
import type { Mark, StreamState } from './stream-state.ts';
import type { StreamFare, StreamWatch } from './stream-watch.ts';

export const EVENTS_KEPT = 50;

/** How a client is: a copy of this moment, to be shown, logged or sent to whoever looks after it. */
export interface ClientDiagnostics {
  /** `connecting`: an attempt is under way. `waiting`: for the next one. */
  readonly connection: { readonly state: ConnectionPhase; readonly url: string };
  readonly session: { readonly userId: string; readonly sessionId: string };
  /** Round trips to the gateway in ms, the newest last; see `client.ping`. */
  readonly latencyMs: readonly number[];
  readonly lobby: StreamDiagnostics;
  readonly room: StreamDiagnostics;
  readonly counts: ClientCounts;
  /** The newest events of `client.on`, oldest first; `agoMs` before now. */
  readonly events: readonly PastEvent[];
}

export type ConnectionPhase = 'connecting' | 'connected' | 'waiting' | 'closed';

export interface StreamDiagnostics {
  /** `none`: the room stream without a game room. `unopened`: attached never yet. */
  readonly state: 'none' | StreamFare | 'stalled';
  /** Lobby room or game room; empty: none. */
  readonly roomId: string;
  /** Of the last numbered frame that was processed. */
  readonly mark: Mark | undefined;
  /** Last frame of this client that the server has acknowledged. */
  readonly have: number;
  /** Frames sent, but not acknowledged: sent again if need be. */
  readonly keptFrames: number;
  readonly keptBytes: number;
  /** How often the gateway has detached this stream on this connection. */
  readonly turn: number;
}

export interface ClientCounts extends Traffic {
  /** Logins and resumes at a gateway. */
  readonly connects: number;
  readonly disconnects: number;
  readonly resumes: number;
  readonly freshes: number;
  readonly stalls: number;
  /** Frames of this client that nobody has. */
  readonly lostFrames: number;
}

export interface PastEvent {
  readonly name: keyof ClientEvents;
  readonly payload: ClientEvents[keyof ClientEvents];
  readonly agoMs: number;
}

const NAMES = [
  'connected',
  'disconnected',
  'away',
  'stalled',
  'resumed',
  'fresh',
  'ended',
  'closed',
] as const satisfies (keyof ClientEvents)[];

/** Remembers the newest events of a client and counts them. */
export class EventHistory {
  private readonly clock: ClientClock;
  private readonly kept: { name: keyof ClientEvents; payload: ClientEvents[keyof ClientEvents]; atMs: number }[] = [];
  private readonly counted = new Map<keyof ClientEvents, number>();
  private lost = 0;

  constructor(events: Listeners<ClientEvents>, clock: ClientClock) {
    this.clock = clock;
    for (const name of NAMES) events.on(name, payload => this.add(name, payload));
    const countLost = ({ lostFrames }: { lostFrames: number }): void => {
      this.lost += lostFrames;
    };
    events.on('resumed', countLost);
    events.on('fresh', countLost);
  }

  get events(): PastEvent[] {
    const nowMs = this.clock.monotonicMs();
    return this.kept.map(({ name, payload, atMs }) => ({ name, payload, agoMs: nowMs - atMs }));
  }

  get counts(): Omit<ClientCounts, keyof Traffic> {
    const count = (name: keyof ClientEvents): number => this.counted.get(name) ?? 0;
    return {
      connects: count('connected'),
      disconnects: count('disconnected'),
      resumes: count('resumed'),
      freshes: count('fresh'),
      stalls: count('stalled'),
      lostFrames: this.lost,
    };
  }

  private add(name: keyof ClientEvents, payload: ClientEvents[keyof ClientEvents]): void {
    this.counted.set(name, (this.counted.get(name) ?? 0) + 1);
    this.kept.push({ name, payload, atMs: this.clock.monotonicMs() });
    if (this.kept.length > EVENTS_KEPT) this.kept.shift();
  }
}

export function streamDiagnostics(stream: StreamState, watch: StreamWatch): StreamDiagnostics {
  const { name, roomId, mark, retained, turn } = stream;
  const isNothing = (name satisfies StreamName) === 'room' && roomId === '';
  return {
    state: isNothing ? 'none' : watch.fare,
    roomId,
    mark,
    have: retained.first - 1,
    keptFrames: retained.count,
    keptBytes: retained.bytes,
    turn,
  };
}
