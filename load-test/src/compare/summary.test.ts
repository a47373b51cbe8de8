import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Latencies } from '../latencies.ts';
import type { IdleSample, TrafficSample } from './sample.ts';
import { summarize } from './summary.ts';
import { describeTable } from './table.ts';
import { workloadOf } from './workloads.ts';

function traffic(cpuMicros: number, messagesPerSecond: number, lost = 0): TrafficSample {
  const latency = { ...new Latencies().summary(), p50Ms: 0.5, p99Ms: 2, p999Ms: 3 };
  const cpuMicrosOf = { ws: cpuMicros };
  return { kind: 'traffic', cpuMicros, cpuMicrosOf, messagesPerSecond, latency, lost, generatorLoad: 0.42 };
}

function idle(rssBytes: number): IdleSample {
  return { kind: 'idle', rssBytes, rssBytesOf: { ws: rssBytes } };
}

test('summary: medians of the rounds, and of their own ratios', () => {
  const [ws, gatehouse] = summarize({
    samples: {
      gatehouse: [traffic(20, 50), traffic(60, 10), traffic(10, 40)],
      'plain-ws': [traffic(10, 100), traffic(20, 10), traffic(10, 80)],
    },
  });
  assert.is(ws?.target, 'plain-ws');
  assert.equal(ws?.figures.cpuMicros, { median: 10, ratio: 1 });
  assert.is(gatehouse?.target, 'gatehouse');
  assert.equal(gatehouse?.figures.cpuMicros, { median: 20, ratio: 2 });
  assert.equal(gatehouse?.figures.messagesPerSecond, { median: 40, ratio: 0.5 });
  assert.is(gatehouse?.figures.rssBytes, undefined);
  assert.equal(gatehouse?.byProcess, { ws: 20 });
});

test('summary: without plain ws there are no ratios', () => {
  const [only] = summarize({ samples: { haproxy: [idle(2048)] } });
  assert.equal(only?.figures, { rssBytes: { median: 2048 } });
});

const size = { idleConnections: 100, quick: false };

test('table: traffic', () => {
  const samples = { 'plain-ws': [traffic(10, 1000)], haproxy: [traffic(25.5, 400, 7)] };
  const lines = describeTable(workloadOf('echo-200', size), summarize({ samples })).split('\n');
  assert.equal(lines, [
    'echo, closed loop, 200 connections in rooms of 50',
    '                CPU µs/msg  × ws  msg/s  × ws  p50 ms  p99 ms  p99.9 ms  load gen.    CPU µs/msg by process',
    '  plain ws           10.00  1.00   1000  1.00    0.50    2.00      3.00       42 %    ws 10.00',
    '  HAProxy + ws       25.50  2.55    400  0.40    0.50    2.00      3.00       42 %    ws 25.50',
    '  HAProxy + ws lost 7 messages',
  ]);
});

test('table: idle, and a dash where there is no ratio', () => {
  const lines = describeTable(workloadOf('idle', size), summarize({ samples: { gatehouse: [idle(1536)] } })).split(
    '\n',
  );
  assert.is(lines[0], 'idle, 100 connections in rooms of 50');
  assert.is(lines[2], '  Gatehouse            1.50     –    ws 1.50');
});

test.run();
