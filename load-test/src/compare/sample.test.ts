import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Latencies } from '../latencies.ts';
import { idleSample, type Reading, trafficSample } from './sample.ts';

const latency = new Latencies().summary();

test('traffic: what was used between two readings, for each message that arrived', () => {
  const before: Reading = { atMs: 1000, received: 500, generatorMicros: 1e6, cpuMicros: { a: 10, b: 20, lobby: 0 } };
  const after: Reading = {
    atMs: 3000,
    received: 1500,
    generatorMicros: 2e6,
    cpuMicros: { a: 5010, b: 3020, lobby: 99 },
  };
  const sample = trafficSample(before, after, { counted: ['a', 'b'], latency, lost: 3 });
  assert.is(sample.messagesPerSecond, 500);
  assert.equal(sample.cpuMicrosOf, { a: 5, b: 3, lobby: 0.099 });
  assert.is(sample.cpuMicros, 8, 'only what is counted');
  assert.is(sample.generatorLoad, 0.5);
  assert.is(sample.lost, 3);
});

test('idle: memory that each connection adds', () => {
  const before = { a: 1000, b: 500, lobby: 1 };
  const after = { a: 3000, b: 900, lobby: 11 };
  const sample = idleSample(before, after, { counted: ['a', 'b'], connections: 10 });
  assert.equal(sample, { kind: 'idle', rssBytes: 240, rssBytesOf: { a: 200, b: 40, lobby: 1 } });
});

test.run();
