import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { eventFrame, snapshotFrame } from './event-frames.ts';
import { formatEvent, type NumberedEvent } from './event-text.ts';
import { isOutBy, phaseAfter } from './lobby-event.ts';
import { memberOf, type Phase } from './lobby-room.ts';
import type { RoomStore, StoredRoom, WholeRoom } from './room-store.ts';

/** A member's channel on this server. */
export interface Listener {
  readonly userId: string;
  send(frame: Uint8Array): void;
  /** The room waits, starts or plays from now on. */
  phaseIs(phase: Phase['kind']): void;
  /** No frame of this room comes any more: the member left, was removed, or the room is no more. */
  outOfRoom(): void;
}

/** Where a member stands: an event is sent when its version is higher. */
interface Place {
  through: number;
}

export interface ServedRoomOptions {
  lobbyRoomId: string;
  epoch: number;
  store: Pick<RoomStore, 'readWhole'>;
  /** Ends a room of which Redis does not hold all that members were shown. */
  discard: (stored: StoredRoom) => Promise<void>;
  log: Log;
  /** Nobody listens here any more. */
  onEmpty: () => void;
}

/** A lobby room with members attached to this server: each of them gets every event, in the order of the versions. */
export class ServedRoom {
  readonly lobbyRoomId: string;
  readonly epoch: number;
  private readonly options: ServedRoomOptions;
  private readonly places = new Map<Listener, Place>();
  private cursor = Number.POSITIVE_INFINITY; // every event up to here has been sent to whoever needs it
  private newest: NumberedEvent | undefined; // delivered here, if any was
  private isDoubtful = false;
  private catchingUp: { again: boolean } | undefined;

  constructor(options: ServedRoomOptions) {
    this.lobbyRoomId = options.lobbyRoomId;
    this.epoch = options.epoch;
    this.options = options;
  }

  /** Version up to which everything was delivered. */
  get version(): number {
    return this.cursor;
  }

  userIds(): string[] {
    return Array.from(this.places.keys(), listener => listener.userId);
  }

  /** `listener` knows the room as of version `through`; it gets what follows. */
  add(listener: Listener, through: number): void {
    this.places.set(listener, { through });
    const missed = this.cursor !== Number.POSITIVE_INFINITY && through < this.cursor;
    this.cursor = Math.min(this.cursor, through); // others skip what they have
    if (missed) void this.catchUp();
  }

  /** A second call does nothing. */
  remove(listener: Listener): void {
    if (this.places.delete(listener) && this.places.size === 0) this.options.onEmpty();
  }

  /**
   * This may be another Redis, which a failover has made the master: it can lack the last events, and number others as those were.
   * Nothing more is delivered before it is seen to hold what was.
   */
  doubt(): void {
    this.isDoubtful = true;
    void this.catchUp();
  }

  get doubtful(): boolean {
    return this.isDoubtful;
  }

  /** Events of one commit; known ones are skipped, a gap before them is filled from Redis. */
  receive(events: readonly NumberedEvent[]): void {
    if (this.isDoubtful) return void this.catchUp();
    for (const numbered of events) {
      if (numbered.version <= this.cursor) continue;
      if (numbered.version > this.cursor + 1) return void this.catchUp();
      this.deliver(numbered);
    }
  }

  /** Delivers everything that is in Redis and was not delivered yet. */
  async catchUp(): Promise<void> {
    if (this.catchingUp !== undefined) {
      this.catchingUp.again = true;
      return;
    }
    const run = { again: true };
    this.catchingUp = run;
    try {
      while (run.again && this.places.size > 0) {
        run.again = false;
        const shown = { version: this.cursor, newest: this.newest };
        const whole = await this.options.store.readWhole(this.lobbyRoomId);
        if (isSetBack(whole, shown)) await this.discard(whole);
        else this.apply(whole);
      }
    } catch (error) {
      this.options.log.debug(LOG_EVENTS.lobbyCatchUpFailed, { lobbyRoomId: this.lobbyRoomId, error }); // the next look repeats it
    } finally {
      this.catchingUp = undefined;
    }
  }

  /** The room is not in Redis any more. */
  vanished(): void {
    const places = [...this.places];
    for (const [listener, { through }] of places) {
      listener.send(eventFrame({ version: through + 1, event: { kind: 'closed', why: 'lost' } }));
    }
    for (const [listener] of places) this.release(listener);
  }

  private async discard({ stored }: WholeRoom): Promise<void> {
    if (stored?.epoch === this.epoch) await this.options.discard(stored);
    this.vanished();
  }

  private apply({ stored, events, chat }: WholeRoom): void {
    if (stored === undefined || stored.epoch !== this.epoch) {
      this.vanished();
      return;
    }
    this.isDoubtful = false;
    const next = events.find(({ version }) => version > this.cursor);
    const trimmed = stored.version > this.cursor && next?.version !== this.cursor + 1;
    if (trimmed) this.sendSnapshot(stored, snapshotFrame(stored, chat));
    for (const numbered of events) {
      if (numbered.version === this.cursor + 1) this.deliver(numbered);
    }
  }

  private deliver(numbered: NumberedEvent): void {
    const { version, event } = numbered;
    const frame = eventFrame(numbered);
    const phase = phaseAfter(event);
    this.cursor = version;
    this.newest = numbered;
    for (const [listener, place] of [...this.places]) {
      if (place.through >= version) continue;
      place.through = version;
      listener.send(frame);
      if (phase !== undefined) listener.phaseIs(phase);
      if (isOutBy(event, listener.userId)) this.release(listener);
    }
  }

  /** Somebody missed more than the list of events holds. */
  private sendSnapshot(stored: StoredRoom, frame: Uint8Array): void {
    this.cursor = stored.version;
    for (const [listener, place] of [...this.places]) {
      if (place.through >= stored.version) continue;
      place.through = stored.version;
      listener.send(frame);
      listener.phaseIs(stored.room.phase.kind);
      if (memberOf(stored.room, listener.userId) === undefined) this.release(listener);
    }
  }

  private release(listener: Listener): void {
    this.remove(listener);
    listener.outOfRoom();
  }
}

/** Whether Redis does not hold all that had been delivered when it was asked: a version is missing, or is another event now. */
function isSetBack(
  { stored, events }: WholeRoom,
  shown: { readonly version: number; readonly newest: NumberedEvent | undefined },
): boolean {
  if (stored === undefined) return false; // lost whole
  if (stored.version < shown.version) return true;
  const { newest } = shown;
  const held = newest && events.find(({ version }) => version === newest.version);
  return held !== undefined && newest !== undefined && formatEvent(held) !== formatEvent(newest);
}
