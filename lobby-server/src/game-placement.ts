import { randomInt } from 'node:crypto';
import { GatehouseError, toGatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Link } from '@gatehouse/shared/transport/link';
import type { RequestBody } from '@gatehouse/shared/transport/link-requests';
import type { LobbyRoom, Member } from './lobby-room.ts';

/** Longer than a gateway needs for its retries on other game servers. */
const PLACE_TIMEOUT_MS = 20_000;

const REMOVE_TIMEOUT_MS = 5_000;

/** Who gets a place in the game room, and as what. */
export type Seated = Omit<Member, 'ready'>;

/** Asks gateways to have game rooms run, and to take seats there. */
export class GamePlacement {
  private readonly links: () => Iterable<Pick<Link, 'request'>>;

  constructor(links: () => Iterable<Pick<Link, 'request'>>) {
    this.links = links;
  }

  /**
   * The game room `roomId` runs, with a seat for each of `users`; may be repeated, also for more users of a running room.
   * @throws GatehouseError NO_GATEWAY, NO_GAME_SERVER, ROOM_FULL, ROOM_ENDED, TIMEOUT, …
   */
  async place(lobbyRoom: LobbyRoom, roomId: string, users: readonly Seated[]): Promise<{ maxPlayers: number }> {
    const placeRoom = {
      roomId,
      roomClass: lobbyRoom.roomClass,
      options: lobbyRoom.options,
      users: users.map(linkUser),
      lobbyRoomId: lobbyRoom.id,
    };
    const reply = await this.ask({ placeRoom }, PLACE_TIMEOUT_MS);
    return { maxPlayers: reply.placeRoom?.maxPlayers ?? 0 };
  }

  /**
   * None of these users has a seat in that room any more; may be repeated.
   * @throws GatehouseError NO_GATEWAY, CONFLICT, TIMEOUT, …: not for sure
   */
  async removeSeats(roomId: string, userIds: readonly string[]): Promise<void> {
    await this.ask({ removeSeats: { roomId, userIds: [...userIds] } }, REMOVE_TIMEOUT_MS);
  }

  private async ask(body: RequestBody, timeoutMs: number): Promise<gatehouse.LinkReply> {
    const asked = new Set<Pick<Link, 'request'>>();
    for (;;) {
      const links = [...this.links()].filter(link => !asked.has(link));
      const link = links[links.length === 0 ? 0 : randomInt(links.length)];
      if (link === undefined) throw new GatehouseError(asked.size === 0 ? 'NO_GATEWAY' : 'LINK_CLOSED');
      asked.add(link);
      try {
        return await link.request(body, timeoutMs);
      } catch (error) {
        if (toGatehouseError(error).code !== 'LINK_CLOSED') throw error; // that gateway stops or is gone: another one will do
      }
    }
  }
}

function linkUser({ userId, name, role, options }: Seated): gatehouse.LinkUser.$Properties {
  return { userId, name, spectator: role === 'spectator', bot: role === 'bot', options: options ?? '' };
}
