import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { percent, statusBadge, uptimeBadge } from './badge.ts';

test('badge: names are text, whatever is in them', () => {
  const svg = statusBadge('<script>"&\'', 'DOWN');
  assert.ok(svg.includes('&#60;script&#62;&#34;&#38;&#39;'));
  assert.not(svg.includes('<script'));
});

test('badge: says the standing as a word', () =>
  assert.match(statusBadge('a', 'DEGRADED'), /aria-label="a: degraded"/));

test('badge: an uptime nobody knows is unknown', () => assert.match(uptimeBadge('a', null), />unknown</));

for (const [share, text] of [
  [1, '100 %'],
  [0.99999, '99.99 %'],
  [0.995, '99.5 %'],
  [0, '0 %'],
] as const) {
  test(`badge: ${share} is ${text}`, () => assert.is(percent(share), text));
}

test.run();
