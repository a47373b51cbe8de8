import { type Player, Room } from '@gatehouse/game-server';
import { chaosMessages, encodeCounts, type RoomCounts, type Sabotage } from './chaos-messages.ts';

/** Repeats to all what it is told, answers in private, beats by itself; and cheats when it is told to. */
export class ChaosRoom extends Room<typeof chaosMessages> {
  override readonly messages = chaosMessages;
  override readonly tickHz = 2;
  private readonly said = new Map<string, number>();
  private readonly sabotages = new Map<string, Sabotage>(); // by user id: of its next line
  private readonly late = new Map<string, () => void>(); // by user id: a line held back until after the next one
  private readonly asked = new Map<string, number>(); // by user id and number of the question
  private beats = 0;

  override onCreate(): void {
    this.on('say', (player, { n }) => this.repeat(player, n));
    this.on('position', (player, { x }) => {
      this.broadcast('position', { from: player.userId, x }, { volatile: true });
    });
    this.on('sabotage', (player, { how }) => void this.sabotages.set(player.userId, how));
    this.onRequest('ask', (player, { n }) => {
      const key = `${player.userId} ${n}`;
      const times = (this.asked.get(key) ?? 0) + 1;
      this.asked.set(key, times);
      return { n, times };
    });
    this.on('finish', () => this.end(encodeCounts(this.counts())));
  }

  override tick(): void {
    this.broadcast('beat', { n: ++this.beats });
  }

  override snapshot(): Uint8Array {
    return encodeCounts(this.counts());
  }

  private counts(): RoomCounts {
    return { said: Object.fromEntries(this.said), beats: this.beats };
  }

  private repeat(player: Player, n: number): void {
    const from = player.userId;
    const tell = (): void => {
      this.broadcast('say', { from, n });
      this.send(player, 'answer', { n });
    };
    this.said.set(from, n);
    const sabotage = this.sabotages.get(from);
    this.sabotages.delete(from);
    if (sabotage === 'reordering') {
      this.late.set(from, tell);
      return;
    }
    if (sabotage !== 'loss') tell();
    if (sabotage === 'doubling') tell();
    this.late.get(from)?.();
    this.late.delete(from);
  }
}
