import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { standingsOf, winnersOf } from './standings.ts';

const scores = (...list: [name: string, score: number][]) =>
  standingsOf(list.map(([name, score]) => ({ id: name, name, score })));

const cases: [name: string, list: [string, number][], order: string, winners: string][] = [
  [
    'the best is first',
    [
      ['Ann', 1],
      ['Bo', 3],
    ],
    'Bo Ann',
    'Bo',
  ],
  [
    'two may win',
    [
      ['Cy', 3],
      ['Bo', 3],
      ['Ann', 1],
    ],
    'Bo Cy Ann',
    'Bo Cy',
  ],
  [
    'without a point nobody wins',
    [
      ['Bo', 0],
      ['Ann', 0],
    ],
    'Ann Bo',
    '',
  ],
  ['an empty arena has no winner', [], '', ''],
];
for (const [name, list, order, winners] of cases) {
  test(`standings: ${name}`, () => {
    const standings = scores(...list);
    assert.is(standings.map(one => one.name).join(' '), order);
    assert.is(
      winnersOf(standings)
        .map(one => one.name)
        .join(' '),
      winners,
    );
  });
}

test.run();
