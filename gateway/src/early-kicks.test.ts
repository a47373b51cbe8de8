import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { EarlyKicks } from './early-kicks.ts';

test('early kicks: one concerns its session below its epoch, whatever comes after it', () => {
  const kicks = new EarlyKicks(new FakeClock());
  kicks.add('s', 7);
  kicks.add('s', 5); // overtaken on the way
  assert.is(kicks.concern({ sessionId: 's', epoch: 6 }), true);
  assert.is(kicks.concern({ sessionId: 's', epoch: 7 }), false);
  assert.is(kicks.concern({ sessionId: 'other', epoch: 1 }), false);
});

test('early kicks: forgotten after a while', () => {
  const clock = new FakeClock();
  const kicks = new EarlyKicks(clock);
  kicks.add('s', 7);
  clock.advance(3_000);
  kicks.add('t', 7);
  clock.advance(2_000);
  assert.is(kicks.concern({ sessionId: 's', epoch: 6 }), false);
  assert.is(kicks.concern({ sessionId: 't', epoch: 6 }), true);
  assert.is(kicks.count, 1);
});

test('early kicks: bounded, the oldest go first', () => {
  const kicks = new EarlyKicks(new FakeClock());
  for (let n = 0; n < 10_100; n++) kicks.add(`s${n}`, 7);
  assert.is(kicks.count, 10_000);
  assert.is(kicks.concern({ sessionId: 's0', epoch: 6 }), false);
  assert.is(kicks.concern({ sessionId: 's10099', epoch: 6 }), true);
});

test.run();
