import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { EarlyKicks } from './early-kicks.ts';

test('early kicks: one concerns its session below its epoch, whatever comes after it', () => {
  const kicks = new EarlyKicks(new FakeClock());
  kicks.add({ sessionId: 's', epoch: 7, by: 'new' });
  kicks.add({ sessionId: 's', epoch: 5, by: 'older' }); // overtaken on the way
  assert.is(kicks.concerning({ sessionId: 's', epoch: 6 })?.by, 'new');
  assert.is(kicks.concerning({ sessionId: 's', epoch: 7 })?.by, undefined);
  assert.is(kicks.concerning({ sessionId: 'other', epoch: 1 })?.by, undefined);
});

test('early kicks: forgotten after a while', () => {
  const clock = new FakeClock();
  const kicks = new EarlyKicks(clock);
  kicks.add({ sessionId: 's', epoch: 7, by: 'new' });
  clock.advance(3_000);
  kicks.add({ sessionId: 't', epoch: 7, by: 't' });
  clock.advance(2_000);
  assert.is(kicks.concerning({ sessionId: 's', epoch: 6 })?.by, undefined);
  assert.is(kicks.concerning({ sessionId: 't', epoch: 6 })?.by, 't');
  assert.is(kicks.count, 1);
});

test('early kicks: bounded, the oldest go first', () => {
  const kicks = new EarlyKicks(new FakeClock());
  for (let n = 0; n < 10_100; n++) kicks.add({ sessionId: `s${n}`, epoch: 7, by: 'new' });
  assert.is(kicks.count, 10_000);
  assert.is(kicks.concerning({ sessionId: 's0', epoch: 6 })?.by, undefined);
  assert.is(kicks.concerning({ sessionId: 's10099', epoch: 6 })?.by, 'new');
});

test.run();
