import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import { sleep } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { RoomEnd } from './room-end.ts';
import type { RoomPlan } from './room-environment.ts';
import type { RoomRegistry } from './room-registry.ts';

const RETRY_MS = 1000;

export interface EndedRoomsOptions {
  readonly registry: Pick<RoomRegistry, 'end' | 'abandon'>;
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
    const { registry, log } = this.options;
    const complain = (error: unknown) =>
      log.warn(LOG_EVENTS.roomEnded, { roomId: plan.roomId, why: end.why, notWrittenYet: true, error });
    this.untilTaken(() => registry.end(plan, users, end), complain);
  }

  /** The same for a room that never began, unless it does by the time that Redis can be reached. */
  abandon(plan: RoomPlan, hasBegun: () => boolean): void {
    const { registry } = this.options;
    this.untilTaken(
      async () => {
        if (!hasBegun()) await registry.abandon(plan);
      },
      () => undefined,
    );
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

  private untilTaken(write: () => Promise<void>, complain: (error: unknown) => void): void {
    const writing = this.writeUntilTaken(write, complain).finally(() => this.writing.delete(writing));
    this.writing.add(writing);
  }

  private async writeUntilTaken(write: () => Promise<void>, complain: (error: unknown) => void): Promise<void> {
    for (let attempt = 1; !this.stopped; attempt++) {
      try {
        await write();
        return;
      } catch (error) {
        if (attempt === 1) complain(error);
        await sleep(this.options.clock, RETRY_MS);
      }
    }
  }
}
