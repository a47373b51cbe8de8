import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { receiversOf, type TrafficWorkload, WORKLOAD_NAMES, workloadOf } from './workloads.ts';

const full = { idleConnections: 2000, quick: false };

test('workloads: every name has one of that name', () => {
  for (const name of WORKLOAD_NAMES) assert.is(workloadOf(name, full).name, name);
  assert.throws(() => workloadOf('echo', full), /no workload "echo"/);
});

test('workloads: quick ones are a tenth as large', () => {
  const quick = { ...full, quick: true };
  assert.is(workloadOf('echo-1000', quick).connections, 100);
  assert.is(workloadOf('idle', quick).connections, 200);
  const open = workloadOf('broadcast-100k', quick);
  assert.equal(open.kind === 'traffic' && open.pace, { kind: 'open', deliveriesPerSecond: 10_000 });
});

test('workloads: receivers of a message', () => {
  const workload = (pattern: 'echo' | 'broadcast', connections: number): TrafficWorkload => {
    return { kind: 'traffic', name: '', title: '', pattern, connections, pace: { kind: 'closed' } };
  };
  assert.is(receiversOf(workload('echo', 120), 3), 1);
  assert.is(receiversOf(workload('broadcast', 120), 3), 50);
  assert.is(receiversOf(workload('broadcast', 120), 119), 20, 'the last room may be smaller');
});

test.run();
