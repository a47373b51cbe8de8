import type { LobbyEvent } from './lobby-event.ts';

/** An event under its number: the version of the room after it. */
export interface NumberedEvent {
  readonly version: number;
  readonly event: LobbyEvent;
}

/** As listed and published: `7 {"kind":"chat",…}`, readable by a person. */
export function formatEvent({ version, event }: NumberedEvent): string {
  return `${version} ${JSON.stringify(event)}`;
}

export function parseEvent(text: string): NumberedEvent {
  const space = text.indexOf(' ');
  return { version: Number(text.slice(0, space)), event: JSON.parse(text.slice(space + 1)) };
}

/** The events that follow version `before`, numbered. */
export function numberEvents(before: number, events: readonly LobbyEvent[]): NumberedEvent[] {
  return events.map((event, index) => ({ version: before + 1 + index, event }));
}

/** What is said on the channel of a lobby room. */
export type ChannelMessage =
  | { readonly kind: 'committed'; readonly events: readonly NumberedEvent[] }
  /** By the server that ran the game room, or the gateway that ended it. */
  | { readonly kind: 'gameRoomEnded'; readonly roomId: string }
  | GameRoomNews;

/** By the game room itself, while it runs. */
export type GameRoomNews =
  | { readonly kind: 'gameMetadata'; readonly roomId: string; readonly metadata: string }
  | { readonly kind: 'gameLocked'; readonly roomId: string; readonly locked: boolean };

/** One commit: its version and its events, in one message. */
export function formatCommit(events: readonly NumberedEvent[]): string {
  return JSON.stringify({ version: events.at(-1)?.version ?? 0, events: events.map(formatEvent) });
}

/** Undefined: of a newer version, to be ignored; the regular look at the room's version makes up for it. */
export function parseChannelMessage(message: string): ChannelMessage | undefined {
  const [word, roomId = '', locked] = message.split(' ', 3);
  if (word === 'ended') return { kind: 'gameRoomEnded', roomId };
  if (word === 'locked') return { kind: 'gameLocked', roomId, locked: locked === '1' };
  if (word === 'metadata') {
    return { kind: 'gameMetadata', roomId, metadata: message.slice(`${word} ${roomId} `.length) };
  }
  if (!message.startsWith('{')) return undefined;
  const { events } = JSON.parse(message) as { events?: readonly string[] };
  return events === undefined ? undefined : { kind: 'committed', events: events.map(parseEvent) };
}
