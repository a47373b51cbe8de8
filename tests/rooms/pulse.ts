import { Room } from '@gatehouse/game-server';
import { pulseMessages } from './pulse-messages.ts';

/** Beats at a fixed rate, repeats what it is told, and hangs when asked to. */
export class Pulse extends Room<typeof pulseMessages> {
  override readonly messages = pulseMessages;
  override readonly tickHz = 20;
  private beats = 0;
  private stallMs = 0;

  override onCreate(): void {
    this.on('say', (_player, said) => this.broadcast('say', said));
    this.on('stall', (_player, { ms }) => {
      this.stallMs = ms;
    });
  }

  override tick(): void {
    const untilMs = performance.now() + this.stallMs;
    this.stallMs = 0;
    while (performance.now() < untilMs); // a game that computes far too long
    this.broadcast('beat', { n: ++this.beats });
  }
}
