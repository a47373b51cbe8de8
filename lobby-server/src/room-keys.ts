import type { Keys } from '@gatehouse/shared/cluster/keys';

/** All carry `{lobbyRoomId}`, so that one script may use them together on a Redis Cluster. */
export interface RoomKeys {
  /** Hash: version, epoch, state. */
  readonly room: string;
  /** List of the newest events. */
  readonly events: string;
  /** Hash user id → milliseconds for which no lobby server had this member attached. */
  readonly absent: string;
  /** List of the newest chat lines. */
  readonly chat: string;
  /** Hash user id → highest epoch of its sessions that joined or attached: older ones change nothing here. */
  readonly sessions: string;
}

export function roomKeys(keys: Keys, lobbyRoomId: string): RoomKeys {
  const room = keys.lobbyRoom(lobbyRoomId);
  return {
    room,
    events: keys.lobbyEvents(lobbyRoomId),
    absent: `${room}:absent`,
    chat: `${room}:chat`,
    sessions: `${room}:sessions`,
  };
}

/** Hash slot → reply: what this session was answered in this room. */
export function repliesKey(keys: Keys, lobbyRoomId: string, sessionId: string): string {
  return `${keys.lobbyReplies(lobbyRoomId)}:${sessionId}`;
}
