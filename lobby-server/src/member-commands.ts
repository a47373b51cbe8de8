import { setLobby } from '@gatehouse/shared/cluster/session-location';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { Command, CommandResult } from './command.ts';
import type { Execution } from './lobby-rooms.ts';
import type { RoomCommand } from './room-command.ts';

export async function leaveLobbyRoom(command: Command): Promise<CommandResult> {
  const result = await execute(command, {
    kind: 'leave',
    userId: command.user.userId,
    nowMs: command.lobby.redis.nowMs(),
  });
  if (result.reply.kind === 'done') await rememberLobbyRoom(command, '');
  return result;
}

export function setReady(command: Command, { ready }: gatehouse.SetReady): Promise<CommandResult> {
  return execute(command, { kind: 'setReady', userId: command.user.userId, ready });
}

export function startGame(command: Command): Promise<CommandResult> {
  const { user, lobby } = command;
  return execute(command, { kind: 'start', userId: user.userId, nowMs: lobby.redis.nowMs() });
}

export async function sayChat(command: Command, { text }: gatehouse.SayChat): Promise<CommandResult> {
  const { lobby, user, client } = command;
  client.countLine();
  return execute(command, { kind: 'say', userId: user.userId, text, nowMs: lobby.redis.nowMs() });
}

export function voteRematch(command: Command, { yes }: gatehouse.VoteRematch): Promise<CommandResult> {
  const { user, lobby } = command;
  return execute(command, { kind: 'voteRematch', userId: user.userId, yes, nowMs: lobby.redis.nowMs() });
}

/** Where the next attach finds this user. Not vital: an attach looks whether the user is a member, and asks the client too. */
export async function rememberLobbyRoom(command: Command, lobbyRoomId: string): Promise<void> {
  const { lobby, user, sessionEpoch, log } = command;
  try {
    await setLobby(lobby.redis, lobby.keys, { userId: user.userId, epoch: sessionEpoch }, { lobbyRoomId });
  } catch (error) {
    log.debug(LOG_EVENTS.lobbyLocationFailed, { lobbyRoomId, error });
  }
}

/** The reply of an execution, or the error that stands for it. */
export function replyTo(execution: Execution): CommandResult & { kind: 'reply' } {
  switch (execution.kind) {
    case 'answered':
      return { kind: 'reply', reply: execution.reply };
    case 'refused':
      throw new GatehouseError(execution.code);
    case 'superseded':
      throw new GatehouseError('SUPERSEDED');
    case 'gone':
      throw new GatehouseError('NO_SUCH_ROOM');
    case 'present':
      throw new GatehouseError('INTERNAL'); // only for removals that no client asks for
    default:
      return execution satisfies never;
  }
}

/** A command to the lobby room that the client is in. */
export async function execute(command: Command, roomCommand: RoomCommand): Promise<CommandResult & { kind: 'reply' }> {
  const { lobby, lobbyRoomId } = command;
  if (lobbyRoomId === undefined) throw new GatehouseError('NOT_IN_ROOM');
  return replyTo(await lobby.rooms.execute(lobbyRoomId, roomCommand, command));
}
