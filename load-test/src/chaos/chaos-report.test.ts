import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readChaosOptions } from './chaos-options.ts';
import { brokenPromises, type ChaosReport } from './chaos-report.ts';
import { describeReport, overKind } from './chaos-table.ts';
import { NO_DELIVERIES } from './delivery-totals.ts';
import type { FaultKind } from './fault.ts';

function record(kind: FaultKind, attachedMs: readonly number[], problems: readonly string[] = []) {
  const fault = { number: 1, atMs: 0, kind, victim: 'gateway-1', durationMs: 0, strength: 0 };
  return { fault, hit: true, recoveredMs: [100, 300], attachedMs, convergedMs: 1000, problems };
}

const GOOD: ChaosReport = {
  options: readChaosOptions([]),
  plan: [],
  faults: [record('gateway-kill', [500, 900])],
  rooms: { ...NO_DELIVERIES, sent: 10, delivered: 60 },
  chat: NO_DELIVERIES,
  questions: { asked: 3, answered: 3 },
  ends: { expected: 6, heard: 6, doubled: 0, withoutReason: 0, byReason: { ended: 6 } },
  fresh: {},
  doubledSessions: [],
  games: [{ server: 'game-1', reported: 2, listed: 2, recorded: 2, running: 2 }],
  memory: [{ name: 'gateway-1', beginBytes: 2 ** 20, endBytes: 1.5 * 2 ** 20, restarted: false }],
  finalConvergenceMs: 400,
  violations: [],
  durationMs: 1000,
};

const broken = (report: ChaosReport) => {
  return brokenPromises(report, kind => overKind(report.faults, kind, ({ attachedMs }) => attachedMs, 99));
};

const cases: [name: string, change: Partial<ChaosReport>, says: RegExp | undefined][] = [
  ['all kept', {}, undefined],
  ['a line lost', { rooms: { ...NO_DELIVERIES, lost: 1 } }, /rooms: 1 lost/],
  ['chat doubled', { chat: { ...NO_DELIVERIES, doubled: 2 } }, /chat: 0 lost, 2 doubled/],
  ['a snapshot without fresh', { rooms: { ...NO_DELIVERIES, unannounced: 1 } }, /1 unannounced/],
  ['a request without an answer', { questions: { asked: 3, answered: 2 } }, /1 of 3 requests/],
  ['an end not heard', { ends: { ...GOOD.ends, heard: 5 } }, /1 ends of games/],
  ['two sessions', { doubledSessions: ['ann'] }, /two sessions: ann/],
  [
    'a game that Redis does not know',
    { games: [{ ...GOOD.games[0], recorded: 1 } as never] },
    /runs 2 games, Redis knows 1/,
  ],
  ['late', { faults: [record('link-cut', [], ['bob is deaf'])] }, /after fault 1: bob is deaf/],
  ['never whole again', { finalConvergenceMs: undefined }, /not converged in the end/],
  ['a killed gateway, and 4 s', { faults: [record('gateway-kill', [4000])] }, /p99 4000 ms/],
  ['something else', { violations: ['gateway-1 ended by itself'] }, /ended by itself/],
];
for (const [name, change, says] of cases) {
  test(`report: ${name}`, () => {
    const promises = broken({ ...GOOD, ...change });
    if (says === undefined) assert.equal(promises, []);
    else assert.match(promises.join('\n'), says);
  });
}

test('report: a storm promises no time for a killed gateway', () => {
  const options = readChaosOptions(['--mode', 'storm']);
  assert.equal(broken({ ...GOOD, options, faults: [record('gateway-kill', [4000])] }), []);
});

test('table: a row for each kind, times in seconds', () => {
  const lines = describeReport(GOOD).split('\n');
  const row = lines.find(line => line.includes('gateway-kill'));
  assert.match(row ?? '', /gateway-kill +1 +0\.10 +0\.30 +0\.50 +0\.90 +1\.00 +1\.00 +0/);
  assert.match(describeReport(GOOD), /gateway-1 +1\.0 +1\.5 +50 %/);
});

test.run();
