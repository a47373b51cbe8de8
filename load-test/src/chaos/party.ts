import { setTimeout as pause } from 'node:timers/promises';
import { GatehouseError } from '@gatehouse/client';
import type { ChaosPlayer } from './chaos-player.ts';

export interface PartyOptions {
  /** The first one makes the lobby room. */
  readonly players: readonly ChaosPlayer[];
  readonly random: () => number;
  readonly log: (line: string) => void;
}

const STEP_MS = 100;
/** A game whose lobby room is gone plays on for so long before it is ended, to begin again in a new lobby room. */
const PLAY_ON_MS = 2500;
const ROUND_MS = [8000, 45_000] as const;
/** A step that takes longer is written down and tried again. */
const STEP_TIMEOUT_MS = 40_000;

/**
 * Players who meet in one lobby room and play round after round. Each looks again and again at where it is and does the
 * next thing, whatever was done to the cluster.
 */
export class Party {
  readonly players: readonly ChaosPlayer[];
  private readonly options: PartyOptions;
  private wantedLobbyRoomId: string | undefined;
  private lonelySinceMs: number | undefined; // the leader plays, but has no lobby room
  private finishAtMs = Number.POSITIVE_INFINITY;
  private state: 'living' | 'staying' | 'over' = 'living';

  constructor(options: PartyOptions) {
    this.options = options;
    this.players = options.players;
  }

  get leader(): ChaosPlayer {
    const [leader] = this.players;
    if (leader === undefined) throw new Error('a party has at least one player');
    return leader;
  }

  /** The room that all of them play in; undefined: not all do, or not in the same. */
  get gameRoomId(): string | undefined {
    const roomId = this.leader.game?.room.roomId;
    return this.players.every(({ game }) => game?.room.roomId === roomId) ? roomId : undefined;
  }

  /** The lobby room that all of them are in. */
  get lobbyRoomId(): string | undefined {
    const id = this.leader.lobbyRoom?.id;
    return this.players.every(({ lobbyRoom }) => lobbyRoom?.id === id) ? id : undefined;
  }

  private get isOver(): boolean {
    return this.state === 'over';
  }

  /** Until `stop`; never rejects. */
  async live(): Promise<void> {
    await Promise.all(this.players.map(player => this.drive(player)));
  }

  /** The rounds that run go on and are not ended by the party itself. */
  stay(): void {
    this.state = 'staying';
  }

  stop(): void {
    this.state = 'over';
  }

  private async drive(player: ChaosPlayer): Promise<void> {
    while (!this.isOver) {
      try {
        await withTimeout(this.step(player), STEP_TIMEOUT_MS);
      } catch (error) {
        if (!this.isOver) this.options.log(`${player.userId} ${describe(error)}`);
      }
      await pause(STEP_MS * (0.5 + this.options.random()));
    }
  }

  private async step(player: ChaosPlayer): Promise<void> {
    const { lobbyRoom, game } = player;
    if (player === this.leader) this.lead(player);
    if (lobbyRoom === undefined || lobbyRoom.id !== this.wantedLobbyRoomId) {
      if (game === undefined) await this.meet(player);
      else if (this.hasMovedOn(game.room.roomId)) player.leaveGame();
      return;
    }
    if (game !== undefined) return;
    if (lobbyRoom.phase === 'playing') {
      // Its lobby may still show the game that is over: to wait for the next one would be to wait for ourselves.
      if (lobbyRoom.roomId !== player.endedRoomId) await player.enter();
    } else if (lobbyRoom.phase === 'waiting') await this.prepare(player);
  }

  /** The leader ends a game when its time is over, or when its lobby room is gone. */
  private lead(leader: ChaosPlayer): void {
    const nowMs = performance.now();
    if (leader.game === undefined) {
      this.lonelySinceMs = undefined;
      this.finishAtMs = Number.POSITIVE_INFINITY;
      return;
    }
    const [fromMs, toMs] = ROUND_MS;
    if (this.finishAtMs === Number.POSITIVE_INFINITY) {
      this.finishAtMs = nowMs + fromMs + this.options.random() * (toMs - fromMs);
    }
    if (leader.lobbyRoom !== undefined) this.lonelySinceMs = undefined;
    else this.lonelySinceMs ??= nowMs;
    const isLonely = this.lonelySinceMs !== undefined && nowMs - this.lonelySinceMs > PLAY_ON_MS;
    if (!isLonely && (nowMs < this.finishAtMs || this.state === 'staying')) return;
    this.finishAtMs = nowMs + toMs;
    this.lonelySinceMs = undefined;
    leader.finish();
  }

  /** The leader is in another lobby room and in another game or none: nobody of the party waits here any more. */
  private hasMovedOn(roomId: string): boolean {
    const { lobbyRoom, game } = this.leader;
    return lobbyRoom !== undefined && lobbyRoom.id === this.wantedLobbyRoomId && game?.room.roomId !== roomId;
  }

  private async meet(player: ChaosPlayer): Promise<void> {
    const { lobby } = player.client;
    if (player.lobbyRoom !== undefined) await lobby.leave();
    if (this.wantedLobbyRoomId !== undefined) {
      try {
        await lobby.join(this.wantedLobbyRoomId);
        return;
      } catch (error) {
        const isGone = error instanceof GatehouseError && error.code === 'NO_SUCH_ROOM';
        if (!isGone || player !== this.leader) throw error;
      }
    }
    if (player !== this.leader) return;
    const room = await lobby.create('chaos', { maxMembers: this.players.length });
    this.wantedLobbyRoomId = room.id;
  }

  private async prepare(player: ChaosPlayer): Promise<void> {
    const { lobbyRoom, userId } = player;
    if (lobbyRoom === undefined) return;
    const isHost = lobbyRoom.hostUserId === userId;
    const own = lobbyRoom.members.find(member => member.userId === userId);
    if (!isHost) {
      if (own?.ready === false) await player.client.lobby.ready(true);
      return;
    }
    const others = lobbyRoom.members.filter(member => member.userId !== userId);
    const areAllThere = lobbyRoom.members.length === this.players.length && others.every(({ ready }) => ready);
    if (areAllThere && this.state === 'living') await player.client.lobby.start();
  }
}

function describe(error: unknown): string {
  if (error instanceof GatehouseError) return `${error.code} ${JSON.stringify(error.fields)}`;
  return String(error);
}

async function withTimeout(step: Promise<void>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`a step took more than ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    await Promise.race([step, late]);
  } finally {
    clearTimeout(timer);
  }
}
