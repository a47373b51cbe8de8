import { Room } from '@gatehouse/game-server';
import { tableMessages } from './table-messages.ts';

/** A room with spectators that tells the lobby what it is and ends when it is told to. */
export class Table extends Room<typeof tableMessages> {
  override readonly messages = tableMessages;
  override readonly maxSpectators = 10;

  override onCreate(): void {
    this.on('finish', (_player, result) => this.end(result));
    this.on('show', (_player, metadata) => {
      this.setMetadata(metadata);
      this.lock();
    });
  }
}
