import { systemClock } from '@gatehouse/shared/runtime/clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { SESSION_IDLE_MS, SESSION_LIFE_MS } from '../../store/sessions.ts';
import { PASSWORD, TestApi } from '../test-api.ts';

let laterMs = 0;
const clock = { ...systemClock, wallMs: () => systemClock.wallMs() + laterMs };
const api = await TestApi.start({ clock });

/** One API for all tests: to build it takes longer than most of them. */
test.before.each(async () => {
  laterMs = 0;
  for (const table of ['users', 'attempts', 'audit', 'channels'] as const) await api.db.deleteFrom(table).execute();
  await api.addUser('ann', 'viewer');
  await api.addUser('bob', 'admin');
});
test.after(() => api.stop());

const login = (name: string, password: string, headers: Record<string, string> = {}) =>
  api.ask('/api/login', { method: 'POST', headers, body: { name, password } });

const codeOf = async (path: string, asked: Parameters<TestApi['ask']>[1]) => (await api.ask(path, asked)).json?.code;

test('login: sets a cookie that scripts and other sites cannot use', async () => {
  const { status, headers, json } = await login('Ann', PASSWORD);
  assert.is(status, 200);
  assert.equal(json.user, { name: 'ann', role: 'viewer' });
  assert.match(
    headers.get('set-cookie') ?? '',
    /^gatehouse-monitor=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
  );
  const stored = await api.db.selectFrom('sessions').selectAll().execute();
  assert.not(JSON.stringify(stored).includes(headers.get('set-cookie')?.slice(18, 61) ?? ''));
});

test('login: off loopback the cookie goes over TLS only', async () => {
  const exposed = await TestApi.start({ secureCookies: true });
  await exposed.addUser('ann', 'viewer');
  const body = { name: 'ann', password: PASSWORD };
  const { headers } = await exposed.ask('/api/login', { method: 'POST', body });
  assert.match(headers.get('set-cookie') ?? '', /; Secure$/);
  await exposed.stop();
});

test('login: a name that no database could keep is refused before one is asked', async () => {
  for (const name of ['\0', 'a\0b', '\n']) assert.is((await login(name, PASSWORD)).status, 400);
});

test('login: a wrong name and a wrong password are refused alike', async () => {
  const [name, password] = [await login('nobody', PASSWORD), await login('ann', 'wrong')];
  assert.equal([name.status, name.json], [password.status, password.json]);
  assert.is(name.json.code, 'WRONG_PASSWORD');
  assert.match(name.headers.get('content-type') ?? '', /^application\/problem\+json/);
});

test('login: pages of other sites cannot log anybody in', async () => {
  assert.is((await login('ann', PASSWORD, { origin: 'https://evil.example' })).json.code, 'FOREIGN_ORIGIN');
});

test('lock-out: five wrong passwords lock the name, the right one too, for a while', async () => {
  for (let tries = 0; tries < 5; tries += 1) assert.is((await login('ann', 'wrong')).status, 401);
  const locked = await login('ann', PASSWORD);
  assert.is(locked.json.code, 'LOCKED_OUT');
  const retryAfterSeconds = Number(locked.headers.get('retry-after'));
  assert.ok(retryAfterSeconds > 20 && retryAfterSeconds <= 30, String(retryAfterSeconds));
  assert.is((await login('bob', PASSWORD)).status, 200, 'others may');
  laterMs = 31_000;
  assert.is((await login('ann', PASSWORD)).status, 200);
});

test('lock-out: many tries at once are not more than five', async () => {
  const tries = await Promise.all(Array.from({ length: 15 }, () => login('ann', 'wrong')));
  const looked = tries.filter(({ status }) => status === 401).length;
  assert.is(looked, 5);
});

test('lock-out: an address that tries many names is locked', async () => {
  for (let tries = 0; tries < 20; tries += 1) await login(`name-${tries}`, 'wrong');
  assert.is((await login('bob', PASSWORD)).json.code, 'LOCKED_OUT');
});

test('lock-out: a right password in between does not free the address', async () => {
  for (let tries = 0; tries < 20; tries += 1) {
    await login(`name-${tries}`, 'wrong');
    if (tries < 19) await login('bob', PASSWORD);
  }
  assert.is((await login('bob', PASSWORD)).json.code, 'LOCKED_OUT');
});

test('session: ends when nobody uses it, and at the end of its life whoever uses it', async () => {
  const idle = await api.loginHeaders('ann');
  laterMs = SESSION_IDLE_MS + 1000;
  assert.is(await codeOf('/api/me', { headers: idle }), 'NOT_LOGGED_IN');
  laterMs = 0;
  const used = await api.loginHeaders('ann');
  for (; laterMs < SESSION_LIFE_MS - SESSION_IDLE_MS; laterMs += SESSION_IDLE_MS - 1000) {
    assert.is((await api.ask('/api/me', { headers: used })).status, 200, `after ${laterMs} ms`);
  }
  laterMs = SESSION_LIFE_MS + 1000;
  assert.is(await codeOf('/api/me', { headers: used }), 'NOT_LOGGED_IN');
});

test('session: logging out ends it at the server', async () => {
  const headers = await api.loginHeaders('ann');
  assert.is((await api.ask('/api/logout', { method: 'POST', headers })).status, 200);
  assert.is(await codeOf('/api/me', { headers }), 'NOT_LOGGED_IN');
});

test('writes of a session need its CSRF token and an Origin of their own', async () => {
  const good = await api.loginHeaders('bob');
  const other = await api.loginHeaders('bob');
  const patch = (headers: Record<string, string | undefined>) => {
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    const asked = { method: 'PATCH', headers: given as Record<string, string>, body: { downAfter: 3 } };
    return codeOf('/api/settings', asked);
  };
  assert.is(await patch({ ...good, origin: undefined }), 'FOREIGN_ORIGIN');
  assert.is(await patch({ ...good, origin: 'https://evil.example' }), 'FOREIGN_ORIGIN');
  assert.is(await patch({ ...good, origin: 'null' }), 'FOREIGN_ORIGIN');
  assert.is(await patch({ ...good, 'x-csrf-token': undefined }), 'BAD_CSRF_TOKEN');
  assert.is(await patch({ ...good, 'x-csrf-token': other['x-csrf-token'] }), 'BAD_CSRF_TOKEN');
  assert.is(await codeOf('/api/targets', { headers: { ...good, origin: 'https://evil.example' } }), 'FOREIGN_ORIGIN');
  assert.is(await patch(good), undefined);
});

test('a token that is no good is not replaced by a cookie that is', async () => {
  const headers = { ...(await api.loginHeaders('bob')), authorization: 'Bearer ghm_no' };
  assert.is(await codeOf('/api/me', { headers }), 'NOT_LOGGED_IN');
});

test('a new password ends every other session', async () => {
  const [here, elsewhere] = [await api.loginHeaders('ann'), await api.loginHeaders('ann')];
  const change = (oldPassword: string, newPassword: string) =>
    api.ask('/api/me/password', { method: 'POST', headers: here, body: { oldPassword, newPassword } });
  assert.is((await change('wrong', 'a better password')).json.code, 'WRONG_CURRENT_PASSWORD');
  assert.is((await change(PASSWORD, 'short')).status, 400);
  assert.is((await change(PASSWORD, 'a better password')).status, 200);
  assert.is((await api.ask('/api/me', { headers: here })).status, 200);
  assert.is((await api.ask('/api/me', { headers: elsewhere })).status, 401);
  assert.is((await login('ann', PASSWORD)).status, 401);
  assert.is((await login('ann', 'a better password')).status, 200);
});

test('users: an administrator adds, changes and removes them; somebody remains', async () => {
  const headers = await api.loginHeaders('bob');
  const body = { name: 'Cid', role: 'admin', password: PASSWORD };
  const added = await api.ask('/api/users', { method: 'POST', headers, body });
  assert.equal([added.status, added.json.name], [201, 'cid']);
  assert.is(await codeOf('/api/users', { method: 'POST', headers, body: { ...body, name: 'CID' } }), 'DUPLICATE_NAME');
  const cid = await api.loginHeaders('cid');
  const path = `/api/users/${added.json.id}`;
  assert.is((await api.ask(path, { method: 'PATCH', headers, body: { role: 'viewer' } })).json.role, 'viewer');
  assert.is((await api.ask('/api/users', { headers: cid })).status, 401, 'he has to log in again');
  const { json } = await api.ask('/api/users', { headers });
  const bob = json.items.find(({ name }: { name: string }) => name === 'bob');
  assert.is(await codeOf(`/api/users/${bob.id}`, { method: 'DELETE', headers }), 'LAST_ADMIN');
  const demoted = { method: 'PATCH', headers, body: { role: 'viewer' } };
  assert.is(await codeOf(`/api/users/${bob.id}`, demoted), 'LAST_ADMIN');
  assert.is((await api.ask(path, { method: 'DELETE', headers })).status, 200);
  assert.is((await login('cid', PASSWORD)).status, 401);
});

test('tokens: shown once, end at their time, when revoked, and with their maker', async () => {
  const headers = await api.loginHeaders('bob');
  const make = async (name: string, expiresAt: number | null) => {
    const { json } = await api.ask('/api/tokens', {
      method: 'POST',
      headers,
      body: { name, role: 'viewer', expiresAt },
    });
    return { id: json.id as string, bearer: { authorization: `Bearer ${json.token}` } };
  };
  const [short, long] = [await make('short', Date.now() + 60_000), await make('long', null)];
  const list = await api.ask('/api/tokens', { headers });
  assert.not(/ghm_|hash/.test(list.text));
  assert.is((await api.ask('/api/me', { headers: short.bearer })).json.user.name, 'short');
  laterMs = 61_000;
  assert.is((await api.ask('/api/me', { headers: short.bearer })).status, 401);
  assert.is((await api.ask('/api/me', { headers: long.bearer })).status, 200);
  assert.is((await api.ask(`/api/tokens/${long.id}`, { method: 'DELETE', headers })).status, 200);
  assert.is((await api.ask('/api/me', { headers: long.bearer })).status, 401);
});

test('tokens: none allows more than its owner may now, nor outlives him, whoever has made it', async () => {
  const headers = await api.loginHeaders('bob');
  const body = { name: 'Cid', role: 'admin', password: PASSWORD };
  const { json: cid } = await api.ask('/api/users', { method: 'POST', headers, body });
  const make = async (maker: Record<string, string>, name: string) => {
    const { json } = await api.ask('/api/tokens', { method: 'POST', headers: maker, body: { name, role: 'admin' } });
    return { authorization: `Bearer ${json.token}` };
  };
  const first = await make(await api.loginHeaders('cid'), 'first');
  const tokens = [first, await make(first, 'second')];
  const statusesOf = (path: string) =>
    Promise.all(tokens.map(async bearer => (await api.ask(path, { headers: bearer })).status));
  assert.equal(await statusesOf('/api/users'), [200, 200]);
  await api.ask(`/api/users/${cid.id}`, { method: 'PATCH', headers, body: { role: 'viewer' } });
  assert.equal(await statusesOf('/api/users'), [403, 403]);
  assert.equal(await statusesOf('/api/targets'), [200, 200]);
  const { json } = await api.ask('/api/tokens', { headers });
  assert.equal(json.items.map(({ role, createdBy }: Record<string, string>) => `${role} by ${createdBy}`).sort(), [
    'viewer by cid',
    'viewer by token first',
  ]);
  await api.ask(`/api/users/${cid.id}`, { method: 'DELETE', headers });
  assert.equal(await statusesOf('/api/targets'), [401, 401]);
});

test('audit: says who has done what, and no secret', async () => {
  const headers = await api.loginHeaders('bob');
  const user = { name: 'dan', role: 'viewer', password: 'the-secret-password' };
  await api.ask('/api/users', { method: 'POST', headers, body: user });
  const token = await api.ask('/api/tokens', { method: 'POST', headers, body: { name: 'ci', role: 'viewer' } });
  const hook = { name: 'ops', kind: 'webhook', hookUrl: 'https://hook.example/the-secret-hook' };
  const channel = await api.ask('/api/channels', { method: 'POST', headers, body: hook });
  assert.is(channel.status, 201);
  const { json, text } = await api.ask('/api/audit?limit=10', { headers });
  const done = json.items.map(({ who, action, what }: Record<string, string>) => `${who} ${action} ${what}`);
  assert.equal(done.slice().sort(), [
    'bob channel.create ops',
    'bob login bob',
    'bob token.create ci',
    'bob user.create dan',
  ]);
  assert.not(/the-secret|scrypt|sealed/.test(text + channel.text));
  assert.not(text.includes(token.json.token.slice(4)));
});

test.run();
