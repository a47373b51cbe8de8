import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { SequenceCheck, type SequenceFaults } from './sequence-check.ts';

const cases: [name: string, numbers: number[], faults: SequenceFaults][] = [
  ['one after the other', [1, 2, 3], { lost: 0, doubled: 0, reordered: 0 }],
  ['a gap', [1, 3], { lost: 1, doubled: 0, reordered: 0 }],
  ['the first ones are missing', [3], { lost: 2, doubled: 0, reordered: 0 }],
  ['twice', [1, 1, 2], { lost: 0, doubled: 1, reordered: 0 }],
  ['an old one again', [1, 2, 3, 1], { lost: 0, doubled: 1, reordered: 0 }],
  ['out of order', [1, 3, 2, 4], { lost: 0, doubled: 0, reordered: 1 }],
  ['late, and then once more', [2, 1, 1], { lost: 0, doubled: 1, reordered: 1 }],
];
for (const [name, numbers, faults] of cases) {
  test(`sequence: ${name}`, () => {
    const check = new SequenceCheck(0);
    for (const n of numbers) check.take(n);
    assert.equal(check.faults(), faults);
  });
}

test('sequence: what was known in the beginning need not come', () => {
  const check = new SequenceCheck(5);
  assert.ok(check.take(6));
  assert.equal(check.faults(), { lost: 0, doubled: 0, reordered: 0 });
});

test('sequence: excused numbers are no loss, but may not come later', () => {
  const check = new SequenceCheck(0);
  check.take(1);
  assert.is(check.excuseThrough(4), 3);
  assert.ok(check.take(5));
  check.take(3);
  assert.equal(check.faults(), { lost: 0, doubled: 1, reordered: 0 });
});

test('sequence: a snapshot older than what was shown goes back', () => {
  const check = new SequenceCheck(0);
  check.take(1);
  check.take(2);
  assert.is(check.excuseThrough(1), -1);
  assert.is(check.highest, 2);
});

test('sequence: what should have come by the end is lost', () => {
  const check = new SequenceCheck(0);
  check.take(1);
  check.endAt(3);
  assert.equal(check.faults(), { lost: 2, doubled: 0, reordered: 0 });
  assert.equal(check.faults(1), { lost: 1, doubled: 0, reordered: 0 });
});

test.run();
