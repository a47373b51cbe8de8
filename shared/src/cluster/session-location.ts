import type { Keys } from './keys.ts';
import { loadScript, type ScriptRunner } from './script.ts';
import { changed, textList } from './script-reply.ts';

const SET_LOCATION = loadScript('set-location');
const CHOOSE_LOBBY_ROOM = loadScript('choose-lobby-room');

/** Compare-and-set on the session's epoch: false when this session was superseded or is not stored. */
export type SessionRef = { readonly userId: string; readonly epoch: number };

/** The game room of this user; an empty text: none. */
export function setRoom(redis: ScriptRunner, keys: Keys, session: SessionRef, roomId: string): Promise<boolean> {
  return setLocation(redis, keys, session, { room: roomId });
}

/** The lobby server whose link carries the lobby stream, and the lobby room; each only when given, empty: none. */
export function setLobby(
  redis: ScriptRunner,
  keys: Keys,
  session: SessionRef,
  lobby: { lobbyServer?: string; lobbyRoomId?: string },
): Promise<boolean> {
  const fields: Record<string, string> = {};
  if (lobby.lobbyServer !== undefined) fields.lobbyServer = lobby.lobbyServer;
  if (lobby.lobbyRoomId !== undefined) fields.lobbyRoom = lobby.lobbyRoomId;
  return setLocation(redis, keys, session, fields);
}

async function setLocation(
  redis: ScriptRunner,
  keys: Keys,
  session: SessionRef,
  fields: Readonly<Record<string, string>>,
): Promise<boolean> {
  const args = [session.epoch, ...Object.entries(fields).flat()];
  return changed(SET_LOCATION, await redis.run(SET_LOCATION, [keys.session(session.userId)], args));
}

export type LobbyChoice =
  /** The lobby room chosen for this command, now or the first time it was executed. */
  | { readonly kind: 'chosen'; readonly lobbyRoomId: string }
  /** Another session of this user is stored, or a later command. */
  | { readonly kind: 'superseded' }
  /** Redis does not know this user now; its gateway writes the session back. */
  | { readonly kind: 'missing' };

/**
 * joinOrCreate stores its choice under (session, seq) before it commits: a repeated command goes to the same lobby room.
 * `insteadOf` is an earlier choice that has refused this command for good.
 */
export async function chooseLobbyRoom(
  redis: ScriptRunner,
  keys: Keys,
  choice: { userId: string; sessionId: string; seq: number; lobbyRoomId: string; insteadOf?: string | undefined },
): Promise<LobbyChoice> {
  const args = [choice.sessionId, choice.seq, choice.lobbyRoomId, choice.insteadOf ?? ''];
  const [kind, lobbyRoomId] = textList(
    CHOOSE_LOBBY_ROOM,
    await redis.run(CHOOSE_LOBBY_ROOM, [keys.session(choice.userId)], args),
  );
  if (kind === 'chosen' && lobbyRoomId !== undefined) return { kind, lobbyRoomId };
  return kind === 'missing' ? { kind } : { kind: 'superseded' };
}
