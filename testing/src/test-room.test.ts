import { type LeaveReason, type Newcomer, type Player, RequestRefused, Room } from '@gatehouse/game-server';
import type { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { defineMessages, message, request } from '@gatehouse/shared/protocol/game-messages';
import { json } from '@gatehouse/shared/protocol/payload-codecs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RoomFailure, testRoom } from './public.ts';

const messages = defineMessages({
  add: message(0x1001, json(Number)),
  total: message(0x1002, json<number>()),
  look: request(0x1003, json<string>(), json<number>()),
  clock: message(0x1004, json<number>()),
});

interface Profile {
  readonly weight: number;
}

/** Adds up what its players say. */
class Sum extends Room<typeof messages, Profile> {
  override readonly messages = messages;
  override readonly maxPlayers = 3;
  override readonly maxSpectators = 1;
  override readonly tickHz = 10;
  readonly diary: string[] = [];
  private total = 0;
  private timeMs = 0;

  override onCreate(options: unknown): void {
    this.total = (options as { from?: number } | undefined)?.from ?? 0;
    this.on('add', ({ data }, amount) => this.add(amount * data.weight));
    this.onRequest('look', (_player, what) => this.look(what));
    this.after(5000, () => this.end(new TextEncoder().encode(`${this.total}`)));
  }

  override async onAuth({ bot }: Newcomer, options: unknown): Promise<Profile> {
    const weight = bot ? 1 : Number((options as { weight?: number } | undefined)?.weight ?? 1);
    if (weight > 9) throw new RequestRefused('TOO_HEAVY', 'at most 9');
    return { weight };
  }

  override onAway({ userId }: Player): void {
    this.diary.push(`away ${userId}`);
  }

  override onBack({ userId }: Player): void {
    this.diary.push(`back ${userId}`);
  }

  override onLeave({ userId }: Player, why: LeaveReason): void {
    this.diary.push(`leave ${userId} ${why}`);
  }

  override tick(deltaMs: number): void {
    this.timeMs += deltaMs;
    this.broadcast('clock', this.timeMs, { volatile: true });
  }

  override snapshot(): Uint8Array {
    return Uint8Array.of(this.total);
  }

  private add(amount: number): void {
    if (amount > 1000) throw new RangeError('too much');
    this.total += amount;
    this.setMetadata({ total: this.total });
    if (this.total > 100) this.lock();
    this.log.info('added', { amount });
    this.broadcast('total', this.total);
  }

  private look(what: string): number | Promise<number> {
    if (what === 'total') return this.total;
    if (what === 'later') return Promise.resolve(this.total);
    if (what === 'wrong') return Promise.reject(new Error('boom'));
    throw new RequestRefused('NO_SUCH_THING', what);
  }
}

async function errorOf(promise: Promise<unknown>): Promise<Error> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.instance(error, Error);
  return error as Error;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return ((await errorOf(promise)) as GatehouseError | RequestRefused).code;
}

test('players send, hear, ask, and see where they came in', async () => {
  const room = await testRoom(Sum, { options: { from: 40 } });
  const ann = await room.join('ann', { options: { weight: 2 } });
  ann.send('add', 1);
  const bo = await room.join('bo');
  bo.send('add', 5);
  assert.equal(ann.received('total'), [42, 47]);
  assert.equal(bo.received('total'), [47]);
  assert.equal([...ann.snapshot, ...bo.snapshot], [40, 42]);
  assert.equal([await bo.request('look', 'total'), await bo.request('look', 'later')], [47, 47]);
  assert.is(await codeOf(bo.request('look', 'sky')), 'NO_SUCH_THING');
  ann.forget();
  assert.equal(ann.received('total'), []);
  assert.is(room.room.players.get('ann')?.data.weight, 2);
  assert.equal(
    room.logged.map(({ text, fields }) => `${text} ${fields.amount}`),
    ['added 2', 'added 5'],
  );
});

test('who joins again has a new session: what it says arrives, and the older one is gone', async () => {
  const room = await testRoom(Sum);
  const first = await room.join('ann');
  first.send('add', 2);
  const again = await room.join('ann');
  again.send('add', 3);
  assert.equal(again.received('total').at(-1), 5);
  assert.throws(() => first.send('add', 1), /CONFLICT/);
});

test('time stands still until it is advanced: ticks, timers, the end', async () => {
  const room = await testRoom(Sum);
  const ann = await room.join('ann');
  room.advance(250);
  assert.equal(ann.received('clock'), [100, 200]);
  assert.is(room.ended, undefined);
  room.advance(4750);
  assert.is(room.ended?.why, 'ended');
  assert.is(new TextDecoder().decode(ann.end?.result), '0');
  assert.throws(() => ann.send('add', 1), /ROOM_ENDED/);
  assert.is(await codeOf(room.join('bo')), 'ROOM_ENDED');
});

test('away and back: nothing is lost but what is volatile; who stays away loses the seat', async () => {
  const room = await testRoom(Sum, { seatHoldMs: 2000 });
  const [ann, bo] = [await room.join('ann'), await room.join('bo')];
  ann.away();
  assert.ok(room.room.players.get('ann')?.away);
  bo.send('add', 1);
  ann.send('add', 2);
  const asked = ann.request('look', 'total');
  room.advance(300);
  ann.back();
  assert.equal(ann.received('total'), [1, 3]);
  assert.is(await asked, 3);
  assert.equal(ann.received('clock'), []);
  bo.leave();
  ann.away();
  room.advance(2000);
  assert.throws(() => ann.back(), /NO_SEAT/);
  assert.equal(room.room.diary, ['away ann', 'back ann', 'leave bo left', 'away ann', 'leave ann expired']);
});

test('seats: refused, full, spectators, bots; and what the lobby sees', async () => {
  const room = await testRoom(Sum);
  assert.is(await codeOf(room.join('cy', { options: { weight: 10 } })), 'SEAT_REFUSED');
  const ann = await room.join('ann', { name: 'Ann' });
  const rob = await room.addBot('rob');
  assert.equal([rob.bot, rob.name, room.room.players.size], [true, 'rob', 2]);
  const eve = await room.join('eve', { spectator: true });
  eve.send('add', 7);
  assert.equal(
    eve.errors.map(({ code }) => code),
    ['SPECTATOR'],
  );
  assert.is(await codeOf(room.join('max', { spectator: true })), 'ROOM_FULL');
  assert.is(room.metadata, undefined);
  ann.send('add', 1);
  ann.send('add', 100);
  await room.settle();
  room.advance(1000);
  assert.equal([room.metadata, room.locked], [{ total: 101 }, true]);
  assert.equal(eve.received('total'), [1, 101]);
  assert.is(await codeOf(room.join('bo')), 'ROOM_LOCKED');
});

test('a payload that its schema refuses is told to its sender', async () => {
  const strict = defineMessages({
    add: message(
      0x1001,
      json((value): number => assertNumber(value)),
    ),
  });
  class Strict extends Room<typeof strict> {
    override readonly messages = strict;
    override onCreate(): void {
      this.on('add', () => {});
    }
  }
  const ann = await (await testRoom(Strict)).join('ann');
  ann.send('add', 'one' as unknown as number);
  assert.is(ann.errors[0]?.code, 'BAD_FRAME');
});

function assertNumber(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError('not a number');
  return value;
}

test('what the code of the room throws comes out of the call that made it, and of all later ones', async () => {
  const room = await testRoom(Sum);
  const ann = await room.join('ann');
  assert.throws(
    () => ann.send('add', 2000),
    (error: Error) => error instanceof RoomFailure && error.where === "on('add')" && error.cause instanceof RangeError,
  );
  assert.throws(() => room.advance(1), /on\('add'\) threw: too much/);
  assert.is(room.ended?.why, 'failed');
});

test('what it rejects comes out when promises have settled', async () => {
  const room = await testRoom(Sum);
  const ann = await room.join('ann');
  const asked = codeOf(ann.request('look', 'wrong'));
  assert.match((await errorOf(room.settle())).message, "onRequest('look') threw: boom");
  assert.is(await asked, 'ROOM_ENDED');
});

test('a room that cannot be created', async () => {
  class Broken extends Sum {
    override onCreate(): void {
      throw new Error('no map');
    }
  }
  assert.is((await errorOf(testRoom(Broken))).message, 'onCreate threw: no map');
});

test('a stopped room is over for its players', async () => {
  const room = await testRoom(Sum);
  const ann = await room.join('ann');
  room.stop();
  assert.is(ann.end?.why, 'serverStopped');
});

/** Never run: players speak the messages of their room. */
export async function mustNotCompile(): Promise<void> {
  const room = await testRoom(Sum);
  const ann = await room.join('ann');
  const total: number | undefined = ann.received('total')[0];
  const answer: number = await ann.request('look', 'total');
  const { diary } = room.room;
  // @ts-expect-error an amount is a number
  ann.send('add', 'one');
  // @ts-expect-error no such message
  ann.received('sum');
  // @ts-expect-error a request is asked
  ann.send('look', 'total');
  // @ts-expect-error not a room
  await testRoom(Date);
  void [total, answer, diary];
}

test.run();
