import * as fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DELIVERY_STEPS, ModelCluster, SPEECH_STEPS, type Step, TROUBLE_STEPS } from './model-cluster.ts';

// The client's session state, the gateways' sessions, streams and channels, and the game server's channels, room and log:
// all real, joined by connections and links that deliver, delay and lose what they carry. Whatever the order of events,
// each player hears what was said to it once and in order, or from a snapshot on that was announced, and is heard the same way.

/** More of them, for a hunt: `MODEL_RUNS=20000 MODEL_SEED=7 npm test -- tests/model`. */
const { MODEL_RUNS = '400', MODEL_SEED } = process.env;
const MAX_STEPS = 150;

const on = fc.nat(11);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constantFrom(...SPEECH_STEPS), on }) },
  { weight: 8, arbitrary: fc.record({ what: fc.constantFrom(...DELIVERY_STEPS), on }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constantFrom(...TROUBLE_STEPS), on }) },
);

test('attach: whatever happens in between, nothing is lost, doubled, late or out of order', async () => {
  const reasons = new Map<string, number>();
  const property = fc.asyncProperty(fc.array(step, { maxLength: MAX_STEPS, size: 'max' }), async steps => {
    const cluster = await ModelCluster.start();
    for (const each of steps) await cluster.take(each);
    await cluster.settle();
    for (const why of cluster.freshStarts) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  });
  const seed = MODEL_SEED === undefined ? {} : { seed: Number(MODEL_SEED) };
  await fc.assert(property, { numRuns: Number(MODEL_RUNS), includeErrorInReport: true, ...seed });
  assert.ok((reasons.get('trimmed') ?? 0) > 0, 'the log of the room has overflowed too');
});

test.run();
