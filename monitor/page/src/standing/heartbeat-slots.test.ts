import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Beat } from '../api/shapes.ts';
import { heartbeatSlots } from './heartbeat-slots.ts';

function beatsAt(...seconds: number[]): Beat[] {
  return seconds.map(second => ({ at: second * 1000, ok: true, standing: 'UP', latencyMs: 1, error: null }));
}

const cases: [name: string, beats: Beat[], slots: string][] = [
  ['nothing was checked', [], '. . . . .'],
  ['the newest is on the right', beatsAt(0, 30), '. . . 0 30'],
  ['more than there is room for', beatsAt(0, 30, 60, 90, 120, 150), '30 60 90 120 150'],
  ['a gap is seen', beatsAt(0, 30, 60, 300), '0 30 60 gap 300'],
  ['retries are no gap', beatsAt(0, 30, 31, 32, 33), '0 30 31 32 33'],
];
for (const [name, beats, expected] of cases) {
  test(`heartbeat: ${name}`, () => {
    const slots = heartbeatSlots(beats, 5).map(slot => {
      if (slot.kind === 'beat') return String(slot.beat.at / 1000);
      return slot.kind === 'gap' ? 'gap' : '.';
    });
    assert.is(slots.join(' '), expected);
  });
}

test.run();
