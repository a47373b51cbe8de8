import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { MessageKind, PostItem } from './message.ts';
import { durationText, lineOf, titleOf } from './message-words.ts';
import { slackProblems } from './slack-limits.ts';
import { escaped, slackMessage } from './slack-message.ts';

const OPENED_MS = Date.UTC(2026, 0, 2, 14, 2, 0);
const item: PostItem = {
  ...{ incidentId: 'i1', targetId: 't1', hostName: 'lobby-1', environment: 'LIVE', address: '10.0.0.1:80/' },
  ...{ reason: 'HTTP 503', lastError: 'HTTP 500', openedAtMs: OPENED_MS, closedAtMs: OPENED_MS + 185_000 },
  ...{ dedupeKey: 'i1:c1:outage', merged: false },
};
const nasty = { hostName: `<!channel>&${'<'.repeat(300)}`, reason: '&<>'.repeat(1000), lastError: '<@U1>'.repeat(900) };

const lines: [kind: MessageKind, change: Partial<PostItem>, line: string][] = [
  ['outage', {}, 'lobby-1 (LIVE): HTTP 503'],
  ['recovery', {}, 'lobby-1 (LIVE) was down for 3 min 5 s: HTTP 500'],
  [
    'recovery',
    { merged: true },
    'lobby-1 (LIVE) was down 2026-01-02 14:02:00 UTC to 2026-01-02 14:05:05 UTC, for 3 min 5 s: HTTP 500',
  ],
  ['still-down', { closedAtMs: null }, 'lobby-1 (LIVE) is down since 2026-01-02 14:02:00 UTC: HTTP 500'],
];
for (const [kind, change, line] of lines) {
  test(`message: ${line}`, () => assert.is(lineOf(kind, { ...item, ...change }), line));
}

test('message: titles of one and of many', () => {
  assert.is(titleOf({ kind: 'outage', items: [item] }), 'DOWN: lobby-1');
  assert.is(titleOf({ kind: 'recovery', items: [{ ...item, merged: true }] }), 'Was DOWN: lobby-1');
  assert.is(titleOf({ kind: 'outage', items: Array(5).fill(item) }), '5 targets are DOWN');
});

test('message: durations in their two largest units', () => {
  const texts = [400, 59_000, 61_000, 3_600_000, 90_061_000].map(durationText);
  assert.equal(texts, ['less than 1 s', '59 s', '1 min 1 s', '1 h', '1 d 1 h']);
});

test('slack: nothing of a target can call a channel, and nothing is cut within an escape', () => {
  assert.is(escaped('<!channel> & co', 100), '&lt;!channel&gt; &amp; co');
  assert.is(escaped('<<<<', 9), '&lt;&lt;…');
  assert.is(escaped('abc', 3), 'abc');
});

const kinds: MessageKind[] = ['outage', 'recovery', 'flapping', 'blind', 'still-down', 'test'];
for (const kind of kinds) {
  test(`slack: whatever names and errors hold, ${kind} is within its limits`, () => {
    for (const change of [{}, nasty, { ...nasty, address: '', environment: '' }, { closedAtMs: null }]) {
      for (const count of [1, 4, 50]) {
        const items = Array.from({ length: count }, () => ({ ...item, ...change }));
        assert.equal(slackProblems(slackMessage({ kind, items }, 'https://monitor.example/#/incidents')), []);
      }
    }
  });
}

test('slack: a list that is too long says how many are missing', () => {
  const items = Array.from({ length: 50 }, () => ({ ...item, ...nasty }));
  assert.match(JSON.stringify(slackMessage({ kind: 'outage', items }, undefined)), /… and \d+ more/);
});

test.run();
