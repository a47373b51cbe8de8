import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
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
export function roomMessage(room: LobbyRoom): gatehouse.LobbyRoom.$Properties {
  return {
    lobbyRoomId: room.id,
    roomClass: room.roomClass,
    options: room.options,
    auto: room.auto,
    phase: room.phase.kind,
    maxMembers: room.maxMembers,
    hostUserId: room.hostUserId,
    roomId: gameRoomId(room) ?? '',
    members: room.members.map(member => ({ ...member })),
  };
}

export function listingMessage(room: LobbyRoom): gatehouse.LobbyListing.$Properties {
  return {
    lobbyRoomId: room.id,
    roomClass: room.roomClass,
    phase: room.phase.kind,
    members: room.members.length,
    maxMembers: room.maxMembers,
  };
}
