import type { ChaosPlayer } from './chaos-player.ts';
import type { Party } from './party.ts';

interface Spoken {
  readonly roomId: string | undefined;
  readonly lines: number;
}

/** Who hears all of its party again: lines that were said after this meter was made. */
export class RecoveryMeter {
  private readonly parties: readonly Party[];
  private readonly sinceMs = performance.now();
  private readonly before = new Map<string, Spoken>(); // by speaker
  private readonly waiting = new Map<ChaosPlayer, Party>();
  /** Milliseconds from the making of this meter, by player, as they recover. */
  readonly recoveredMs: number[] = [];

  constructor(parties: readonly Party[]) {
    this.parties = parties;
    for (const party of parties) {
      for (const player of party.players) {
        const { game, userId } = player;
        this.before.set(userId, { roomId: game?.room.roomId, lines: game?.ledger.linesOf(userId) ?? 0 });
        this.waiting.set(player, party);
      }
    }
  }

  get isOver(): boolean {
    return this.waiting.size === 0;
  }

  /** To be called often. */
  look(): void {
    const nowMs = performance.now();
    for (const [player, party] of this.waiting) {
      if (!this.hearsAll(player, party)) continue;
      this.waiting.delete(player);
      this.recoveredMs.push(nowMs - this.sinceMs);
    }
  }

  /** Who does not hear whom, in words. */
  problems(): string[] {
    return this.parties.flatMap(party => {
      const deaf = party.players.filter(player => this.waiting.has(player)).map(player => describe(player));
      return deaf.length === 0 ? [] : [`party of ${party.leader.userId}: ${deaf.join(', ')} do not hear all`];
    });
  }

  private hearsAll(player: ChaosPlayer, party: Party): boolean {
    const { game } = player;
    if (game === undefined) return false;
    return party.players.every(speaker => {
      if (speaker.game?.room.roomId !== game.room.roomId) return false;
      const before = this.before.get(speaker.userId);
      const known = before?.roomId === game.room.roomId ? before.lines : 0;
      return game.ledger.heardUpTo(player.userId, speaker.userId) > known;
    });
  }
}

function describe({ userId, game, lobbyRoom, isAttached }: ChaosPlayer): string {
  const lobby = lobbyRoom === undefined ? 'no lobby room' : `${lobbyRoom.phase} in ${lobbyRoom.id}`;
  return `${userId} (${game?.room.roomId ?? 'no game'}, ${lobby}${isAttached ? '' : ', not attached'})`;
}
