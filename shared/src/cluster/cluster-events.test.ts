import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type ClusterEvent, formatEvent, parseEvent } from './cluster-events.ts';

const cases: [text: string, event: ClusterEvent][] = [
  ['open gh:Game:g1 i1', { kind: 'open', id: 'gh:Game:g1', incarnation: 'i1' }],
  ['close gh:Game:g1 i1', { kind: 'close', id: 'gh:Game:g1', incarnation: 'i1' }],
  ['evict gh:Game:g1 i1 misses', { kind: 'evict', id: 'gh:Game:g1', incarnation: 'i1', why: 'misses' }],
  ['evict gh:Game:g1 i1 dead', { kind: 'evict', id: 'gh:Game:g1', incarnation: 'i1', why: 'dead' }],
  ['lost gh:Game:g1 i1', { kind: 'lost', id: 'gh:Game:g1', incarnation: 'i1' }],
];
for (const [text, event] of cases) {
  test(`event: ${text}`, () => {
    assert.is(formatEvent(event), text);
    assert.equal(parseEvent(text), event);
  });
}

test('event: what this version does not know is ignored, further words too', () => {
  for (const text of ['', 'open', 'open gh:Game:g1', 'dance gh:Game:g1 i1']) assert.is(parseEvent(text), undefined);
  assert.equal(parseEvent('lost gh:Game:g1 i1 more'), { kind: 'lost', id: 'gh:Game:g1', incarnation: 'i1' });
  const unknownReason = parseEvent('evict gh:Game:g1 i1 boredom');
  assert.is(unknownReason?.kind, 'evict');
});

test.run();
