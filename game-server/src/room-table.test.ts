import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { type gatehouse, messages as wire } from '@gatehouse/shared/protocol/messages';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Acknowledger } from './acknowledger.ts';
import { EndedRooms } from './ended-rooms.ts';
import { RoomAssertion } from './room-assertion.ts';
import { RoomCode } from './room-code.ts';
import type { Newcomer, RoomClass } from './room-context.ts';
import { ROOM_LOG_LIMITS } from './room-log.ts';
import type { RoomRegistry } from './room-registry.ts';
import { RoomTable } from './room-table.ts';
import { TestGateway } from './test-gateway.ts';
import { TestLog } from './test-log.ts';
import { DiaryRoom } from './test-room.ts';
import { TickScheduler } from './tick-scheduler.ts';

class Misbuilt extends DiaryRoom {
  constructor(...args: ConstructorParameters<RoomClass>) {
    super(...args);
    throw new Error('boom');
  }
}

class Guarded extends DiaryRoom {
  override readonly maxSpectators = 1;

  override onAuth({ name, bot, spectator }: Newcomer, options: unknown): boolean {
    const shown = `${name}${bot ? ' bot' : ''}${spectator ? ' spectator' : ''} ${JSON.stringify(options)}`;
    return ['Ann {"level":3}', 'Rob bot undefined', 'Max spectator undefined'].includes(shown);
  }
}

/** The cluster's records, in memory. */
class TestRegistry implements RoomRegistry {
  readonly calls: string[] = [];
  /** What the next call of a kind answers, or throws. */
  run = async (): Promise<boolean> => true;
  readonly superseded = new Set<string>();
  unavailable = false;
  current = true;

  async assert({ roomId }: { roomId: string }, users: readonly string[]): Promise<'running' | 'superseded'> {
    this.note(`assert ${roomId} ${users}`);
    return this.superseded.has(roomId) ? 'superseded' : 'running';
  }

  async end({ roomId }: { roomId: string }, _users: readonly string[], { why }: { why: string }): Promise<void> {
    this.note(`end ${roomId} ${why}`);
  }

  async abandon({ roomId }: { roomId: string }): Promise<void> {
    this.note(`abandon ${roomId}`);
  }

  async confirm(reservation: string): Promise<void> {
    this.note(`confirm ${reservation}`);
  }

  async isCurrent(): Promise<boolean> {
    this.note('current?');
    return this.current;
  }

  private note(call: string): void {
    if (this.unavailable) throw new GatehouseError('UNAVAILABLE');
    this.calls.push(call);
  }
}

function setUp({ capacity = 10 } = {}) {
  const clock = new FakeClock();
  const log = new TestLog();
  const registry = new TestRegistry();
  const redis = { up: true, nowMs: () => 1_000_000 + clock.monotonicMs() };
  const table = new RoomTable({
    classes: { diary: DiaryRoom, misbuilt: Misbuilt, guarded: Guarded },
    capacity,
    registry,
    ended: new EndedRooms({ registry, clock, log, keepMs: 60_000 }),
    redis,
    environment: {
      clock,
      log,
      code: new RoomCode(),
      ticks: new TickScheduler({ clock, reportLate: () => {} }),
      acknowledger: new Acknowledger(clock),
      seatHoldMs: 60_000,
      logLimits: ROOM_LOG_LIMITS,
      tellLobby: async () => 1,
      usersChanged: () => {},
    },
  });
  table.start();
  const join = (fields: gatehouse.JoinServer.$Properties = {}): Promise<string> => {
    const base = { roomId: 'L-1', roomClass: 'diary', lobbyRoomId: 'L', reservation: 'r', epoch: 1 };
    const users = [{ userId: 'ann', name: 'Ann' }];
    return table.joinServer(wire.JoinServer.create({ ...base, users, ...fields })).then(
      reply => `${reply.maxPlayers} players`,
      error => error.code,
    );
  };
  const open = (userId: string) => {
    const client = new TestGateway().newClient();
    table.open(client.channel, wire.LinkOpen.create({ stream: 2, roomId: 'L-1', userId, sessionId: 's', first: 1 }));
    return client;
  };
  return { clock, log, registry, redis, table, join, open };
}

const requests: [name: string, fields: gatehouse.JoinServer.$Properties, answer: string][] = [
  ['a room', {}, '3 players'],
  ['options', { options: '{"map":1}' }, '3 players'],
  ['in time', { deadlineMs: 1_000_000 }, '3 players'],
  ['too late', { deadlineMs: 999_999 }, 'LATE'],
  ['unknown class', { roomClass: 'chess' }, 'UNKNOWN_ROOM_CLASS'],
  ['a class named like an inherited property', { roomClass: 'constructor' }, 'UNKNOWN_ROOM_CLASS'],
  ['options that are no JSON', { options: '{' }, 'BAD_OPTIONS'],
  ['options too long', { options: JSON.stringify('x'.repeat(4096)) }, 'BAD_OPTIONS'],
  ['a user whose options are no JSON', { users: [{ userId: 'a', options: '{' }] }, 'BAD_OPTIONS'],
  ['a user whose options are too long', { users: [{ userId: 'a', options: `"${'x'.repeat(4096)}"` }] }, 'BAD_OPTIONS'],
  ['a spectator of a room that has none', { users: [{ userId: 'a', spectator: true }] }, 'ROOM_FULL'],
  ['more users than seats', { users: ['a', 'b', 'c', 'd'].map(userId => ({ userId })) }, 'ROOM_FULL'],
  ['a constructor that throws', { roomClass: 'misbuilt' }, 'ROOM_FAILED'],
];
for (const [name, fields, answer] of requests) {
  test(`JOIN_SERVER_REQUEST: ${name}`, async () => {
    const { join, table } = setUp();
    assert.is(await join(fields), answer);
    assert.is(table.load().games, answer === '3 players' ? 1 : 0);
  });
}

test('users come with name, flags and options of their own; one that the room refuses makes no other room', async () => {
  const { join, table } = setUp();
  const ask = (...users: gatehouse.LinkUser.$Properties[]) => join({ roomClass: 'guarded', users });
  assert.is(await ask({ userId: 'eve', name: 'Eve' }), 'SEAT_REFUSED');
  const [room] = table.rooms();
  const users = [
    { userId: 'ann', name: 'Ann', options: '{"level":3}' },
    { userId: 'rob', name: 'Rob', bot: true, spectator: true },
    { userId: 'max', name: 'Max', spectator: true },
  ];
  assert.is(await ask(...users), '3 players');
  await Promise.resolve();
  assert.is([...table.rooms()][0], room);
  assert.equal(room?.seatedUsers, ['ann', 'max']);
});

test('asked twice at once, there is one room; asked again, it has more seats', async () => {
  const { join, table, registry, log } = setUp();
  assert.equal(await Promise.all([join(), join()]), ['3 players', '3 players']);
  assert.is(await join({ reservation: '', users: [{ userId: 'bo' }] }), '3 players');
  assert.is(await join({ users: [{ userId: 'cy' }, { userId: 'di' }] }), 'ROOM_FULL');
  assert.equal(registry.calls, ['confirm r']);
  assert.is(log.of('room.created').length, 1);
  assert.equal([...table.rooms()][0]?.seatedUsers, ['ann', 'bo']);
});

test('a replaced reservation, or no answer: no room, and the next request begins anew', async () => {
  const { join, table, registry } = setUp();
  registry.run = async () => false;
  assert.is(await join(), 'STALE_RESERVATION');
  registry.run = async () => {
    throw new GatehouseError('UNAVAILABLE');
  };
  assert.is(await join(), 'UNAVAILABLE');
  assert.is(table.load().games, 0);
  assert.equal(registry.calls, ['abandon L-1'], 'what was not answered may have been heard');
  registry.run = async () => true;
  assert.is(await join(), '3 players');
});

test('a room counts from the report on that drops its reservation', async () => {
  const { join, table, registry } = setUp();
  const counted: number[] = [];
  registry.run = async () => {
    counted.push(table.load().games);
    return true;
  };
  registry.confirm = async () => void counted.push(table.load().games);
  await join();
  assert.equal(counted, [0, 1]);
});

test('capacity', async () => {
  const { join } = setUp({ capacity: 1 });
  assert.is(await join(), '3 players');
  assert.is(await join({ roomId: 'M-1' }), 'NO_GAME_SERVER');
  assert.is(await join(), '3 players', 'the one that runs still takes players');
});

test('placed anew by a higher epoch: the older one goes', async () => {
  const { join, table, registry, log } = setUp();
  await join();
  assert.is(await join({ reservation: 'r2', epoch: 2 }), '3 players');
  assert.is(table.load().games, 1);
  assert.is([...table.rooms()][0]?.plan.epoch, 2);
  assert.is(log.of('room.superseded')[0]?.epoch, 1);
  assert.not(registry.calls.includes('end L-1 superseded'));
});

test('an attach: no such room, its room, or how it ended', async () => {
  const { join, open, table } = setUp();
  assert.equal(open('ann').heard, ['closed NO_SUCH_ROOM']);
  await join();
  assert.is(open('ann').heard[0], 'opened have 0 fresh joined through 1');
  assert.equal(table.load(), { games: 1, users: 1 });
  table.stopAll('serverStopped');
  assert.equal(open('ann').heard, ['closed ROOM_ENDED']);
  assert.is(await join(), 'ROOM_ENDED');
  assert.equal(table.load(), { games: 0, users: 0 });
});

test('the end of a room is written until Redis takes it', async () => {
  const { clock, join, table, registry, log } = setUp();
  await join();
  registry.unavailable = true;
  table.stopAll('serverStopped');
  await settle();
  clock.advance(1000);
  await settle();
  registry.unavailable = false;
  clock.advance(1000);
  await settle();
  assert.equal(registry.calls.slice(1), ['end L-1 serverStopped']);
  assert.is(log.of('room.ended').filter(line => line.notWrittenYet).length, 1);
});

test('rooms of a server declared lost end without a record: a gateway writes it', async () => {
  const { join, table, registry } = setUp();
  await join();
  table.stopAll('serverLost');
  await settle();
  assert.equal(registry.calls, ['confirm r']);
});

test('seats are not lost while Redis is out of reach', async () => {
  const { clock, join, table, redis } = setUp();
  await join();
  redis.up = false;
  clock.advance(600_000);
  assert.is(table.load().games, 1);
  redis.up = true;
  clock.advance(70_000);
  assert.is(table.load().games, 0, 'ann never came; the empty room ended');
});

test('drain: nothing new, running rooms play on until they end', async () => {
  const { clock, join, table } = setUp();
  await join();
  let drained = false;
  const done = table.drain(1000).then(() => {
    drained = true;
  });
  assert.is(await join({ roomId: 'M-1' }), 'NO_GAME_SERVER');
  clock.advance(999);
  await settle();
  assert.not(drained);
  clock.advance(1);
  await done;
  assert.is(table.load().games, 0);
});

test('assertion: every room, and those that run elsewhere stop', async () => {
  const { clock, join, table, registry } = setUp();
  await join();
  await join({ roomId: 'M-1' });
  const assertion = new RoomAssertion({ registry, rooms: () => table.rooms(), intervalMs: 30_000, clock });
  assertion.start();
  registry.calls.length = 0;
  clock.advance(30_000);
  await settle();
  assert.equal(registry.calls.sort(), ['assert L-1 ann', 'assert M-1 ann', 'current?']);
  registry.superseded.add('L-1');
  assertion.soon();
  await settle();
  assert.equal(
    [...table.rooms()].map(({ roomId }) => roomId),
    ['M-1'],
  );
  registry.unavailable = true;
  assertion.soon();
  await settle();
  registry.unavailable = false;
  registry.calls.length = 0;
  clock.advance(1000);
  await settle();
  assert.equal(registry.calls, ['current?', 'assert M-1 ann'], 'again, because Redis could not be asked');
  registry.current = false;
  assert.not(await assertion.assertAll());
});

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

test.run();
