import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { loadScript } from '@gatehouse/shared/cluster/script';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { newInviteCode } from './invite-code.ts';
import { LEFT_REPLIES_TTL_MS, ROOM_TTL_MS } from './room-store.ts';

const CLAIM = loadScript('claim-code', new URL('../lua/', import.meta.url));
const MAX_COLLISIONS = 5;

/** Which lobby room an invite code leads to. */
export class InviteCodes {
  private readonly redis: Pick<ClusterRedis, 'run' | 'read'>;
  private readonly keys: Keys;

  constructor(redis: Pick<ClusterRedis, 'run' | 'read'>, keys: Keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /** A code for this room alone; repeated for the same command it is the same one. @throws GatehouseError CONFLICT */
  async create(lobbyRoomId: string, command: { sessionId: string; seq: number }): Promise<string> {
    for (let attempt = 0; attempt < MAX_COLLISIONS; attempt++) {
      const code = newInviteCode(command, attempt);
      if (await this.claim(code, lobbyRoomId)) return code;
    }
    throw new GatehouseError('CONFLICT', { lobbyRoomId });
  }

  /** Now and then, as long as the room lives. False: the code belongs to another room. */
  async claim(code: string, lobbyRoomId: string): Promise<boolean> {
    return (await this.redis.run(CLAIM, [this.keys.inviteCode(code)], [lobbyRoomId, ROOM_TTL_MS])) === 'ours';
  }

  /** The room is closed. Commands that are repeated find their replies by the code for as long as those are kept. */
  async release(code: string, lobbyRoomId: string): Promise<void> {
    await this.redis.run(CLAIM, [this.keys.inviteCode(code)], [lobbyRoomId, LEFT_REPLIES_TTL_MS]);
  }

  /** Id of the lobby room, which may be gone. */
  async find(code: string): Promise<string | undefined> {
    return (await this.redis.read(commands => commands.get(this.keys.inviteCode(code)))) ?? undefined;
  }
}
