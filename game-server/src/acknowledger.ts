import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { ClientChannel } from './client-channel.ts';

export const ACK_INTERVAL_MS = 250;
export const ACK_FRAMES = 64;

/** Somebody whose frames are taken. */
export interface AckTarget {
  readonly roomId: string;
  readonly have: number;
  /** Undefined: nobody there to hear it; the next attach says the same. */
  readonly channel: ClientChannel | undefined;
}

interface Pending {
  frames: number;
  readonly dueMs: number;
}

/** Tells clients which of their frames were taken: cumulative, at most once in 250 ms or 64 frames for each. One for all rooms. */
export class Acknowledger {
  private readonly clock: Clock;
  private readonly pending = new Map<AckTarget, Pending>(); // in the order they fall due
  private cancelTimer: CancelTimer | undefined;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** One more frame of this client was taken. */
  taken(target: AckTarget): void {
    const known = this.pending.get(target);
    if (known === undefined) {
      this.pending.set(target, { frames: 1, dueMs: this.clock.monotonicMs() + ACK_INTERVAL_MS });
      this.cancelTimer ??= this.clock.after(ACK_INTERVAL_MS, this.flush);
    } else if (++known.frames >= ACK_FRAMES) {
      this.acknowledgeNow(target);
    }
  }

  acknowledgeNow(target: AckTarget): void {
    this.pending.delete(target);
    const { roomId, have, channel } = target;
    channel?.send(encodeMessageFrame(FRAME_TYPES.ack, 0, messages.Ack, { roomId, through: have }));
  }

  stop(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    this.pending.clear();
  }

  private readonly flush = (): void => {
    this.cancelTimer = undefined;
    const nowMs = this.clock.monotonicMs();
    for (const [target, { dueMs }] of this.pending) {
      if (dueMs > nowMs) {
        this.cancelTimer = this.clock.after(dueMs - nowMs, this.flush);
        return;
      }
      this.acknowledgeNow(target);
    }
  };
}
