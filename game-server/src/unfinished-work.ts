import type { ClientChannel } from './client-channel.ts';

/** What one unfinished handler costs beside its frame, roughly: promise, closures, the payload as objects. */
export const HANDLER_BYTES = 256;
/** Past it the player's client is not read. */
export const PAUSE_BYTES = 256 * 1024;
/** At or below it the client is read again. */
export const RESUME_BYTES = PAUSE_BYTES / 2;
/** Past it the client was read all the same: its channel ends, and what it sent comes again after an attach. */
export const MAX_UNFINISHED_BYTES = 4 * 1024 * 1024;

/** The player whose work it is. */
export interface WorkOwner {
  /** The one the player has now. */
  readonly channel: Pick<ClientChannel, 'pause' | 'resume' | 'giveUp'> | undefined;
}

/** Handlers of one player's frames that have not finished: a player who sends faster than its room takes has to wait. */
export class UnfinishedWork {
  private readonly owner: WorkOwner;
  private bytes = 0;

  constructor(owner: WorkOwner) {
    this.owner = owner;
  }

  /** One handler, until `work` settles either way. */
  add(work: PromiseLike<unknown>, frameBytes: number): void {
    const cost = frameBytes + HANDLER_BYTES;
    this.bytes += cost;
    if (this.bytes > MAX_UNFINISHED_BYTES) this.owner.channel?.giveUp('TOO_MANY_REQUESTS');
    else this.pauseIfFull();
    const settled = () => {
      this.bytes -= cost;
      if (this.bytes <= RESUME_BYTES) this.owner.channel?.resume();
    };
    work.then(settled, settled);
  }

  /** Also when the player has come on another channel. */
  pauseIfFull(): void {
    if (this.bytes > PAUSE_BYTES) this.owner.channel?.pause();
  }
}
