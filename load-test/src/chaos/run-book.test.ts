import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Trouble } from './resume-check.ts';
import { RunBook } from './run-book.ts';

const ANN = { userId: 'ann', roomId: 'r' };

function bookIn(trouble?: Trouble): RunBook {
  const book = new RunBook(() => undefined, 10_000);
  if (trouble !== undefined) book.troubled(trouble, 0);
  book.room('r').snapshot('ann', { said: {}, beats: 0 });
  return book;
}

const cases: [name: string, trouble: Trouble | undefined, act: (book: RunBook) => void, violations: number][] = [
  ['a game that ended by itself', undefined, book => book.gameEnded({ ...ANN, why: 'ended' }), 0],
  ['without a reason', undefined, book => book.gameEnded({ ...ANN, why: '' }), 2],
  [
    'an end heard twice',
    undefined,
    book => {
      book.gameEnded({ ...ANN, why: 'ended' });
      book.gameEnded({ ...ANN, why: 'ended' });
    },
    1,
  ],
  ['refused', 'link-cut', book => book.gameEnded({ ...ANN, why: 'refused NO_SEAT' }), 1],
  ['refused in a storm', 'storm', book => book.gameEnded({ ...ANN, why: 'refused NO_SUCH_ROOM' }), 0],
  ['a game lost with its server', 'game-kill', book => book.roundEnded('ann', 'r', 'serverLost'), 0],
  ['a game lost without a cause', 'redis-freeze', book => book.roundEnded('ann', 'r', 'serverLost'), 1],
  [
    'a round told as over twice',
    undefined,
    book => {
      book.roundEnded('ann', 'r', 'ended');
      book.roundEnded('ann', 'r', 'ended');
    },
    1,
  ],
  ['a lobby room lost with the data', 'redis-flush', book => book.lobbyRoomClosed('ann', 'lost'), 0],
  ['a lobby room lost without a cause', 'lobby-kill', book => book.lobbyRoomClosed('ann', 'lost'), 1],
];
for (const [name, trouble, act, violations] of cases) {
  test(`book: ${name}`, () => {
    const book = bookIn(trouble);
    act(book);
    assert.is(book.violations.length, violations, book.violations.join('\n'));
  });
}

test('book: who was in a game that nobody plays any more must have heard its end', () => {
  const book = bookIn();
  assert.is(book.endTotals(new Set(['r'])).expected, 0);
  assert.equal(book.endTotals(new Set()), { expected: 1, heard: 0, doubled: 0, withoutReason: 0, byReason: {} });
  book.gameEnded({ ...ANN, why: 'ended' });
  assert.equal(book.endTotals(new Set()), {
    expected: 1,
    heard: 1,
    doubled: 0,
    withoutReason: 0,
    byReason: { ended: 1 },
  });
});

test('book: a stream that begins anew is counted with its reason, and a violation where it could have gone on', () => {
  const book = bookIn('gateway-kill');
  const news = { userId: 'ann', stream: 'room', roomId: 'r', lostFrames: 0 } as const;
  book.wentOn({ ...news, fresh: undefined, isKnown: true }, 100);
  book.wentOn({ ...news, fresh: 'joined', isKnown: false }, 200);
  book.wentOn({ ...news, fresh: 'joined', isKnown: true }, 300);
  assert.equal(book.freshTotals(), { 'room joined after gateway-kill': 2 });
  assert.equal(book.violations, ['ann had to begin anew in room r: joined, 300 ms after gateway-kill']);
});

test('book: answers may be lost after fresh or given up frames, of the game and not of the lobby', () => {
  const book = bookIn('storm');
  const went = { userId: 'ann', stream: 'room', roomId: 'r', fresh: undefined, lostFrames: 0, isKnown: true } as const;
  book.wentOn(went, 0);
  book.wentOn({ ...went, stream: 'lobby', fresh: 'joined' }, 0);
  book.wentOn({ ...went, userId: 'bob', fresh: 'epoch' }, 0);
  assert.is(book.announcedTo('ann'), 0);
  book.wentOn({ ...went, stream: 'session', fresh: 'sessionLost' }, 0);
  book.wentOn({ ...went, lostFrames: 2 }, 0);
  assert.is(book.announcedTo('ann'), 2);
});

test('book: what a room did wrong on purpose does not count', () => {
  const book = bookIn();
  book.room('r').nextLine('ann');
  book.room('r').nextLine('ann');
  book.room('r').heard('ann', 'ann', 2);
  assert.is(book.roomTotals().lost, 1);
  book.excuseRoom('r');
  assert.is(book.roomTotals().lost, 0);
});

test.run();
