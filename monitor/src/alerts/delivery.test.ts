import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { botDelivery, type Delivery, retryDelayMs, webhookDelivery } from './delivery.ts';

const NOW_MS = Date.UTC(2026, 0, 1);
const reply = (status: number, body = '', retryAfter?: string) => ({ status, body, retryAfter });
const later = (result: string, retryAfterMs: number | null = null): Delivery => ({
  kind: 'later',
  result,
  retryAfterMs,
});
const refused = (result: string): Delivery => ({ kind: 'refused', result });
const sent: Delivery = { kind: 'sent', result: 'HTTP 200' };

const webhooks: [name: string, reply: ReturnType<typeof reply>, delivery: Delivery][] = [
  ['ok is sent', reply(200, 'ok'), sent],
  ['200 of a proxy is not', reply(200, '<html>'), later('HTTP 200, but not Slack\'s "ok"')],
  ['500 is tried again', reply(500, 'x'), later('HTTP 500')],
  ['503 when it asks for it', reply(503, '', '7'), later('HTTP 503', 7000)],
  ['429 in seconds', reply(429, '', '30'), later('HTTP 429', 30_000)],
  ['429 by a date', reply(429, '', new Date(NOW_MS + 90_000).toUTCString()), later('HTTP 429', 90_000)],
  ['429 without a word', reply(429), later('HTTP 429')],
  ['429 with nonsense', reply(429, '', 'soon'), later('HTTP 429')],
  ['429 for years is an hour', reply(429, '', '99999999'), later('HTTP 429', 3_600_000)],
  ['404 never works', reply(404, 'channel_not_found'), refused('HTTP 404 channel_not_found')],
  ['400 neither', reply(400, 'invalid_payload'), refused('HTTP 400 invalid_payload')],
  ['410 neither', reply(410, 'channel_is_archived'), refused('HTTP 410 channel_is_archived')],
  ['a redirect neither', reply(302), refused('HTTP 302')],
  ['an unknown body is not shown', reply(403, 'secret of <somebody>'), refused('HTTP 403')],
];
for (const [name, given, delivery] of webhooks) {
  test(`webhook: ${name}`, () => assert.equal(webhookDelivery('slack-webhook', given, NOW_MS), delivery));
}

test('webhook: a generic one need not say ok', () => {
  assert.equal(webhookDelivery('webhook', reply(204), NOW_MS), { kind: 'sent', result: 'HTTP 204' });
});

const bots: [name: string, body: string, delivery: Delivery][] = [
  ['ok', '{"ok":true}', { kind: 'sent', result: 'ok' }],
  ['an archived channel', '{"ok":false,"error":"is_archived"}', refused('is_archived')],
  ['an invalid token', '{"ok":false,"error":"invalid_auth"}', refused('invalid_auth')],
  ['too many', '{"ok":false,"error":"ratelimited"}', later('ratelimited')],
  ['no JSON', '<html>', later('unexpected answer')],
];
for (const [name, body, delivery] of bots) {
  test(`bot: ${name}`, () => assert.equal(botDelivery(reply(200, body), NOW_MS), delivery));
}

test('retries: 1 s, doubled, at most 5 min', () => {
  assert.equal([1, 2, 3, 9, 10, 1000].map(retryDelayMs), [1000, 2000, 4000, 256_000, 300_000, 300_000]);
});

test.run();
