import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { Command, CommandResult } from './command.ts';
import { commandId } from './command-id.ts';
import { isChatLine } from './member-rules.ts';
import { MAX_WATCHED } from './user-watches.ts';

const ID_LENGTH = 16;
/** Of a user id; none is longer. */
const MAX_ID_CHARACTERS = 128;

/** Repeated on another server the message goes out again, under the same id: the receiver shows it once. */
export async function sayDirect(command: Command, { userId, text }: gatehouse.SayDirect): Promise<CommandResult> {
  const { lobby, user, client } = command;
  if (!isChatLine(text)) throw new GatehouseError('CHAT_TOO_LONG');
  client.countLine();
  const atMs = Math.floor(lobby.redis.nowMs());
  await lobby.mail.deliver({ id: commandId('message', command, ID_LENGTH), to: userId, from: user, text, atMs });
  return done(command);
}

export async function setStatus(command: Command, { away }: gatehouse.SetStatus): Promise<CommandResult> {
  await command.client.setAway(away);
  return done(command);
}

export async function watchUsers(command: Command, { userIds }: gatehouse.WatchUsers): Promise<CommandResult> {
  const { lobby, client, seq: ref } = command;
  const watched = new Set(userIds.filter(userId => userId !== '' && userId.length <= MAX_ID_CHARACTERS));
  if (watched.size > MAX_WATCHED) throw new GatehouseError('TOO_MANY_WATCHED', { watched: watched.size });
  const users = await lobby.userWatches.watch(client, watched);
  return { kind: 'frame', frame: encodeMessageFrame(FRAME_TYPES.users, 0, messages.Users, { ref, users }) };
}

function done({ seq: ref }: Command): CommandResult {
  return { kind: 'frame', frame: encodeMessageFrame(FRAME_TYPES.done, 0, messages.Done, { ref }) };
}
