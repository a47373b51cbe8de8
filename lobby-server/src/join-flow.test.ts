import { type ErrorCode, GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { JoinFlow } from './join-flow.ts';
import type { LobbyRoom, Phase } from './lobby-room.ts';
import type { Execution } from './lobby-rooms.ts';
import { applyCommand } from './room-rules.ts';
import { testAsker, testMember, testRoom } from './test-rooms.ts';

const waiting: Phase = { kind: 'waiting' };
const starting: Phase = { kind: 'starting', roomId: 'L-1', sinceMs: 0 };
const playing: Phase = { kind: 'playing', roomId: 'L-1' };
const nextPlaying: Phase = { kind: 'playing', roomId: 'L-2' };
const bob = { userId: 'bob', name: 'Bob' };
const asker = testAsker('bob', 1);

/** Time passes by itself whenever somebody waits for it. */
class HastyClock extends FakeClock implements Clock {
  override after(delayMs: number, run: () => void): () => void {
    const cancel = super.after(delayMs, run);
    queueMicrotask(() => this.advance(delayMs));
    return cancel;
  }
}

interface World {
  /** Phase of the room at each attempt; the last one stays. */
  phases: Phase[];
  /** What the game room says to Bob; undefined: a seat. */
  seat?: ErrorCode;
  /** This game room answers ROOM_ENDED, others as `seat` says. */
  over?: string;
  /** What is known of that end. */
  round?: 'over' | 'unknown';
  /** Bob is a member already. */
  isMember?: boolean;
}

function joinFlow({ phases, seat, over, round = 'over', isMember = false }: World) {
  const said: string[] = [];
  const members = isMember ? [testMember('ann'), testMember('bob')] : [testMember('ann')];
  let attempt = 0;
  let hasTried = false;
  const roomNow = (): LobbyRoom =>
    testRoom({ auto: true, round: 1, phase: phases[Math.min(attempt, phases.length - 1)] ?? waiting, members });
  const flow = new JoinFlow({
    rooms: {
      async execute(_id, command): Promise<Execution> {
        hasTried = true;
        const outcome = applyCommand(roomNow(), command);
        if (outcome.kind === 'refused') return outcome;
        const begins = outcome.events.some(({ kind }) => kind === 'starting');
        return { kind: 'answered', reply: { kind: 'done', version: begins ? 3 : 2 } };
      },
      async refuse(_id, refusal): Promise<Execution> {
        return { kind: 'answered', reply: { ...refusal, kind: 'refused' } };
      },
    },
    store: {
      async read() {
        const stored = { room: roomNow(), version: 1, epoch: 1 };
        if (hasTried) attempt++;
        return stored;
      },
    },
    placement: {
      async place(_room, roomId, users) {
        said.push(`seat ${roomId} ${users.map(({ userId }) => userId)}`);
        if (roomId === over) throw new GatehouseError('ROOM_ENDED');
        if (seat !== undefined) throw new GatehouseError(seat);
        return { maxPlayers: 4 };
      },
    },
    watch: {
      async checkRound(_id, roomId) {
        said.push(`check ${roomId}`);
        if (isMember) attempt++;
        return round;
      },
    },
    nowMs: () => 0,
    clock: new HastyClock(),
  });
  return { flow, said };
}

const cases: [name: string, world: World, answer: string, said: string[]][] = [
  ['a waiting room', { phases: [waiting] }, 'done', []],
  ['a playing room: a seat first', { phases: [playing] }, 'done', ['seat L-1 bob']],
  ['a starting room: wait, then a seat', { phases: [starting, starting, playing] }, 'done', ['seat L-1 bob']],
  ['a start that failed', { phases: [starting, waiting] }, 'done', []],
  ['a start that takes too long', { phases: [starting] }, 'refused TIMEOUT', []],
  ['not wanted', { phases: [playing], seat: 'SEAT_REFUSED' }, 'refused SEAT_REFUSED', ['seat L-1 bob']],
  ['no seat', { phases: [playing], seat: 'ROOM_FULL' }, 'refused ROOM_FULL', ['seat L-1 bob']],
  ['the game room has just ended', { phases: [playing, waiting], over: 'L-1' }, 'done', ['seat L-1 bob', 'check L-1']],
  [
    'the game room has just ended, and its record does not say so yet',
    { phases: [playing, waiting], over: 'L-1', round: 'unknown' },
    'done',
    ['seat L-1 bob', 'check L-1'],
  ],
  [
    'the game room has just ended, and the next one plays: a seat there',
    { phases: [playing, nextPlaying], over: 'L-1' },
    'done',
    ['seat L-1 bob', 'check L-1', 'seat L-2 bob'],
  ],
  [
    'the game room has just ended, and the next one is full',
    { phases: [playing, nextPlaying], over: 'L-1', seat: 'ROOM_FULL' },
    'refused ROOM_FULL',
    ['seat L-1 bob', 'check L-1', 'seat L-2 bob'],
  ],
  ['a member keeps its seat, or gets it back', { phases: [playing], isMember: true }, 'done', ['seat L-1 bob']],
  [
    'a member who gave up its seat',
    { phases: [playing], isMember: true, seat: 'ROOM_FULL' },
    'refused ROOM_FULL',
    ['seat L-1 bob'],
  ],
  [
    'a member whose gateway is away',
    { phases: [playing], isMember: true, seat: 'NO_GATEWAY' },
    'done',
    ['seat L-1 bob'],
  ],
  ['a member before the next round', { phases: [waiting], isMember: true }, 'done', []],
];

for (const [name, world, answer, expected] of cases) {
  test(`join: ${name}`, async () => {
    const { flow, said } = joinFlow(world);
    const execution = await flow.join('L', { user: bob, role: 'player' }, asker);
    assert.ok(execution.kind === 'answered');
    const { reply } = execution;
    assert.is(reply.kind === 'refused' ? `${reply.kind} ${reply.code}` : reply.kind, answer);
    assert.equal(said, expected);
  });
}

test('join: a member whose game is over begins the next round, although its lobby room did not know of the end', async () => {
  const { flow, said } = joinFlow({ phases: [playing, waiting], isMember: true, over: 'L-1' });
  const execution = await flow.join('L', { user: bob, role: 'player' }, asker);
  assert.equal(execution, { kind: 'answered', reply: { kind: 'done', version: 3 } });
  assert.equal(said, ['seat L-1 bob', 'check L-1']);
});

test('join: a gateway that cannot be asked is an error to try again, not a refusal', async () => {
  const { flow } = joinFlow({ phases: [playing], seat: 'NO_GATEWAY' });
  const error = await flow.join('L', { user: bob, role: 'player' }, asker).catch(thrown => thrown);
  assert.is(error.code, 'NO_GATEWAY');
  assert.ok(error.retryable);
});

test.run();
