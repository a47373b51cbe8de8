import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { z } from 'zod';

/** Of what a lobby server stores of its room: as much as says who is in it and how far it is. */
export interface LobbyRoomState {
  readonly phase: string;
  readonly hostUserId: string;
  readonly round: number;
  readonly members: readonly { readonly userId: string; readonly role: string }[];
}

const STORED = z.object({
  phase: z.object({ kind: z.string() }),
  hostUserId: z.string(),
  round: z.number(),
  members: z.array(z.object({ userId: z.string(), role: z.string() })),
});

/** Undefined: the room is closed, or of a version that is not understood. @throws GatehouseError UNAVAILABLE */
export async function readLobbyRoomState(
  redis: Pick<ClusterRedis, 'read'>,
  keys: Keys,
  lobbyRoomId: string,
): Promise<LobbyRoomState | undefined> {
  const text = await redis.read(commands => commands.hget(keys.lobbyRoom(lobbyRoomId), 'state'));
  return text === null ? undefined : parseLobbyRoom(text);
}

function parseLobbyRoom(text: string): LobbyRoomState | undefined {
  try {
    const { phase, ...rest } = STORED.parse(JSON.parse(text));
    return { ...rest, phase: phase.kind };
  } catch {
    return undefined;
  }
}
