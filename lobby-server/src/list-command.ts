import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { Command, CommandResult } from './command.ts';
import type { LobbyRoom } from './lobby-room.ts';
import { listingMessage } from './room-text.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;

/** One page; `next` of the reply is `<class>/<last room>`, so that a page may begin in one class and end in another. */
export async function listLobbyRooms(
  { lobby, seq }: Command,
  { roomClass, limit, after }: gatehouse.ListLobbyRooms,
): Promise<CommandResult> {
  const wanted = limit === 0 ? DEFAULT_LIMIT : Math.min(limit, MAX_LIMIT);
  const slash = after.lastIndexOf('/'); // a room's id has none
  const [afterClass, afterRoom] = [after.slice(0, Math.max(slash, 0)), after.slice(slash + 1)];
  const classes = roomClass === '' ? [...(await lobby.classes.names())].sort() : [roomClass];
  const rooms: LobbyRoom[] = [];
  let next = '';
  for (const name of classes) {
    if (name < afterClass) continue;
    const from = { after: name === afterClass ? afterRoom : '', limit: wanted - rooms.length };
    const page = await lobby.index.page(name, from);
    rooms.push(...page.rooms);
    next = page.next === undefined ? '' : `${name}/${page.next}`;
    if (next !== '') break; // the page is full, or was before dead rooms were left out
  }
  const listed = { ref: seq, rooms: rooms.map(listingMessage), next };
  return { kind: 'frame', frame: encodeMessageFrame(FRAME_TYPES.listed, 0, messages.Listed, listed) };
}
