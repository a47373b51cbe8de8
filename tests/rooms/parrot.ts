import { Room } from '@gatehouse/game-server';
import { parrotMessages } from './parrot-messages.ts';

/** Repeats each line to whoever said it, and beats: what is lost, doubled or out of order shows in either direction. */
export class Parrot extends Room<typeof parrotMessages> {
  override readonly messages = parrotMessages;
  override readonly tickHz = 20;
  private beats = 0;

  override onCreate(): void {
    this.on('say', (player, line) => this.send(player, 'repeat', line));
  }

  override tick(): void {
    this.broadcast('beat', ++this.beats);
  }
}
