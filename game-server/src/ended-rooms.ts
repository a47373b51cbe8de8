import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import { sleep } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { RoomEnd } from './room-end.ts';
import type { RoomPlan } from './room-environment.ts';
import type { RoomRegistry } from './room-registry.ts';

const RETRY_MS = 1000;

export interface EndedRoomsOptions {
  readonly registry: Pick<RoomRegistry, 'end'>;
  readonly clock: Clock;
  readonly log: Log;
  /** How long an ended room is remembered. */
  readonly keepMs: number;
}

interface EndedRoom {
  readonly end: RoomEnd;
  readonly forget: CancelTimer;
}

/** Rooms that have ended here: remembered for latecomers, and written to the cluster until it has taken it. */
export class EndedRooms {
  private readonly options: EndedRoomsOptions;
  private readonly rooms = new Map<string, EndedRoom>();
  private readonly writing = new Set<Promise<void>>();
  private stopped = false;

  constructor(options: EndedRoomsOptions) {
    this.options = options;
  }

  get(roomId: string): RoomEnd | undefined {
    return this.rooms.get(roomId)?.end;
  }

  /** Remembers the end. */
  add(roomId: string, end: RoomEnd): void {
    const { clock, keepMs } = this.options;
    this.rooms.get(roomId)?.forget();
    const forget = clock.after(keepMs, () => void this.rooms.delete(roomId));
    this.rooms.set(roomId, { end, forget });
  }

  /** Writes it, again and again while Redis is out of reach. */
  record(plan: RoomPlan, users: readonly string[], end: RoomEnd): void {
    const write = this.write(plan, users, end).finally(() => this.writing.delete(write));
    this.writing.add(write);
  }

  /** Resolves when all is written, or after `limitMs`. */
  async settled(limitMs: number): Promise<void> {
    let cancel: CancelTimer = () => {};
    const limit = new Promise<void>(resolve => {
      cancel = this.options.clock.after(limitMs, resolve);
    });
    await Promise.race([Promise.all(this.writing), limit]);
    cancel();
  }

  stop(): void {
    this.stopped = true;
    for (const { forget } of this.rooms.values()) forget();
    this.rooms.clear();
  }

  private async write(plan: RoomPlan, users: readonly string[], end: RoomEnd): Promise<void> {
    const { registry, clock, log } = this.options;
    for (let attempt = 1; !this.stopped; attempt++) {
      try {
        await registry.end(plan, users, end);
        return;
      } catch (error) {
        if (attempt === 1)
          log.warn(LOG_EVENTS.roomEnded, { roomId: plan.roomId, why: end.why, notWrittenYet: true, error });
        await sleep(clock, RETRY_MS);
      }
    }
  }
}
