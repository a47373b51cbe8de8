import { type ErrorCode, GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { JoinFlow } from './join-flow.ts';
import type { LobbyRoom, Phase } from './lobby-room.ts';
import type { Execution } from './lobby-rooms.ts';
import { applyCommand } from './room-rules.ts';

const waiting: Phase = { kind: 'waiting' };
const starting: Phase = { kind: 'starting', roomId: 'L-1', sinceMs: 0 };
const playing: Phase = { kind: 'playing', roomId: 'L-1' };
const ann = { userId: 'ann', name: 'Ann' };
const bob = { userId: 'bob', name: 'Bob' };
const asker = { sessionId: 's', seq: 1 };

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
}

function joinFlow({ phases, seat }: World) {
  const said: string[] = [];
  let attempt = 0;
  const roomNow = (): LobbyRoom => ({
    id: 'L',
    roomClass: 'echo',
    options: '',
    auto: true,
    maxMembers: 4,
    maxMembersFrom: 'class',
    hostUserId: 'ann',
    round: 1,
    phase: phases[Math.min(attempt, phases.length - 1)] ?? waiting,
    members: [{ ...ann, ready: false }],
  });
  const flow = new JoinFlow({
    rooms: {
      async execute(_id, command): Promise<Execution> {
        const outcome = applyCommand(roomNow(), command);
        if (outcome.kind === 'refused') return outcome;
        return { kind: 'answered', reply: { kind: 'done', version: 2 } };
      },
      async refuse(_id, code): Promise<Execution> {
        return { kind: 'answered', reply: { kind: 'refused', code } };
      },
    },
    store: {
      async read() {
        const stored = { room: roomNow(), version: 1, epoch: 1 };
        attempt++;
        return stored;
      },
    },
    placement: {
      async place(_room, roomId, users) {
        said.push(`seat ${roomId} ${users.map(({ userId }) => userId)}`);
        if (seat !== undefined) throw new GatehouseError(seat);
        return { maxPlayers: 4 };
      },
    },
    watch: {
      async checkRound(_id, roomId) {
        said.push(`check ${roomId}`);
        return 'over';
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
  ['no seat', { phases: [playing], seat: 'ROOM_FULL' }, 'refused ROOM_FULL', ['seat L-1 bob']],
  [
    'the game room has just ended',
    { phases: [playing, waiting], seat: 'ROOM_ENDED' },
    'done',
    ['seat L-1 bob', 'check L-1'],
  ],
];

for (const [name, world, answer, expected] of cases) {
  test(`join: ${name}`, async () => {
    const { flow, said } = joinFlow(world);
    const execution = await flow.join('L', bob, asker);
    assert.ok(execution.kind === 'answered');
    const { reply } = execution;
    assert.is(reply.kind === 'refused' ? `${reply.kind} ${reply.code}` : reply.kind, answer);
    assert.equal(said, expected);
  });
}

test('join: a gateway that cannot be asked is an error to try again, not a refusal', async () => {
  const { flow } = joinFlow({ phases: [playing], seat: 'NO_GATEWAY' });
  const error = await flow.join('L', bob, asker).catch(thrown => thrown);
  assert.is(error.code, 'NO_GATEWAY');
  assert.ok(error.retryable);
});

test.run();
