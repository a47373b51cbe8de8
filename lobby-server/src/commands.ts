import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { framePayload, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, messages } from '@gatehouse/shared/protocol/messages';
import type { Command, CommandResult } from './command.ts';
import { createLobbyRoom } from './create-command.ts';
import { addBot, changeSettings, handOver, kickMember, removeBot } from './host-commands.ts';
import { joinByCode, joinLobbyRoom } from './join-commands.ts';
import { joinOrCreate } from './join-or-create.ts';
import { listLobbyRooms, watchRooms } from './list-command.ts';
import { leaveLobbyRoom, sayChat, setReady, startGame, voteRematch } from './member-commands.ts';
import { sayDirect, setStatus, watchUsers } from './user-commands.ts';

/** Executes one client frame of the lobby stream. @throws GatehouseError what the client is told in ERROR */
export function executeCommand(command: Command, frame: Uint8Array): Promise<CommandResult> {
  const payload = framePayload(frame);
  const type = frameType(frame);
  switch (type) {
    case FRAME_TYPES.joinOrCreate:
      return joinOrCreate(command, decodeMessage(messages.JoinOrCreate, payload));
    case FRAME_TYPES.createLobbyRoom:
      return createLobbyRoom(command, decodeMessage(messages.CreateLobbyRoom, payload));
    case FRAME_TYPES.joinLobbyRoom:
      return joinLobbyRoom(command, decodeMessage(messages.JoinLobbyRoom, payload));
    case FRAME_TYPES.listLobbyRooms:
      return listLobbyRooms(command, decodeMessage(messages.ListLobbyRooms, payload));
    case FRAME_TYPES.leaveLobbyRoom:
      return leaveLobbyRoom(command);
    case FRAME_TYPES.setReady:
      return setReady(command, decodeMessage(messages.SetReady, payload));
    case FRAME_TYPES.startGame:
      return startGame(command);
    case FRAME_TYPES.sayChat:
      return sayChat(command, decodeMessage(messages.SayChat, payload));
    case FRAME_TYPES.kickMember:
      return kickMember(command, decodeMessage(messages.KickMember, payload));
    case FRAME_TYPES.handOver:
      return handOver(command, decodeMessage(messages.HandOver, payload));
    case FRAME_TYPES.changeSettings:
      return changeSettings(command, decodeMessage(messages.ChangeSettings, payload));
    case FRAME_TYPES.watchRooms:
      return watchRooms(command, decodeMessage(messages.WatchRooms, payload));
    case FRAME_TYPES.joinByCode:
      return joinByCode(command, decodeMessage(messages.JoinByCode, payload));
    case FRAME_TYPES.sayDirect:
      return sayDirect(command, decodeMessage(messages.SayDirect, payload));
    case FRAME_TYPES.addBot:
      return addBot(command, decodeMessage(messages.AddBot, payload));
    case FRAME_TYPES.removeBot:
      return removeBot(command, decodeMessage(messages.RemoveBot, payload));
    case FRAME_TYPES.voteRematch:
      return voteRematch(command, decodeMessage(messages.VoteRematch, payload));
    case FRAME_TYPES.setStatus:
      return setStatus(command, decodeMessage(messages.SetStatus, payload));
    case FRAME_TYPES.watchUsers:
      return watchUsers(command, decodeMessage(messages.WatchUsers, payload));
    default:
      throw new GatehouseError('UNKNOWN_TYPE', { type });
  }
}
