import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { ChatLine } from './chat-line.ts';
import { chatMessage, memberMessage, settingsOf } from './lobby-event.ts';
import { gameRoomId, type LobbyRoom } from './lobby-room.ts';

/** The state as stored: JSON that a person can read in Redis. */
export function formatRoom(room: LobbyRoom): string {
  return JSON.stringify(room);
}

/** @throws GatehouseError INTERNAL when Redis holds something else */
export function parseRoom(json: string): LobbyRoom {
  try {
    return JSON.parse(json) as LobbyRoom; // written by formatRoom alone
  } catch (cause) {
    throw new GatehouseError('INTERNAL', { lobbyRoomBytes: json.length }, { cause });
  }
}

/** As clients read it. */
export function roomMessage(room: LobbyRoom, chat: readonly ChatLine[]): gatehouse.LobbyRoom.$Properties {
  return {
    ...settingsOf(room),
    lobbyRoomId: room.id,
    roomClass: room.roomClass,
    auto: room.auto,
    phase: room.phase.kind,
    hostUserId: room.hostUserId,
    roomId: gameRoomId(room) ?? '',
    members: room.members.map(memberMessage),
    chat: chat.map(chatMessage),
    rematchVotes: [...room.rematchVotes],
    rounds: room.round,
  };
}
