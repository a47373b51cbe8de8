import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import type { Registration } from '@gatehouse/shared/cluster/registration';
import { abandonRoom, assertRoom, endRoom, type RunningRoom, runRoom } from '@gatehouse/shared/cluster/room-life';
import type { RoomEnd } from './room-end.ts';
import type { RoomPlan } from './room-environment.ts';

/** A room's record in the cluster, as its server writes it. Every call may be repeated. @throws GatehouseError UNAVAILABLE, LATE */
export interface RoomRegistry {
  /** Takes a placed room. false: its reservation was replaced. */
  run(plan: RoomPlan): Promise<boolean>;
  /** The room is not run here: `run` has failed, and nobody knows whether it was heard. */
  abandon(plan: RoomPlan): Promise<void>;
  assert(plan: RoomPlan, users: readonly string[]): Promise<'running' | 'superseded'>;
  /** Tells the lobby room too. */
  end(plan: RoomPlan, users: readonly string[], end: RoomEnd): Promise<void>;
  /** Writes the counts of now and drops the reservation that they include. */
  confirm(reservation: string): Promise<void>;
  /** Whether the registry still holds this server for the one it is. */
  isCurrent(): Promise<boolean>;
}

export interface ClusterRoomRegistryOptions {
  readonly redis: Pick<ClusterRedis, 'run'>;
  readonly keys: Keys;
  readonly registration: () => Pick<Registration, 'id' | 'incarnation' | 'confirm' | 'isCurrent'>;
  readonly seatHoldMs: number;
}

export class ClusterRoomRegistry implements RoomRegistry {
  private readonly options: ClusterRoomRegistryOptions;

  constructor(options: ClusterRoomRegistryOptions) {
    this.options = options;
  }

  run(plan: RoomPlan): Promise<boolean> {
    return runRoom(this.options.redis, this.options.keys, this.describe(plan, []));
  }

  abandon(plan: RoomPlan): Promise<void> {
    return abandonRoom(this.options.redis, this.options.keys, this.describe(plan, []));
  }

  assert(plan: RoomPlan, users: readonly string[]): Promise<'running' | 'superseded'> {
    return assertRoom(this.options.redis, this.options.keys, this.describe(plan, users));
  }

  async end(plan: RoomPlan, users: readonly string[], { why, result }: RoomEnd): Promise<void> {
    const { redis, keys, seatHoldMs } = this.options;
    await endRoom(redis, keys, { room: this.describe(plan, users), why, result, seatHoldMs });
  }

  confirm(reservation: string): Promise<void> {
    return this.options.registration().confirm(reservation);
  }

  isCurrent(): Promise<boolean> {
    return this.options.registration().isCurrent();
  }

  private describe(plan: RoomPlan, users: readonly string[]): RunningRoom {
    const { id, incarnation } = this.options.registration();
    return { ...plan, server: id, incarnation, users };
  }
}
