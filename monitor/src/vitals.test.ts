import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Vitals } from './vitals.ts';

/** A database that answers, refuses or hangs. */
class Asked {
  readonly clock = new FakeClock();
  readonly vitals = new Vitals({ clock: this.clock, ask: () => this.answer() });
  does: 'answers' | 'refuses' | 'hangs' = 'answers';
  times = 0;

  /** Five seconds at a time, and what follows from them. */
  async pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 5000) {
      this.clock.advance(5000);
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
  }

  private answer(): Promise<unknown> {
    this.times += 1;
    if (this.does === 'hangs') return new Promise(() => {});
    return this.does === 'answers' ? Promise.resolve() : Promise.reject(new Error('no'));
  }
}

test('vitals: alive as long as the database answers now and then', async () => {
  const asked = new Asked();
  asked.vitals.start();
  await asked.pass(600_000);
  assert.is(asked.vitals.notAlive(), undefined);
  assert.is(await asked.vitals.notReady(), undefined);
});

test('vitals: a database that refuses: not ready at once, not alive after half a minute, well when it is back', async () => {
  const asked = new Asked();
  asked.vitals.start();
  asked.does = 'refuses';
  assert.is(await asked.vitals.notReady(), 'the database refuses to answer');
  await asked.pass(30_000);
  assert.is(asked.vitals.notAlive(), undefined);
  await asked.pass(5000);
  assert.is(asked.vitals.notAlive(), 'the database has not answered for 35 s');
  asked.does = 'answers';
  await asked.pass(5000);
  assert.is(asked.vitals.notAlive(), undefined);
  assert.is(await asked.vitals.notReady(), undefined);
});

test('vitals: a database that hangs is asked once, and whoever wants to know is answered in time', async () => {
  const asked = new Asked();
  asked.vitals.start();
  asked.does = 'hangs';
  const answers = Promise.all([asked.vitals.notReady(), asked.vitals.notReady()]);
  asked.clock.advance(2000);
  const why = 'the database does not answer within 2000 ms';
  assert.equal(await answers, [why, why]);
  await asked.pass(60_000);
  assert.is(asked.times, 1);
  assert.match(asked.vitals.notAlive() ?? '', 'the database has not answered for 62 s');
});

test('vitals: timers that come late, until they come in time again', async () => {
  let nowMs = 0;
  let tick = () => {};
  const clock = Object.assign(new FakeClock(), {
    monotonicMs: () => nowMs,
    every: (_: number, run: () => void) => {
      tick = run;
      return () => {};
    },
  });
  const vitals = new Vitals({ clock, ask: async () => undefined });
  vitals.start();
  nowMs = 9_000;
  assert.is(vitals.notAlive(), undefined);
  nowMs = 11_000;
  assert.is(vitals.notAlive(), 'timers run 6 s late');
  tick();
  assert.is(vitals.notAlive(), 'timers run 6 s late');
  nowMs = 16_100;
  tick();
  await vitals.notReady();
  assert.is(vitals.notAlive(), undefined);
});

test('vitals: stopped, no timer is left', () => {
  const { clock, vitals } = new Asked();
  vitals.start();
  vitals.start();
  vitals.stop();
  assert.is(clock.pending, 0);
});

test.run();
