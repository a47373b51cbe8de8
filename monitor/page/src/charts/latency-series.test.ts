import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Beat, Rollup } from '../api/shapes.ts';
import { seriesOfResults, seriesOfRollups } from './latency-series.ts';

function beat(second: number, ok: boolean): Beat {
  return { at: second * 1000, ok, standing: ok ? 'UP' : 'DOWN', latencyMs: ok ? second : null, error: null };
}

function minute(number: number, up: number, down: number): Rollup {
  return { start: number * 60_000, up, down, latencyMs: up > 0 ? 10 : null, latencyMaxMs: 20 };
}

test('results: failures are bands up to the next check, and break the line', () => {
  const { times, latencies, bands } = seriesOfResults([beat(1, true), beat(2, false), beat(3, false), beat(4, true)]);
  assert.equal(times, [1, 2, 3, 4]);
  assert.equal(latencies, [1, null, null, 4]);
  assert.equal(bands, [{ from: 2, to: 4 }]);
});

test('rollups: a minute with an outage is a band; a hole breaks the line', () => {
  const { times, latencies, worst, bands } = seriesOfRollups([minute(1, 2, 0), minute(2, 1, 1), minute(5, 2, 0)], 60);
  assert.equal(times, [60, 120, 180, 300]);
  assert.equal(latencies, [10, 10, null, 10]);
  assert.equal(worst, [20, 20, null, 20]);
  assert.equal(bands, [{ from: 120, to: 180 }]);
});

test('nothing was checked', () => {
  assert.equal(seriesOfResults([]).bands, []);
  assert.equal(seriesOfRollups([], 60).times, []);
});

test.run();
