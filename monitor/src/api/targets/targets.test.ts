import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { transact } from '../../store/database.ts';
import { readSettings } from '../../store/settings.ts';
import { insertTarget } from '../../store/targets.ts';
import { judge } from '../../targets/judge.ts';
import { TestApi } from '../test-api.ts';

const api = await TestApi.start();
const admin = await api.tokenHeaders('admin');
test.after(() => api.stop());
test.before.each(async () => {
  await api.db.deleteFrom('targets').execute();
});

const WEB = { host_name: 'web', host: '10.0.0.1', port: 80, type: 1 };

const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  api.ask(path, { method, headers: { ...admin, ...headers }, ...(body !== undefined && { body }) });

test('targets: what is added is shown with its defaults, its type by name', async () => {
  const { status, json, headers } = await ask('POST', '/api/targets', WEB);
  assert.is(status, 201);
  assert.is(headers.get('etag'), '"1"');
  const { id, created_at, updated_at, standing, ...shown } = json;
  assert.is(created_at, updated_at);
  assert.is(standing.standing, 'UNKNOWN');
  assert.equal(shown, {
    ...WEB,
    ...{ typeName: 'web', path: '/', secure: null, environment: 'UNKNOWN', notification: true, paused: false },
    ...{ intervalMs: null, timeoutMs: null, downAfter: null, upAfter: null, slowMs: null },
    ...{
      dependsOn: null,
      origin: 'hand',
      archivedAt: null,
      version: 1,
      recent: [],
      uptime: { day: null, month: null },
    },
  });
  assert.equal((await ask('GET', `/api/targets/${id}`)).json, json);
});

const REFUSED: [name: string, change: object, status: number, code: string][] = [
  ['a type nobody knows', { type: 5 }, 400, 'BAD_TARGET'],
  ['an address that is never checked', { host: '169.254.169.254' }, 400, 'BAD_TARGET'],
  ['behind a target that is not there', { dependsOn: 'nobody' }, 400, 'BAD_TARGET'],
  ['a timeout as long as the interval', { intervalMs: 5000, timeoutMs: 5000 }, 400, 'BAD_TARGET'],
  ['a type far from any', { type: 42 }, 400, 'BAD_TARGET'],
  ['a member of the cluster', { type: 7 }, 400, 'BAD_TARGET'],
  ['a port that is none', { port: 65_536 }, 400, 'BAD_REQUEST'],
  ['a number as text', { port: '80' }, 400, 'BAD_REQUEST'],
  ['no name', { host_name: '' }, 400, 'BAD_REQUEST'],
  ['a name of spaces', { host_name: ' ' }, 400, 'BAD_REQUEST'],
  ['a name that is too long', { host_name: 'a'.repeat(256) }, 400, 'BAD_REQUEST'],
  ['a NUL', { host_name: 'a\0b' }, 400, 'BAD_REQUEST'],
  ['a URL as host', { host: 'http://a' }, 400, 'BAD_REQUEST'],
  ['a field nobody knows', { colour: 'red' }, 400, 'BAD_REQUEST'],
];
for (const [name, change, status, code] of REFUSED) {
  test(`targets: ${name} is refused`, async () => {
    const answer = await ask('POST', '/api/targets', { ...WEB, ...change });
    assert.equal([answer.status, answer.json.code], [status, code], answer.text);
  });
}

test('targets: who gives another type learns which there are', async () => {
  const { json } = await ask('POST', '/api/targets', { ...WEB, type: 5 });
  assert.match(json.detail, /^type 5 is not known; it must be one of 1 web, 2 chat, .*9 game$/);
});

test('targets: who adds a member of the cluster learns that it comes by itself', async () => {
  const { json } = await ask('POST', '/api/targets', { ...WEB, type: 9 });
  assert.match(json.detail, /^type 9 is a game: members of the cluster come from its registry by themselves/);
  const id = await api.addTarget('web');
  const changed = await ask('PATCH', `/api/targets/${id}`, { type: 8 }, { 'if-match': '*' });
  assert.equal([changed.status, changed.json.code], [400, 'BAD_TARGET']);
});

test('targets: of another type nothing is known yet, and what was is over', async () => {
  const id = await api.addTarget('web');
  const failed = { targetId: id, atMs: 1, observation: { kind: 'failed', error: 'refused' } } as const;
  const rules = { ...(await readSettings(api.db)), downAfter: 1 };
  await transact(api.db, write => judge(write, failed, rules));
  const patch = (body: object) => ask('PATCH', `/api/targets/${id}`, body, { 'if-match': '*' });
  assert.is((await patch({ type: 6, port: 81 })).json.standing.standing, 'DOWN');
  const { standing } = (await patch({ type: 2 })).json;
  assert.equal([standing.standing, standing.incidentId], ['UNKNOWN', null]);
  const incidents = await api.db.selectFrom('incidents').select('closedAt').where('targetId', '=', id).execute();
  assert.is(incidents.length, 1);
  assert.ok(incidents.every(({ closedAt }) => closedAt !== null));
  assert.is((await patch({ paused: true })).json.standing.standing, 'PAUSED');
  assert.is((await patch({ type: 6 })).json.standing.standing, 'PAUSED', 'paused it stays');
});

test('targets: a host_name is there once', async () => {
  const [one, other] = await Promise.all([ask('POST', '/api/targets', WEB), ask('POST', '/api/targets', WEB)]);
  assert.equal([one.status, other.status].sort(), [201, 409]);
  const { json } = await ask('POST', '/api/targets', { ...WEB, host_name: 'other' });
  const renamed = await ask('PATCH', `/api/targets/${json.id}`, { host_name: 'web' }, { 'if-match': '*' });
  assert.equal([renamed.status, renamed.json.code], [409, 'DUPLICATE_HOST_NAME']);
});

test('targets: who changes or removes one says which version', async () => {
  const id = await api.addTarget('web');
  const path = `/api/targets/${id}`;
  assert.is((await ask('PATCH', path, { port: 81 })).json.code, 'VERSION_NEEDED');
  assert.is((await ask('DELETE', path)).status, 428);
  const changed = await ask('PATCH', path, { port: 81 }, { 'if-match': '"1"' });
  assert.equal([changed.status, changed.json.port, changed.headers.get('etag')], [200, 81, '"2"']);
  const stale = await ask('PATCH', path, { port: 82 }, { 'if-match': '"1"' });
  assert.equal([stale.status, stale.json.code], [412, 'STALE']);
  assert.is((await ask('DELETE', path, undefined, { 'if-match': '"1"' })).status, 412);
  assert.is((await ask('DELETE', path, undefined, { 'if-match': '"2"' })).status, 200);
  assert.is((await ask('GET', path)).status, 404);
});

test('targets: of two changes at once by the same version, one is refused', async () => {
  const id = await api.addTarget('web');
  const change = (port: number) => ask('PATCH', `/api/targets/${id}`, { port }, { 'if-match': '"1"' });
  const answers = await Promise.all([change(1), change(2), change(3)]);
  assert.equal(answers.map(({ status }) => status).sort(), [200, 412, 412]);
});

test('targets: what an operator sets on one of a source is remembered; deleted, it stays away until it is restored', async () => {
  const named = { hostName: 'gh:Game:1', host: '10.0.0.2', port: 1, type: 9, path: '/', environment: 'DEV' } as const;
  const id = await transact(api.db, write => insertTarget(write, { ...named, origin: 'registry' }, 1));
  await ask('PATCH', `/api/targets/${id}`, { environment: 'LIVE', notification: false }, { 'if-match': '*' });
  const edited = await api.db.selectFrom('targets').select('edited').where('id', '=', id).executeTakeFirstOrThrow();
  assert.equal(JSON.parse(edited.edited).sort(), ['environment', 'notification']);
  await ask('DELETE', `/api/targets/${id}`, undefined, { 'if-match': '*' });
  assert.is((await ask('GET', '/api/targets')).json.total, 0);
  const archived = (await ask('GET', '/api/targets?archived=true')).json.items;
  assert.equal(
    archived.map((target: { id: string }) => target.id),
    [id],
  );
  assert.is((await ask('POST', `/api/targets/${id}/restore`)).json.archivedAt, null);
  assert.is((await ask('GET', '/api/targets')).json.total, 1);
});

const SAID_BY_SOURCES: [origin: 'registry' | 'heartbeat' | 'list' | 'hand', change: object, status: number][] = [
  ['registry', { host_name: 'other' }, 409],
  ['registry', { host: '10.0.0.9' }, 409],
  ['registry', { port: 9 }, 409],
  ['registry', { type: 8, environment: 'LIVE' }, 409],
  ['registry', { host_name: 'named', host: '10.0.0.2', port: 1, type: 9, environment: 'LIVE' }, 200],
  ['heartbeat', { host_name: 'other' }, 409],
  ['heartbeat', { host: '10.0.0.9', port: 9 }, 200],
  ['list', { host_name: 'other' }, 409],
  ['list', { host: '10.0.0.9', port: 9 }, 200],
  ['hand', { host_name: 'other' }, 200],
];
for (const [origin, change, status] of SAID_BY_SOURCES) {
  test(`targets: ${JSON.stringify(change)} of one from ${origin} is answered with ${status}`, async () => {
    const named = { hostName: 'named', host: '10.0.0.2', port: 1, type: 9, path: '/', environment: 'DEV' } as const;
    const id = await transact(api.db, write => insertTarget(write, { ...named, origin }, 1));
    const { json, ...answer } = await ask('PATCH', `/api/targets/${id}`, change, { 'if-match': '*' });
    assert.is(answer.status, status, answer.text);
    const row = await api.db.selectFrom('targets').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    if (status === 409) {
      assert.is(json.code, 'OF_ITS_SOURCE');
      assert.match(json.detail, /is what the .* says of this target; change it there, or add one by hand$/);
      assert.equal(
        [row.hostName, row.host, row.port, row.environment, row.edited],
        ['named', '10.0.0.2', 1, 'DEV', '[]'],
      );
    }
    if (origin === 'registry' && status === 200)
      assert.is(row.edited, '["environment"]', 'the rest follows its source on');
  });
}

test('targets: paused and resumed, with what follows from it', async () => {
  const id = await api.addTarget('web');
  const paused = await ask('POST', `/api/targets/${id}/pause`);
  assert.equal([paused.json.paused, paused.json.standing.standing], [true, 'PAUSED']);
  assert.is((await ask('POST', `/api/targets/${id}/pause`)).json.version, 2, 'again changes nothing');
  const resumed = await ask('PATCH', `/api/targets/${id}`, { paused: false }, { 'if-match': '*' });
  assert.equal([resumed.json.paused, resumed.json.standing.standing], [false, 'UNKNOWN']);
  const { json } = await ask('GET', `/api/targets/${id}/transitions`);
  assert.equal(json.items.map(({ to }: { to: string }) => to).sort(), ['PAUSED', 'UNKNOWN']);
});

test('targets: a check now is asked for', async () => {
  const id = await api.addTarget('web');
  assert.is((await ask('POST', `/api/targets/${id}/check`)).status, 202);
  assert.ok(api.done.includes(`check ${id}`));
});

test('targets: lists are filtered, failing ones first, and cut into pages', async () => {
  for (const host_name of ['alpha', 'beta', '100%', 'gamma']) await ask('POST', '/api/targets', { ...WEB, host_name });
  const beta = api.db.selectFrom('targets').select('id').where('hostName', '=', 'beta');
  await api.db.updateTable('standings').set({ standing: 'DOWN' }).where('targetId', 'in', beta).execute();
  const names = async (query: string) => {
    const { json } = await ask('GET', `/api/targets?${query}`);
    return [json.total, ...json.items.map((target: { host_name: string }) => target.host_name)];
  };
  assert.equal(await names(''), [4, 'beta', '100%', 'alpha', 'gamma']);
  assert.equal(await names('limit=2&offset=1'), [4, '100%', 'alpha']);
  assert.equal(await names('text=ALP'), [1, 'alpha']);
  assert.equal(await names('text=%25'), [1, '100%']);
  assert.equal(await names('standing=DOWN'), [1, 'beta']);
  assert.equal(await names('type=6'), [0]);
  assert.equal(await names('environment=UNKNOWN&standing=UNKNOWN&text=a'), [2, 'alpha', 'gamma']);
  assert.is((await ask('GET', '/api/targets?limit=1000')).status, 400);
  assert.is((await ask('GET', '/api/targets?colour=red')).status, 400);
});

test('targets: one may stand behind another, never behind itself', async () => {
  const [proxy, shop] = [await api.addTarget('proxy'), await api.addTarget('shop')];
  const put = (id: string, dependsOn: string | null) =>
    ask('PATCH', `/api/targets/${id}`, { dependsOn }, { 'if-match': '*' });
  assert.is((await put(shop, proxy)).json.dependsOn, proxy);
  assert.is((await put(proxy, shop)).json.code, 'BAD_TARGET');
  assert.is((await put(shop, shop)).json.code, 'BAD_TARGET');
  const added = await ask('POST', '/api/targets', { ...WEB, dependsOn: shop });
  assert.equal([added.status, added.json.dependsOn], [201, shop]);
  assert.is((await put(shop, null)).json.dependsOn, null);
  const newest = api.db.selectFrom('changes').select('id').orderBy('seq', 'desc');
  assert.is((await ask('DELETE', `/api/targets/${shop}`, undefined, { 'if-match': '*' })).status, 200);
  assert.is((await newest.executeTakeFirst())?.id, added.json.id);
  assert.is((await ask('GET', `/api/targets/${added.json.id}`)).json.dependsOn, null);
});

test('targets: shown with the newest 50 results and the uptime of a day and a month', async () => {
  const id = await api.addTarget('web');
  const HOUR_MS = 3_600_000;
  const now = Date.now();
  const beats = Array.from(
    { length: 60 },
    (_, at) => ({ targetId: id, at, ok: 1, standing: 'UP', phases: '{}' }) as const,
  );
  await api.db.insertInto('results').values(beats).execute();
  const sums = { targetId: id, latencySumMs: 0, latencyMaxMs: 0 };
  const rollups = [
    { ...sums, span: 'hour', start: now - HOUR_MS, up: 3, down: 1 },
    { ...sums, span: 'hour', start: now - 30 * HOUR_MS, up: 0, down: 100 },
    { ...sums, span: 'day', start: now - 48 * HOUR_MS, up: 1, down: 1 },
  ] as const;
  await api.db
    .insertInto('rollups')
    .values([...rollups])
    .execute();
  const { json } = await ask('GET', `/api/targets/${id}`);
  assert.equal([json.recent.length, json.recent[0].at, json.recent[49].at], [50, 10, 59]);
  assert.equal(json.uptime, { day: 0.75, month: 0.5 });
});

test.run();
