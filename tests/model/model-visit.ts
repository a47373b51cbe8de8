import type { AttachReport } from '@gatehouse/client/internal/session-state';
import * as assert from 'uvu/assert';
import type { ModelRoom } from './model-room.ts';

/** What a player hears and says in a room from entering to leaving it, compared with what was said and taken there. */
export class ModelVisit {
  readonly roomId: string;
  private readonly name: string;
  private readonly userId: string;
  private readonly room: ModelRoom;
  /** Lines shown, a snapshot's included. Undefined: nothing has been shown yet. */
  private shown: number | undefined;
  private awaitsSnapshot = false;
  private newestFlash = -1;
  private readonly said: { readonly seq: number; readonly line: number }[] = [];

  constructor(player: { name: string; userId: string }, room: ModelRoom) {
    this.name = player.name;
    this.userId = player.userId;
    this.room = room;
    this.roomId = room.roomId;
  }

  /** Nobody speaks in a room before it has been shown. */
  get isShown(): boolean {
    return this.shown !== undefined;
  }

  get isWhole(): boolean {
    return this.shown === this.room.saidTo(this.userId).length;
  }

  says(line: number, seq: number): void {
    this.said.push({ seq, line });
  }

  /** Everything has been delivered. */
  expectWhole(): void {
    assert.is(this.shown, this.room.saidTo(this.userId).length, `${this.name} has seen all lines`);
    this.expectTaken(Number.POSITIVE_INFINITY);
  }

  attached({ isFirst, isFresh, why, lostFrames }: AttachReport): void {
    assert.is(lostFrames, 0, 'no frame of the client is lost');
    assert.is(isFirst, this.shown === undefined, 'what was shown is known');
    this.awaitsSnapshot = isFresh;
    if (isFresh) assert.is(why, isFirst ? 'joined' : 'trimmed', `${this.name}'s reason for a fresh start`);
    else assert.not(isFirst, 'a replay cannot begin before the first snapshot');
  }

  /** Frames up to this seq were taken, each once and in order. */
  expectTaken(through: number): void {
    const taken = this.room.takenFrom(this.userId);
    const isOrdered = taken.every((line, at) => at === 0 || line > (taken[at - 1] ?? 0));
    assert.ok(isOrdered, `${this.name}'s lines were taken in order, none twice: ${taken}`);
    const mine = this.said.filter(({ seq }) => seq <= through);
    const [first] = mine;
    const there = taken.filter(line => line >= (first?.line ?? Number.POSITIVE_INFINITY)).slice(0, mine.length);
    const lines = mine.map(({ line }) => line);
    assert.equal(there, lines, `the room has the lines of ${this.name} up to frame ${through}`);
  }

  hearSnapshot(lines: number): void {
    assert.ok(this.awaitsSnapshot, 'a snapshot was announced');
    assert.ok(lines >= (this.shown ?? 0), 'a snapshot is never older than what was shown');
    this.awaitsSnapshot = false;
    this.shown = lines;
  }

  hearLine(line: number): void {
    assert.not(this.awaitsSnapshot, 'no line before the snapshot');
    const shown = this.shown ?? 0;
    assert.is(line, this.room.saidTo(this.userId)[shown], `${this.name} hears each line once and in order`);
    this.shown = shown + 1;
  }

  hearFlash(flash: number): void {
    assert.ok(flash > this.newestFlash, 'a flash is newer than those before');
    const saidBefore = this.room.flashes[flash]?.get(this.userId);
    assert.is(this.shown, saidBefore, `${this.name} hears a flash between the lines where it was said`);
    this.newestFlash = flash;
  }
}
