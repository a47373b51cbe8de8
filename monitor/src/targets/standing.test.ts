import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type IncidentStep,
  incidentStep,
  nextStanding,
  type Observation,
  type Standing,
  type StandingName,
  UNSEEN,
} from './standing.ts';

const thresholds = { downAfter: 2, upAfter: 2, slowMs: 500 };
const answer: Observation = { kind: 'answered', latencyMs: 10 };
const slow: Observation = { kind: 'answered', latencyMs: 501 };
const failure: Observation = { kind: 'failed', error: 'HTTP 503' };
const evicted: Observation = { kind: 'down', reason: 'evicted: 2 misses' };
const suspect: Observation = { kind: 'suspect', reason: '1 miss' };
const draining: Observation = { kind: 'draining', reason: 'draining' };
const paused: Observation = { kind: 'paused' };
const resumed: Observation = { kind: 'resumed' };
const left: Observation = { kind: 'left' };
const up: Observation = { kind: 'up' };

/** Every standing on the way, and every step of the incident but `none`. */
function walk(observations: readonly Observation[]): {
  standings: StandingName[];
  steps: IncidentStep[];
  last: Standing;
} {
  let last = UNSEEN;
  let hasIncident = false;
  const standings: StandingName[] = [];
  const steps: IncidentStep[] = [];
  for (const observation of observations) {
    const after = nextStanding(last, observation, thresholds);
    const step = incidentStep(last, after, hasIncident);
    if (step.startsWith('open')) hasIncident = true;
    if (step.startsWith('close')) hasIncident = false;
    if (step !== 'none') steps.push(step);
    standings.push(after.standing);
    last = after;
  }
  return { standings, steps, last };
}

const cases: [name: string, seen: Observation[], standings: StandingName[], steps: IncidentStep[]][] = [
  ['the first answer is enough', [answer], ['UP'], []],
  ['a slow answer is degraded, and no outage', [slow, answer, slow], ['DEGRADED', 'UP', 'DEGRADED'], []],
  ['one failure is no outage', [answer, failure, answer], ['UP', 'PENDING', 'UP'], []],
  ['the second failure is one', [failure, failure], ['PENDING', 'DOWN'], ['open-outage']],
  [
    'two answers end it, one does not',
    [failure, failure, answer, failure, answer, answer],
    ['PENDING', 'DOWN', 'DOWN', 'DOWN', 'DOWN', 'UP'],
    ['open-outage', 'remind', 'close'],
  ],
  [
    'it may come back degraded',
    [failure, failure, slow, slow],
    ['PENDING', 'DOWN', 'DOWN', 'DEGRADED'],
    ['open-outage', 'close'],
  ],
  ['a member is down at once', [up, evicted], ['UP', 'DOWN'], ['open-outage']],
  ['and up at once', [up, evicted, up], ['UP', 'DOWN', 'UP'], ['open-outage', 'close']],
  ['a suspect member is pending', [up, suspect, up], ['UP', 'PENDING', 'UP'], []],
  ['a suspect one that is down stays down', [evicted, suspect], ['DOWN', 'DOWN'], ['open-outage', 'remind']],
  ['a draining member is in maintenance', [up, draining, left], ['UP', 'MAINTENANCE', 'UNKNOWN'], []],
  [
    'its outage is not over with that',
    [evicted, draining, up],
    ['DOWN', 'MAINTENANCE', 'UP'],
    ['open-outage', 'close'],
  ],
  ['who leaves is not told of', [evicted, left], ['DOWN', 'UNKNOWN'], ['open-outage', 'close-silently']],
  [
    'a pause ends an outage silently',
    [failure, failure, paused],
    ['PENDING', 'DOWN', 'PAUSED'],
    ['open-outage', 'close-silently'],
  ],
  ['nothing is believed in a pause', [paused, failure, failure, up], ['PAUSED', 'PAUSED', 'PAUSED', 'PAUSED'], []],
  [
    'after a pause it begins anew',
    [failure, paused, resumed, failure],
    ['PENDING', 'PAUSED', 'UNKNOWN', 'PENDING'],
    [],
  ],
];

for (const [name, seen, standings, steps] of cases) {
  test(`standing: ${name}`, () => {
    const walked = walk(seen);
    assert.equal(walked.standings, standings);
    assert.equal(walked.steps, steps);
  });
}

const upAndDown = (times: number) => Array.from({ length: times }, () => [failure, failure, answer, answer]).flat();
const steady = (observation: Observation) => Array.from({ length: 21 }, () => observation);

test('standing: six changes in 21 checks are flapping: one message, then silence until it is steady', () => {
  const told = ['open-outage', 'close'] as const;
  const flaps = walk([answer, ...upAndDown(4)]);
  assert.equal(flaps.steps, [...told, ...told, 'open-outage', 'say-flapping']);
  assert.is(flaps.last.flapping, true);
  const calm = walk([answer, ...upAndDown(4), ...steady(answer)]);
  assert.equal(calm.steps.slice(6), ['close']);
  assert.is(calm.last.flapping, false);
});

test('standing: one that flaps and then is down is told as still down, and later as up', () => {
  const { steps } = walk([answer, ...upAndDown(4), ...steady(failure), answer, answer]);
  assert.equal(steps.slice(4, 7), ['open-outage', 'say-flapping', 'say-still-down']);
  assert.is(steps.at(-1), 'close');
});

test('standing: flapping that never was down long enough is told, too', () => {
  assert.equal(walk([answer, failure, answer, failure, answer, failure, answer]).steps, ['open-flapping']);
});

test.run();
