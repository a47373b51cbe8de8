import type { LogLine } from '@gatehouse/scripts/log-line';
import { LogLines, type WaitOptions } from '@gatehouse/scripts/log-lines';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { heldOutput } from './held-output.ts';

const INTERVAL_MS = 800;
const HELD: LogLine = { event: 'output.held', level: 'warn', stoodStillMs: 850 };
const late = (maxLateMs: number): LogLine => ({ event: 'tick.late', level: 'warn', maxLateMs });

/** `g2` says nothing of interest. */
const cases: [name: string, before: LogLine[], g1: LogLine[], g2: LogLine[], isExcused: boolean][] = [
  ['nothing', [], [], [], false],
  ['held for no reason', [], [HELD], [], false],
  ['held, and its ticks were late', [], [HELD, late(640)], [], true],
  ['late before it says that it holds', [], [late(900), HELD], [], true],
  ['ticks that were only a little late', [], [HELD, late(600)], [], false],
  ['late before the fault', [late(900)], [HELD], [], false],
  ['late on another server', [], [HELD], [late(900)], false],
];
for (const [name, before, first, second, isExcused] of cases) {
  test(`held output: ${name}`, async () => {
    const servers = [new LogLines('g1'), new LogLines('g2')];
    const [g1, g2] = servers;
    for (const line of before) g1?.add(line);
    let excused = false;
    void heldOutput(servers.map(speaker), INTERVAL_MS).then(() => {
      excused = true;
    });
    for (const line of first) g1?.add(line);
    for (const line of second) g2?.add(line);
    await new Promise(setImmediate);
    assert.is(excused, isExcused);
    for (const lines of servers) lines.end();
  });
}

function speaker(lines: LogLines) {
  const waitForEvent = (event: string, fits?: (line: LogLine) => boolean, options?: WaitOptions) => {
    return lines.waitFor(event, fits, options);
  };
  return { lines: lines.all, waitForEvent };
}

test.run();
