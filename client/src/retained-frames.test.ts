import { encodeFrame, frameSeq } from '@gatehouse/shared/protocol/frame';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RetainedFrames } from './retained-frames.ts';

const FRAME_BYTES = 10;
const newFrame = () => encodeFrame(0x1001, 0, new Uint8Array(FRAME_BYTES - 6));

function withFrames(count: number, maxBytes = 1000): RetainedFrames {
  const retained = new RetainedFrames({ maxBytes });
  for (let index = 0; index < count; index++) retained.add(newFrame());
  return retained;
}

const seqs = (frames: readonly Uint8Array[]) => frames.map(frameSeq);

type Act = (retained: RetainedFrames) => void;
const dropThrough =
  (seq: number): Act =>
  retained =>
    retained.dropThrough(seq);
const settle =
  (seq: number): Act =>
  retained =>
    retained.settle(seq);
const skipThrough =
  (seq: number): Act =>
  retained =>
    retained.skipThrough(seq);
const reset: Act = retained => void retained.reset();

const cases: [name: string, acts: Act[], kept: number[], next: number][] = [
  ['numbers from 1', [], [1, 2, 3, 4], 5],
  ['an acknowledgement drops what it covers', [dropThrough(2)], [3, 4], 5],
  ['an old acknowledgement drops nothing more', [dropThrough(3), dropThrough(1)], [4], 5],
  ['an acknowledgement of all and more drops all', [dropThrough(9)], [], 5],
  ['a reply to the oldest drops it', [settle(1)], [2, 3, 4], 5],
  ['a reply out of order waits for the older ones', [settle(2)], [1, 2, 3, 4], 5],
  ['and goes with them', [settle(2), settle(1)], [3, 4], 5],
  ['a repeated reply changes nothing', [settle(1), settle(1)], [2, 3, 4], 5],
  ['a reply to nothing changes nothing', [settle(7)], [1, 2, 3, 4], 5],
  ['a server that counts further sets the next number', [skipThrough(6)], [], 7],
  ['one that does not changes nothing', [skipThrough(4)], [1, 2, 3, 4], 5],
  ['a reset numbers from 1 again', [reset], [], 1],
];
for (const [name, acts, kept, next] of cases) {
  test(`retained frames: ${name}`, () => {
    const retained = withFrames(4);
    for (const act of acts) act(retained);
    assert.equal(seqs(retained.after(0)), kept);
    assert.is(retained.next, next);
    assert.is(retained.first, kept[0] ?? next);
  });
}

test('retained frames: past the bound the oldest go', () => {
  const retained = withFrames(5, 3 * FRAME_BYTES);
  assert.equal(seqs(retained.after(0)), [3, 4, 5]);
  retained.dropThrough(4);
  retained.add(newFrame());
  assert.equal(seqs(retained.after(0)), [5, 6]); // the bound counts what is kept, not what was
});

test('retained frames: frames after a number, and one by its number', () => {
  const retained = withFrames(4);
  retained.dropThrough(1);
  assert.equal(seqs(retained.after(3)), [4]);
  assert.is(frameSeq(retained.get(2) ?? newFrame()), 2);
  assert.is(retained.get(1), undefined);
  assert.is(retained.get(5), undefined);
});

test.run();
