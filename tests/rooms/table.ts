import { type LeaveReason, type Newcomer, type Player, RequestRefused, Room } from '@gatehouse/game-server';
import { tableMessages } from './table-messages.ts';

/** A room with spectators that tells the lobby what it is, refuses whoever says so, and ends when it is told to. */
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

  override onAuth(_user: Newcomer, options: unknown): void {
    if (options === 'refuse me') throw new RequestRefused('REFUSED', 'as you like');
  }

  override onLeave({ name }: Player, why: LeaveReason): void {
    this.broadcast('gone', { name, why });
  }
}
