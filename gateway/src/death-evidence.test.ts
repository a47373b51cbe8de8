import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type DeathEvidence, isDeathProven, type OwnLink, objects } from './death-evidence.ts';

const proof: DeathEvidence = { nobodyListens: true, subscribers: 0, objected: false };

const cases: [name: string, evidence: DeathEvidence, proven: boolean][] = [
  ['refused, no subscriber, no objection', proof, true],
  ['somebody listens', { ...proof, nobodyListens: false }, false],
  ['it is still subscribed', { ...proof, subscribers: 1 }, false],
  ['another gateway has heard it', { ...proof, objected: true }, false],
];
for (const [name, evidence, proven] of cases) {
  test(`death: ${name} → ${proven ? 'proven' : 'not proven'}`, () => assert.is(isDeathProven(evidence), proven));
}

const question = { incarnation: 'i1', silentMs: 2000 };
const link: OwnLink = { incarnation: 'i1', open: true, pongAgeMs: 500 };

const answers: [name: string, own: OwnLink, silentMs: number, objection: boolean][] = [
  ['a link heard later than the asker', link, 2000, true],
  ['a link as silent as the asker', { ...link, pongAgeMs: 2000 }, 2000, false],
  ['a link that has ended, heard just before', { ...link, open: false }, 2000, false],
  ['a link to another incarnation', { ...link, incarnation: 'i2' }, 2000, false],
  ['no link ever', { ...link, pongAgeMs: undefined }, 2000, false],
  ['any open link, when the asker never had one', { ...link, pongAgeMs: 5000 }, Number.POSITIVE_INFINITY, true],
];
for (const [name, own, silentMs, objection] of answers) {
  test(`objection: ${name} → ${objection ? 'objects' : 'says nothing'}`, () =>
    assert.is(objects({ ...question, silentMs }, own), objection));
}

test.run();
