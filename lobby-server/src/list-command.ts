import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { Command, CommandResult } from './command.ts';
import { listingMessage } from './listing.ts';
import type { DirectoryPage, PageRequest } from './room-directory.ts';
import { readFilter } from './room-filter.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;

/** One page; `next` of the reply is `<class>/<last room>`, so that a page may begin in one class and end in another. */
export async function listLobbyRooms(
  { lobby, seq }: Command,
  request: gatehouse.IListLobbyRooms,
): Promise<CommandResult> {
  return listed(seq, lobby.directory.page(readPage(request)));
}

/** The page now, then what changes in it, until it is stopped, replaced, or the channel closes. */
export async function watchRooms(command: Command, { stop, filter }: gatehouse.WatchRooms): Promise<CommandResult> {
  const { lobby, seq, client } = command;
  if (stop) {
    lobby.watches.unwatch(client);
    const frame = encodeMessageFrame(FRAME_TYPES.done, 0, messages.Done, { ref: seq });
    return { kind: 'frame', frame };
  }
  return listed(seq, lobby.watches.watch(client, readPage(filter ?? {})));
}

function readPage(request: gatehouse.IListLobbyRooms): PageRequest {
  const limit = request.limit || DEFAULT_LIMIT;
  return { filter: readFilter(request), after: request.after ?? '', limit: Math.min(limit, MAX_LIMIT) };
}

function listed(ref: number, { entries, next }: DirectoryPage): CommandResult {
  const rooms = entries.map(({ listing }) => listingMessage(listing));
  return { kind: 'frame', frame: encodeMessageFrame(FRAME_TYPES.listed, 0, messages.Listed, { ref, rooms, next }) };
}
