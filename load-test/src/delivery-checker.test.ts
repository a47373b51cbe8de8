import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { addDeliveries, type Deliveries, DeliveryChecker, NO_DELIVERIES } from './delivery-checker.ts';
import { selfCheckFailures } from './self-check.ts';

/** One player alone who sent `sent` messages and heard these. */
function heard(sent: number, numbers: readonly number[]): Deliveries {
  const checker = new DeliveryChecker(1);
  for (let n = 0; n < sent; n++) checker.nextNumber(0);
  for (const n of numbers) checker.received(0, 0, n);
  return checker.result();
}

const cases: [name: string, sent: number, numbers: number[], counted: Partial<Deliveries>][] = [
  ['all in order', 3, [1, 2, 3], {}],
  ['one lost', 3, [1, 3], { lost: 1 }],
  ['the first lost', 3, [2, 3], { lost: 1 }],
  ['the last lost', 3, [1, 2], { lost: 1 }],
  ['all lost', 3, [], { lost: 3 }],
  ['one doubled at once', 3, [1, 2, 2, 3], { doubled: 1 }],
  ['one doubled later', 3, [1, 2, 3, 1], { doubled: 1 }],
  ['two exchanged', 3, [2, 1, 3], { reordered: 1 }],
  ['one late and then again', 3, [2, 3, 1, 1], { reordered: 1, doubled: 1 }],
  ['one from nowhere', 3, [1, 2, 3, 4, 0], { unknown: 2 }],
];
for (const [name, sent, numbers, counted] of cases) {
  test(`deliveries: ${name}`, () => {
    const { lost, doubled, reordered, unknown } = heard(sent, numbers);
    assert.equal({ lost, doubled, reordered, unknown }, { lost: 0, doubled: 0, reordered: 0, unknown: 0, ...counted });
  });
}

test('deliveries: every receiver checks every sender', () => {
  const checker = new DeliveryChecker(2);
  assert.equal([checker.nextNumber(0), checker.nextNumber(0), checker.nextNumber(1)], [1, 2, 1]);
  checker.received(0, 0, 1);
  checker.received(0, 0, 2);
  checker.received(0, 1, 1);
  checker.received(1, 0, 1);
  checker.received(1, 0, 2);
  assert.not(checker.isComplete);
  checker.received(1, 2, 1); // no such sender
  checker.received(1, 1, 1);
  assert.ok(checker.isComplete);
  const result = { ...NO_DELIVERIES, sent: 3, expected: 6, delivered: 6, unknown: 1 };
  assert.equal(checker.result(), result);
  assert.is(addDeliveries(result, result).expected, 12);
});

test('deliveries: any losses, doublings and exchanges are counted exactly', () => {
  const walk = fc.array(fc.constantFrom('keep', 'lose', 'double', 'exchange'), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(walk, deeds => {
      const counted = { lost: 0, doubled: 0, reordered: 0 };
      const arriving: number[] = [];
      let n = 0;
      for (const deed of deeds) {
        n++;
        if (deed === 'lose') counted.lost++;
        else if (deed === 'double') counted.doubled += arriving.push(n, n) > 0 ? 1 : 0;
        else if (deed === 'exchange') counted.reordered += arriving.push(n + 1, n++) > 0 ? 1 : 0;
        else arriving.push(n);
      }
      const { lost, doubled, reordered } = heard(n, arriving);
      assert.equal({ lost, doubled, reordered }, counted);
    }),
  );
});

test('the self-check finds every injected fault', () => assert.equal(selfCheckFailures(), []));

test.run();
