import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Incident, Summary } from './api/shapes.ts';
import { overallHealth } from './overall.ts';
import { transitionsBetween } from './transitions.ts';

const NONE = { UP: 0, DEGRADED: 0, PENDING: 0, DOWN: 0, MAINTENANCE: 0, PAUSED: 0, UNKNOWN: 0 };
const prober = { owner: 'm1', sinceMs: 0 };

function summary(counts: Partial<typeof NONE>, rest: Partial<Summary> = {}): Summary {
  return { counts: { ...NONE, ...counts }, openIncidents: 0, prober, cluster: 'connected', ...rest };
}

function incident(hostName: string, kind: Incident['kind'] = 'outage'): Incident {
  const times = { openedAt: 0, closedAt: null };
  const text = { environment: 'LIVE', reason: 'evicted: dead', lastError: '' };
  return { id: hostName, targetId: hostName, hostName, kind, ...text, ...times, messages: [] };
}

const cases: [summary: Summary, incidents: Incident[], said: string][] = [
  [summary({}), [], 'none Nothing is watched yet.'],
  [summary({ UP: 3 }), [], 'good All 3 are up.'],
  [summary({ UP: 1 }), [], 'good The one watched target is up.'],
  [summary({ UP: 3, PAUSED: 1 }), [], 'good All 3 are up; 1 not judged.'],
  [summary({ UNKNOWN: 2 }), [], 'none Nothing is judged yet.'],
  [summary({ UP: 3, DEGRADED: 1 }), [], 'warn Nothing is down, one target is slow or in doubt.'],
  [summary({ UP: 3, DOWN: 1 }), [incident('game-2')], 'bad 1 of 4 is down: game-2.'],
  [summary({ DOWN: 4 }), ['a', 'b', 'c', 'd'].map(name => incident(name)), 'bad 4 of 4 are down: a, b, c and 1 more.'],
  [
    summary({ UP: 3, DOWN: 1 }),
    [incident('game-2'), incident('unsteady')],
    'bad 1 of 4 is down. Incidents are open of game-2, unsteady.',
  ],
  [summary({ UP: 2, DOWN: 1 }, { prober: null }), [], 'bad 1 of 3 is down. And nobody checks any more.'],
  [
    summary({ UP: 2 }, { prober: null }),
    [],
    'bad Nobody checks: no monitor process is at work, and what is shown is old.',
  ],
  [
    summary({ UP: 2 }, { cluster: 'unreachable' }),
    [],
    'warn The registry of the cluster is out of reach: its members are shown as last heard of.',
  ],
  [
    summary({ DOWN: 2 }),
    [incident('monitor', 'blind')],
    'bad The monitor cannot see anything: its own network may be at fault.',
  ],
];

for (const [given, incidents, said] of cases) {
  test(`overall: ${said}`, () => {
    const { mood, sentence } = overallHealth(given, incidents);
    assert.is(`${mood} ${sentence}`, said);
  });
}

test('spoken: who went down and who is back, nothing when nothing happened', () => {
  const [a, b] = [incident('a'), incident('b')];
  assert.is(transitionsBetween([a], [b]), 'b is down: evicted: dead. a is well again.');
  assert.is(transitionsBetween([a], [a]), '');
});

test.run();
