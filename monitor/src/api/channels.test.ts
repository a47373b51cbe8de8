import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TestApi } from './test-api.ts';

const api = await TestApi.start();
const admin = await api.tokenHeaders('admin');
test.after(() => api.stop());

const HOOK = { name: 'ops', kind: 'webhook', hookUrl: 'https://hook.example/abcd' };
const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  api.ask(path, { method, headers: { ...admin, ...headers }, ...(body !== undefined && { body }) });

test('channels: the hook goes in, sealed, and never comes out', async () => {
  const made = await ask('POST', '/api/channels', HOOK);
  assert.equal([made.status, made.json.masked, made.json.enabled], [201, '…/••••abcd', true]);
  const list = await ask('GET', '/api/channels');
  assert.not(/hook\.example|sealed|secret/.test(made.text + list.text));
  const row = await api.db.selectFrom('channels').select('secret').executeTakeFirstOrThrow();
  assert.match(row.secret, /^sealed\(/);
});

test('channels: a change needs the version; it clears what had stopped the channel', async () => {
  const { json } = await ask('POST', '/api/channels', { ...HOOK, name: 'failing' });
  await api.db.updateTable('channels').set({ failure: 'no_service' }).where('id', '=', json.id).execute();
  const path = `/api/channels/${json.id}`;
  assert.is((await ask('PATCH', path, { enabled: false })).status, 428);
  assert.is((await ask('PATCH', path, { enabled: false }, { 'if-match': '"7"' })).status, 412);
  const changed = await ask('PATCH', path, { enabled: false }, { 'if-match': '"1"' });
  assert.equal([changed.json.enabled, changed.json.failure, changed.json.version], [false, null, 2]);
  assert.is((await ask('PATCH', path, { name: 'ops' }, { 'if-match': '*' })).json.code, 'DUPLICATE_NAME');
  assert.is((await ask('DELETE', path)).status, 428);
  assert.is((await ask('DELETE', path, undefined, { 'if-match': '"2"' })).status, 200);
});

const REFUSED: [name: string, body: object][] = [
  ['a hook that must not be called', { ...HOOK, hookUrl: 'http://10.0.0.1/' }],
  ['a webhook without a hook', { name: 'a', kind: 'webhook' }],
  ['a webhook with a token', { name: 'a', kind: 'webhook', token: 'xoxb-1' }],
  ['a webhook with an address', { ...HOOK, address: 'C0123' }],
  ['a bot without a token', { name: 'a', kind: 'slack-bot', address: 'C0123' }],
  ['a bot without an address', { name: 'a', kind: 'slack-bot', token: 'xoxb-1' }],
  ['a bot with a hook', { ...HOOK, kind: 'slack-bot', token: 'xoxb-1', address: 'C0123' }],
];
for (const [name, body] of REFUSED) {
  test(`channels: ${name} is refused`, async () => {
    const { status, json } = await ask('POST', '/api/channels', body);
    assert.equal([status, json.code], [400, 'BAD_CHANNEL']);
  });
}

test('channels: a test message is sent at once and its result shown', async () => {
  const { json } = await ask('POST', '/api/channels', { ...HOOK, name: 'tested' });
  assert.equal((await ask('POST', `/api/channels/${json.id}/test`)).json, { ok: true, result: 'ok' });
});

test.run();
