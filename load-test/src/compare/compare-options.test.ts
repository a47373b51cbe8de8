import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readCompareOptions } from './compare-options.ts';
import { TARGET_NAMES } from './target.ts';
import { WORKLOAD_NAMES } from './workloads.ts';

test('options: the whole comparison by default', () => {
  assert.equal(readCompareOptions([]), {
    rounds: 5,
    workloads: WORKLOAD_NAMES,
    targets: TARGET_NAMES,
    seconds: 3,
    idleConnections: 2000,
    quick: false,
  });
});

test('options: names in the order they are listed in, whatever order they are given in', () => {
  const { workloads, targets } = readCompareOptions([
    '--workloads',
    'idle, echo-200',
    '--targets',
    'gatehouse,plain-ws',
  ]);
  assert.equal(workloads, ['echo-200', 'idle']);
  assert.equal(targets, ['plain-ws', 'gatehouse']);
});

test('options: quick is one short round', () => {
  const { rounds, seconds, json } = readCompareOptions(['--quick', '--rounds', '9', '--json', 'out.json']);
  assert.equal({ rounds, seconds, json }, { rounds: 1, seconds: 0.5, json: 'out.json' });
});

test.run();
