import { readSession } from '@gatehouse/shared/cluster/sessions';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { Command, CommandResult } from './command.ts';
import type { Execution } from './lobby-rooms.ts';
import { rememberLobbyRoom, replyTo } from './member-commands.ts';
import { type NewRoom, newRoomId } from './new-room.ts';
import { hashPassword } from './password.ts';
import { checkOptions, checkSettings, MAX_PLAYER_OPTIONS_BYTES } from './settings-request.ts';

export async function createLobbyRoom(command: Command, wanted: gatehouse.CreateLobbyRoom): Promise<CommandResult> {
  await mustBeNowhere(command);
  await checkNewRoom(command, wanted);
  checkSettings({ name: wanted.name, metadata: wanted.metadata, password: wanted.password });
  const { roomClass, options, name, metadata, playerOptions, unlisted, password } = wanted;
  if (password !== '') command.client.countPassword();
  const execution = await createRoom(command, {
    roomClass,
    options,
    name,
    metadata,
    playerOptions,
    auto: false,
    maxMembers: wanted.maxMembers === 0 ? undefined : wanted.maxMembers,
    inviteCode: unlisted ? await command.lobby.codes.create(ownRoomId(command), command) : '',
    password: password === '' ? '' : await hashPassword(password),
  });
  return joined(command, execution);
}

/** The room of this very command: made now, or when the command was executed before. */
export async function createRoom(
  command: Command,
  wanted: Omit<NewRoom, 'id' | 'host' | 'nowMs' | 'classLimit'>,
): Promise<Execution> {
  const { lobby, log, user: host } = command;
  const { rooms, finder, index, redis } = lobby;
  const classLimit = finder.classLimit(wanted.roomClass);
  const room = { ...wanted, id: ownRoomId(command), classLimit, host, nowMs: redis.nowMs() };
  const execution = await rooms.create(room, command);
  const { reply } = replyTo(execution);
  if (reply.kind !== 'joined') return execution;
  const indexed = index.write(reply); // before the next user of this server searches; else the next look does it
  await indexed.catch(error => log.debug(LOG_EVENTS.lobbyIndexFailed, { error }));
  return execution;
}

/** The answer to whoever entered a room, or did not. */
export async function joined(command: Command, execution: Execution): Promise<CommandResult> {
  const result = replyTo(execution);
  if (result.reply.kind === 'joined') await rememberLobbyRoom(command, result.reply.room.id);
  return result;
}

export function ownRoomId({ sessionId, seq }: Command): string {
  return newRoomId(sessionId, seq);
}

/** @throws GatehouseError BAD_OPTIONS, UNKNOWN_ROOM_CLASS */
export async function checkNewRoom(
  command: Command,
  { roomClass, options, playerOptions }: { roomClass: string; options: string; playerOptions: string },
): Promise<void> {
  checkOptions(options);
  checkOptions(playerOptions, MAX_PLAYER_OPTIONS_BYTES);
  if (!(await command.lobby.classes.has(roomClass))) throw new GatehouseError('UNKNOWN_ROOM_CLASS', { roomClass });
}

/**
 * In no lobby room, and no newer session of this user is known: that one would not hear of the room.
 * @throws GatehouseError ALREADY_IN_ROOM, SUPERSEDED
 */
export async function mustBeNowhere({ lobby, user, sessionEpoch, lobbyRoomId }: Command): Promise<void> {
  if (lobbyRoomId !== undefined) throw new GatehouseError('ALREADY_IN_ROOM', { lobbyRoomId });
  const session = await readSession(lobby.redis, lobby.keys, user.userId);
  if (session !== undefined && session.epoch > sessionEpoch) throw new GatehouseError('SUPERSEDED');
}
