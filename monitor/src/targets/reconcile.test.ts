import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type KnownTarget, type NamedTarget, reconcile } from './reconcile.ts';

const named: NamedTarget = {
  ...{ hostName: 'a', host: '10.0.0.1', port: 80, type: 2, path: '/' },
  ...{ secure: null, environment: 'UNKNOWN' },
};
const known: KnownTarget = {
  ...{
    ...named,
    id: 'id-a',
    notification: 1,
    paused: 0,
    dependsOn: null,
    origin: 'heartbeat',
    edited: '[]',
    archivedAt: null,
    ignored: 0,
  },
  ...{ intervalMs: null, timeoutMs: null, downAfter: null, upAfter: null, slowMs: null },
  ...{ version: 1, createdAt: 0, updatedAt: 0, standing: 'UP' },
};
const moved = { ...named, host: '10.0.0.2', port: 81, environment: 'LIVE' } as const;

/** What the source of heartbeats says, and what follows: `archive a`, `change a {"port":81}`. */
const cases: [name: string, before: Partial<KnownTarget>[], source: NamedTarget[], steps: string[]][] = [
  ['who is new is added', [], [named], ['add a']],
  ['named twice, the last one counts', [], [named, moved], ['add a']],
  ['nothing has changed', [{}], [named], []],
  ['it has moved', [{}], [moved], ['change a {"host":"10.0.0.2","port":81,"environment":"LIVE"}']],
  ['it is over TLS now', [{}], [{ ...named, secure: 1 }], ['change a {"secure":1}']],
  [
    'it is of another type, behind a path',
    [{}],
    [{ ...named, type: 4, path: '/r' }],
    ['change a {"type":4,"path":"/r"}'],
  ],
  ['what an operator has set stays', [{ edited: '["host","environment"]' }], [moved], ['change a {"port":81}']],
  ['all of it', [{ edited: '["host","environment","port"]' }], [moved], []],
  ['it was archived and is back', [{ archivedAt: 5 }], [named], ['change a {"archivedAt":null}']],
  ['back elsewhere', [{ archivedAt: 5 }], [{ ...named, port: 81 }], ['change a {"port":81,"archivedAt":null}']],
  ['an operator has deleted it', [{ archivedAt: 5, ignored: 1 }], [moved], []],
  ['one of hand has the name', [{ origin: 'hand' }], [moved], []],
  ['one of another source has the name', [{ origin: 'list', archivedAt: 5 }], [moved], []],
  ['it is dismissed', [{}], [], ['archive a']],
  ['it is dismissed, and archived already', [{ archivedAt: 5 }], [], []],
  ['one of hand is not named', [{ origin: 'hand' }], [], []],
  ['one of another source is not named', [{ origin: 'registry' }], [], []],
  ['one is named, one dismissed', [{}, { id: 'id-b', hostName: 'b' }], [named], ['archive b']],
];
for (const [name, before, source, steps] of cases) {
  test(`reconcile: ${name}`, () => {
    const targets = before.map(change => ({ ...known, ...change }));
    const taken = reconcile(targets, { origin: 'heartbeat', named: source, isDismissed: () => true });
    assert.equal(taken.map(textOf), steps);
  });
}

test('reconcile: who is missing and not dismissed stays', () => {
  const down = { ...known, id: 'id-b', hostName: 'b', standing: 'DOWN' } as const;
  const isDismissed = ({ standing }: KnownTarget) => standing !== 'DOWN';
  const steps = reconcile([known, down], { origin: 'heartbeat', named: [], isDismissed });
  assert.equal(steps.map(textOf), ['archive a']);
});

test('reconcile: what is added is as the source names it', () => {
  const steps = reconcile([], { origin: 'list', named: [named, moved], isDismissed: () => true });
  assert.equal(steps, [{ kind: 'add', named: moved }]);
});

function textOf(step: ReturnType<typeof reconcile>[number]): string {
  if (step.kind === 'add') return `add ${step.named.hostName}`;
  const { hostName } = step.target;
  return step.kind === 'archive' ? `archive ${hostName}` : `change ${hostName} ${JSON.stringify(step.set)}`;
}

test.run();
