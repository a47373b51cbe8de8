import { Room } from '@gatehouse/game-server';
import { messages } from './messages.ts';

/** The smallest room that is of use: it repeats what it is told. */
export class Echo extends Room<typeof messages> {
  override readonly messages = messages;
  override readonly maxPlayers = 100;

  override onCreate(): void {
    this.on('echo', (player, payload) => this.send(player, 'echo', payload));
    this.on('say', (_player, payload) => this.broadcast('say', payload));
    this.on('finish', (_player, result) => this.end(result));
  }
}
