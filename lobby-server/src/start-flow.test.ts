import { type ErrorCode, GatehouseError } from '@gatehouse/shared/protocol/errors';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RoomCommand } from './room-command.ts';
import { START_TIMEOUT_MS, StartFlow } from './start-flow.ts';
import { testRoom } from './test-rooms.ts';

const STARTED_AT_MS = 1_000_000;

const room = testRoom({ round: 1, phase: { kind: 'starting', roomId: 'L-1', sinceMs: STARTED_AT_MS } });

/** A flow whose placement fails with `code` (or not), `ageMs` after the start. */
function startFlow({ code, ageMs = 0 }: { code?: ErrorCode; ageMs?: number }) {
  const executed: string[] = [];
  let placements = 0;
  const flow = new StartFlow({
    placement: {
      async place() {
        placements++;
        if (code !== undefined) throw new GatehouseError(code);
        return { maxPlayers: 8 };
      },
    },
    rooms: {
      async execute(_id: string, command: RoomCommand) {
        executed.push(command.kind === 'startFailed' ? `${command.kind} ${command.code}` : command.kind);
        return { kind: 'refused', code: 'WRONG_PHASE' };
      },
    },
    nowMs: () => STARTED_AT_MS + ageMs,
    log: silentLog,
  });
  return { flow, executed, placements: () => placements };
}

const cases: [name: string, options: { code?: ErrorCode; ageMs?: number }, executed: string[]][] = [
  ['a placed game room is committed', {}, ['placed']],
  ['no game server ends the start', { code: 'NO_GAME_SERVER' }, ['startFailed NO_GAME_SERVER']],
  ['a room whose code threw ends the start', { code: 'ROOM_FAILED' }, ['startFailed ROOM_FAILED']],
  ['a lost link leaves it to the next look', { code: 'LINK_CLOSED' }, []],
  ['no gateway leaves it to the next look', { code: 'NO_GATEWAY', ageMs: START_TIMEOUT_MS - 1 }, []],
  [
    'in the end no gateway is a failure too',
    { code: 'NO_GATEWAY', ageMs: START_TIMEOUT_MS },
    ['startFailed NO_GATEWAY'],
  ],
];

for (const [name, options, expected] of cases) {
  test(`start: ${name}`, async () => {
    const { flow, executed } = startFlow(options);
    await flow.drive(room);
    assert.equal(executed, expected);
  });
}

test('start: one at a time for one game room, and only while it is starting', async () => {
  const { flow, placements } = startFlow({});
  await Promise.all([flow.drive(room), flow.drive(room)]);
  assert.is(placements(), 1);
  await flow.drive({ ...room, phase: { kind: 'playing', roomId: 'L-1' } });
  assert.is(placements(), 1);
  await flow.drive(room);
  assert.is(placements(), 2, 'again later');
});

test.run();
