import * as fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type LogEntry, type Mark, RoomLog } from './room-log.ts';

const LIMITS = { maxBytes: 1000, maxAgeMs: 10_000 };
const ada = { userId: 'ada', sessionId: 's', joinedAt: 12 };

/** Frames 13–16 at 0 s, 1 s, 2 s and 3 s: for all, for ada, for bob, for all but ada. The frame's byte is its number. */
function fourFrames(): RoomLog {
  const log = new RoomLog(7, 12, LIMITS);
  const audiences: Pick<LogEntry, 'only' | 'except'>[] = [{}, { only: 'ada' }, { only: 'bob' }, { except: 'ada' }];
  audiences.forEach((audience, index) => {
    const number = 13 + index;
    log.append({ number, frame: Uint8Array.of(number), atMs: index * 1000, ...audience });
  });
  return log;
}

const cases: [name: string, mark: Mark | undefined, atMs: number, expected: number[] | string][] = [
  ['no mark', undefined, 3000, 'joined'],
  ['everything it may see', { epoch: 7, number: 12 }, 3000, [13, 14]],
  ['only what is newer', { epoch: 7, number: 13 }, 3000, [14]],
  ['numbers have gaps: the mark need not be its own frame', { epoch: 7, number: 15 }, 3000, []],
  ['up to date', { epoch: 7, number: 16 }, 3000, []],
  ['another epoch', { epoch: 6, number: 13 }, 3000, 'epoch'],
  ['a number this epoch never had', { epoch: 7, number: 17 }, 3000, 'epoch'],
  ['from before it joined', { epoch: 7, number: 11 }, 3000, 'joined'],
  ['frame 13 is exactly 10 s old', { epoch: 7, number: 12 }, 10_000, [13, 14]],
  ['frame 13 is too old', { epoch: 7, number: 12 }, 10_001, 'trimmed'],
  ['frame 13 is too old but not missed', { epoch: 7, number: 13 }, 10_001, [14]],
];
for (const [name, mark, atMs, expected] of cases) {
  test(`replay: ${name}`, () => {
    const replay = fourFrames().replayAfter(mark, ada, atMs);
    const found = replay.kind === 'replay' ? replay.frames.map(frame => frame[0]) : replay.why;
    assert.equal(found, expected);
  });
}

test('another player sees another log', () => {
  const bob = { userId: 'bob', sessionId: 's', joinedAt: 14 };
  assert.equal(fourFrames().replayAfter({ epoch: 7, number: 14 }, bob, 3000), {
    kind: 'replay',
    frames: [Uint8Array.of(15), Uint8Array.of(16)],
  });
});

test('the answer to a request is for the session that asked', () => {
  const log = fourFrames();
  log.append({ number: 17, frame: Uint8Array.of(17), atMs: 3000, only: 'ada', session: 's' });
  const replayed = (sessionId: string) => log.replayAfter({ epoch: 7, number: 16 }, { ...ada, sessionId }, 3000);
  assert.equal(replayed('s'), { kind: 'replay', frames: [Uint8Array.of(17)] });
  assert.equal(replayed('a later one'), { kind: 'replay', frames: [] });
});

test('a frame larger than the log leaves nothing to replay', () => {
  const log = fourFrames();
  log.append({ number: 17, frame: new Uint8Array(2000), atMs: 3000 });
  assert.equal(log.replayAfter({ epoch: 7, number: 16 }, ada, 3000), { kind: 'fresh', why: 'trimmed' });
  assert.equal(log.replayAfter({ epoch: 7, number: 17 }, ada, 3000), { kind: 'replay', frames: [] });
});

test('whatever is logged: a replay has every newer frame for this player in order, and stays within the bounds', () => {
  const frame = fc.record({
    bytes: fc.nat(400),
    waitMs: fc.nat(6000),
    to: fc.constantFrom('all', 'ada', 'bob', '-ada'),
  });
  const property = fc.property(fc.array(frame, { maxLength: 60 }), fc.nat(70), (frames, marked) => {
    const log = new RoomLog(7, 12, LIMITS);
    const mine: number[] = [];
    let nowMs = 0;
    let number = 12;
    for (const { bytes, waitMs, to } of frames) {
      nowMs += waitMs;
      number++;
      log.append({ number, frame: numberedBytes(number, bytes), atMs: nowMs, ...audienceOf(to) });
      if ((to === 'all' || to === 'ada') && number > 12 + marked) mine.push(number);
    }
    const replay = log.replayAfter({ epoch: 7, number: 12 + marked }, ada, nowMs);
    if (replay.kind === 'fresh') return;
    assert.equal(replay.frames.map(numberOf), mine);
    assert.ok(replay.frames.reduce((sum, each) => sum + each.length, 0) <= LIMITS.maxBytes);
  });
  void fc.assert(property); // synchronous: it throws
});

function audienceOf(to: string): Pick<LogEntry, 'only' | 'except'> {
  if (to === 'all') return {};
  return to === '-ada' ? { except: 'ada' } : { only: to };
}

function numberedBytes(number: number, bytes: number): Uint8Array {
  const frame = new Uint8Array(bytes + 1);
  frame[0] = number;
  return frame;
}

function numberOf(frame: Uint8Array): number | undefined {
  return frame[0];
}

test.run();
