import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { durationText, latencyText, shortDuration, uptimeText } from './durations.ts';

const durations: [ms: number, text: string][] = [
  [-5, '0 s'],
  [999, '0 s'],
  [1000, '1 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [200_000, '3 min 20 s'],
  [3_600_000, '1 h'],
  [3_659_000, '1 h'],
  [90_000_000, '1 d 1 h'],
  [86_400_000 * 40 + 60_000, '40 d'],
];
for (const [ms, text] of durations) test(`duration: ${ms} ms`, () => assert.is(durationText(ms), text));

test('duration: short', () => assert.is(shortDuration(200_000), '3 min'));

test('latency', () =>
  assert.equal([null, 0.04, 1.26, 12.6, 1240].map(latencyText), ['–', '0 ms', '1.3 ms', '13 ms', '1.2 s']));

test('uptime is never rounded up to all of it', () =>
  assert.equal([null, 1, 0.99999, 0.5, 0].map(uptimeText), ['–', '100 %', '99.99 %', '50.00 %', '0.00 %']));

test.run();
