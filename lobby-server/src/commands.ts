import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { framePayload, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, messages } from '@gatehouse/shared/protocol/messages';
import type { Command, CommandResult } from './command.ts';
import { createLobbyRoom, joinLobbyRoom, joinOrCreate } from './join-commands.ts';
import { listLobbyRooms } from './list-command.ts';
import { leaveLobbyRoom, sayChat, setReady, startGame } from './member-commands.ts';

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
    default:
      throw new GatehouseError('UNKNOWN_TYPE', { type });
  }
}
