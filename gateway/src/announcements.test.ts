import { framePayload, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { messages } from '@gatehouse/shared/protocol/messages';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { MAX_ADMIN_BODY_BYTES } from './admin-body.ts';
import { AdminListener } from './admin-listener.ts';
import { Announcements } from './announcements.ts';
import type { GatewayMessage } from './gateway-messages.ts';

const TOKEN = 'a token of at least thirty-two bytes';
let hear: (message: GatewayMessage & { kind: 'announce' }) => void = () => {};
const sent: Uint8Array[] = [];
const announcements = new Announcements({
  bus: {
    on: (_kind, listener) => {
      hear = listener as typeof hear;
      return () => {};
    },
    broadcast: async message => {
      if (message.kind === 'announce') hear(message);
      return 2;
    },
  },
  sessions: { sendToAll: frame => void sent.push(frame) },
  nowMs: () => 1234.5,
});
const routes = [announcements.route];
const admin = new AdminListener({ host: '127.0.0.1', port: 0, token: TOKEN, routes, log: silentLog });

test.before(async () => {
  announcements.start();
  await admin.start();
});
test.before.each(() => {
  sent.length = 0;
});
test.after(() => admin.stop());

function post(body: string, token = TOKEN): Promise<Response> {
  const url = `http://127.0.0.1:${admin.port}/announcements`;
  return fetch(url, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body });
}

const cases: [name: string, body: string, status: number][] = [
  ['a text', '{"text":"maintenance at noon"}', 202],
  ['the longest text', JSON.stringify({ text: '📣'.repeat(500) }), 202],
  ['too long a text', JSON.stringify({ text: 'x'.repeat(501) }), 400],
  ['no text', '{}', 400],
  ['an empty text', '{"text":""}', 400],
  ['not a text', '{"text":7}', 400],
  ['half a character', '{"text":"\\ud83d"}', 400],
  ['nothing', '', 400],
  ['not JSON', '{"text', 400],
  ['too much', JSON.stringify({ text: 'x'.repeat(MAX_ADMIN_BODY_BYTES) }), 413],
];
for (const [name, body, status] of cases) {
  test(`announcements: ${name}: ${status}`, async () => {
    assert.is((await post(body)).status, status);
    assert.is(sent.length, status === 202 ? 1 : 0);
  });
}

test('announcements: every player gets the same frame; the answer says how many gateways heard', async () => {
  const response = await post('{"text":"hello all"}');
  assert.equal(await response.json(), { gateways: 2 });
  const [frame] = sent;
  assert.ok(frame);
  assert.is(frameType(frame), FRAME_TYPES.announcement);
  const { text, atMs } = messages.Announcement.decode(framePayload(frame));
  assert.equal([text, atMs], ['hello all', 1234]);
});

test('announcements: not without the token', async () => {
  assert.is((await post('{"text":"hi"}', 'wrong')).status, 401);
  assert.is(sent.length, 0);
});

test('announcements: not for a page in the browser of somebody who may', async () => {
  const url = `http://127.0.0.1:${admin.port}/announcements`;
  const headers = { authorization: `Bearer ${TOKEN}`, origin: 'https://elsewhere.example' };
  const response = await fetch(url, { method: 'POST', headers, body: '{"text":"hi"}' });
  assert.is(response.status, 403);
  assert.is(sent.length, 0);
});

test.run();
