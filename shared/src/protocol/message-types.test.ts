import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FIRST_GAME_TYPE, FRAME_TYPES, LAST_GAME_TYPE, streamOfType } from './message-types.ts';

test('message types: each number is used once and leaves the game its own', () => {
  const types = Object.values(FRAME_TYPES);
  assert.is(new Set(types).size, types.length);
  for (const type of types) assert.ok(type < FIRST_GAME_TYPE, `${type}`);
});

const readers: [type: number, stream: ReturnType<typeof streamOfType>][] = [
  [FRAME_TYPES.hello, 'session'],
  [0x00ff, 'session'],
  [FRAME_TYPES.joinOrCreate, 'lobby'],
  [FRAME_TYPES.lobbySnapshot, 'lobby'],
  [FRAME_TYPES.ack, 'room'],
  [0x02ff, 'room'],
  [0x0300, undefined],
  [0x0fff, undefined],
  [FIRST_GAME_TYPE, 'room'],
  [LAST_GAME_TYPE, 'room'],
];
for (const [type, stream] of readers) {
  test(`message types: 0x${type.toString(16)} is read by ${stream ?? 'nobody'}`, () => {
    assert.is(streamOfType(type), stream);
  });
}

test.run();
