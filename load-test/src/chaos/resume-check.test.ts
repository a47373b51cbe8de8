import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { brokenResume, type Continuation, roomKeepsMs, type Trouble } from './resume-check.ts';

const RESUMED: Continuation = {
  userId: 'ann',
  stream: 'room',
  roomId: 'r',
  fresh: undefined,
  lostFrames: 0,
  isKnown: true,
};
const SESSION = { stream: 'session', roomId: '', isKnown: false } as const;

const cases: [
  name: string,
  news: Partial<Continuation>,
  Trouble | undefined,
  atMs: number,
  says: RegExp | undefined,
][] = [
  ['it went on', {}, 'gateway-kill', 900, undefined],
  [
    'a mark that nobody asked for',
    { fresh: 'joined' },
    'gateway-kill',
    900,
    /ann .* anew in room r: joined, 900 ms after/,
  ],
  ['another epoch of a game that lives', { fresh: 'epoch' }, 'redis-flush', 900, /epoch/],
  ['connected before the first snapshot came', { fresh: 'joined', isKnown: false }, 'gateway-kill', 900, undefined],
  ['trimmed too early', { fresh: 'trimmed' }, 'link-black-hole', 9_999, /trimmed/],
  ['away for longer than the room keeps', { fresh: 'trimmed' }, 'link-black-hole', 10_000, undefined],
  ['trimmed in a calm', { fresh: 'trimmed' }, undefined, 20_000, /trimmed/],
  ['a login that was lost', { ...SESSION, fresh: 'sessionLost' }, 'redis-freeze', 900, /anew in session: sessionLost/],
  ['a lobby room shown anew', { stream: 'lobby', fresh: 'trimmed' }, 'lobby-kill', 20_000, /lobby r: trimmed/],
  ['a lobby room entered', { stream: 'lobby', fresh: 'joined', isKnown: false }, 'lobby-kill', 900, undefined],
  ['frames given up', { lostFrames: 3 }, 'client-cut', 900, /lost 3 of its frames/],
  ['a storm', { ...SESSION, fresh: 'sessionLost', lostFrames: 3 }, 'storm', 900, undefined],
];
for (const [name, news, trouble, troubledMs, says] of cases) {
  test(`resume: ${name}`, () => {
    const broken = brokenResume({ ...RESUMED, ...news }, { trouble, troubledMs, roomKeepsMs: 10_000 });
    if (says === undefined) assert.is(broken, undefined);
    else assert.match(broken ?? '', says);
  });
}

test('resume: rooms keep 10 s, and less of a lot', () => {
  assert.is(roomKeepsMs({ party: 6, rate: 3 }), 10_000);
  assert.is(roomKeepsMs({ party: 8, rate: 64 }), 2000);
});

test.run();
