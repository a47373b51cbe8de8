import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { insertTarget } from '../targets/target-fixtures.ts';
import { TestApi } from './test-api.ts';

// Every route of /docs/json is in this table: a route that is new, or that nobody has thought about, fails the test.
// What each of the five may do: anybody, then a session and a token of a viewer, then of an administrator.
type Access = 'open' | 'viewer' | 'session' | 'admin';

const ROUTES: Readonly<Record<string, Access>> = {
  'POST /api/login': 'open',
  'POST /api/logout': 'session',
  'GET /api/me': 'viewer',
  'POST /api/me/password': 'session',
  'GET /api/targets': 'viewer',
  'POST /api/targets': 'admin',
  'GET /api/targets/{id}': 'viewer',
  'PATCH /api/targets/{id}': 'admin',
  'DELETE /api/targets/{id}': 'admin',
  'POST /api/targets/{id}/pause': 'admin',
  'POST /api/targets/{id}/resume': 'admin',
  'POST /api/targets/{id}/restore': 'admin',
  'POST /api/targets/{id}/check': 'admin',
  'GET /api/targets/{id}/results': 'viewer',
  'GET /api/targets/{id}/rollups': 'viewer',
  'GET /api/targets/{id}/transitions': 'viewer',
  'GET /api/incidents': 'viewer',
  'GET /api/incidents/{id}': 'viewer',
  'GET /api/channels': 'viewer',
  'POST /api/channels': 'admin',
  'GET /api/channels/{id}': 'viewer',
  'PATCH /api/channels/{id}': 'admin',
  'DELETE /api/channels/{id}': 'admin',
  'POST /api/channels/{id}/test': 'admin',
  'GET /api/summary': 'viewer',
  'GET /api/cluster': 'viewer',
  'GET /api/cluster/players/{userId}': 'viewer',
  'POST /api/cluster/servers/{id}/drain': 'admin',
  'GET /api/stream': 'viewer',
  'GET /api/users': 'admin',
  'POST /api/users': 'admin',
  'PATCH /api/users/{id}': 'admin',
  'DELETE /api/users/{id}': 'admin',
  'GET /api/tokens': 'admin',
  'POST /api/tokens': 'admin',
  'DELETE /api/tokens/{id}': 'admin',
  'GET /api/audit': 'admin',
  'GET /api/settings': 'admin',
  'PATCH /api/settings': 'admin',
  'GET /api/public': 'viewer',
  'GET /badges/{targetId}/status.svg': 'viewer',
  'GET /badges/{targetId}/uptime.svg': 'viewer',
  'GET /livez': 'open',
  'GET /readyz': 'open',
  'GET /metrics': 'viewer',
};
const PUBLIC = ['GET /api/public', 'GET /badges/{targetId}/status.svg', 'GET /badges/{targetId}/uptime.svg'];

const api = await TestApi.start();
const publicApi = await TestApi.start({ publicPage: true });
test.after(async () => {
  await api.stop();
  await publicApi.stop();
});

async function routesOf(asked: TestApi): Promise<string[]> {
  const { json } = await asked.ask('/docs/json');
  const paths = Object.entries<object>(json.paths);
  return paths.flatMap(([path, methods]) => Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`));
}

/** `refused`: by the authorisation; anything else got past it. */
async function verdict(asked: TestApi, route: string, headers: Record<string, string>): Promise<string> {
  const [method = '', path = ''] = route.split(' ');
  const url = path.replace(/\{\w+\}/g, 'no-such-id');
  if (url === '/api/stream') {
    const abort = new AbortController();
    const { status } = await fetch(`${asked.origin}${url}`, { headers, signal: abort.signal });
    abort.abort();
    return status === 200 ? 'allowed' : String(status);
  }
  const { status, json } = await asked.ask(url, { method, headers });
  assert.ok(status < 500, `${route}: ${status}`);
  if (json?.code === 'NOT_LOGGED_IN') return '401';
  return ['NOT_ALLOWED', 'SESSION_NEEDED', 'FOREIGN_ORIGIN', 'BAD_CSRF_TOKEN'].includes(json?.code) ? '403' : 'allowed';
}

function expected(access: Access, who: string): string {
  if (access === 'open') return 'allowed';
  if (who === 'nobody') return '401';
  if (access === 'session') return who.endsWith('session') ? 'allowed' : '403';
  return access === 'viewer' || who.startsWith('admin') ? 'allowed' : '403';
}

test('access: the table has every route of the OpenAPI file, and no other', async () => {
  assert.equal((await routesOf(api)).sort(), Object.keys(ROUTES).sort());
});

test('access: every operation of the OpenAPI file has an id of its own', async () => {
  const { json } = await api.ask('/docs/json');
  assert.is(json.openapi, '3.1.0');
  const operations = Object.values<Record<string, { operationId: string }>>(json.paths).flatMap(Object.values);
  const ids = operations.map(({ operationId }) => operationId);
  assert.is(new Set(ids).size, operations.length);
  assert.ok(ids.includes('patchTargetsId'), `${ids}`);
});

test('access: every route for everybody', async () => {
  await api.addUser('ann', 'viewer');
  await api.addUser('bob', 'admin');
  const people: Record<string, () => Promise<Record<string, string>>> = {
    nobody: async () => ({}),
    'nobody with a made-up token': async () => ({ authorization: 'Bearer ghm_made-up' }),
    'viewer session': () => api.loginHeaders('ann'),
    'viewer token': () => api.tokenHeaders('viewer'),
    'admin session': () => api.loginHeaders('bob'),
    'admin token': () => api.tokenHeaders('admin'),
  };
  for (const [who, headersOf] of Object.entries(people)) {
    let headers = await headersOf();
    for (const route of await routesOf(api)) {
      const wanted = expected(ROUTES[route] ?? 'admin', who.split(' with')[0] ?? '');
      assert.is(await verdict(api, route, headers), wanted, `${who}: ${route}`);
      if (route === 'POST /api/logout' && wanted === 'allowed') headers = await headersOf();
    }
  }
});

test('access: the public page opens three routes to strangers, no more', async () => {
  const id = await publicApi.addTarget('web');
  for (const route of Object.keys(ROUTES)) {
    const open = PUBLIC.includes(route) || ROUTES[route] === 'open';
    assert.is(await verdict(publicApi, route, {}), open ? 'allowed' : '401', route);
  }
  const { json, text } = await publicApi.ask('/api/public');
  assert.equal(Object.keys(json.items[0]).sort(), ['host_name', 'since', 'standing']);
  assert.not(text.includes('10.0.0.1'));
  assert.is((await publicApi.ask(`/badges/${id}/status.svg`)).headers.get('content-type'), 'image/svg+xml');
});

test('access: paths that are no route are nothing, whatever they look like', async () => {
  for (const path of [
    '/api/nothing',
    '/api/targets/../users',
    '//api/users',
    '/docs/../api/users',
    '/%2e%2e/package.json',
  ]) {
    const { status } = await api.ask(path);
    assert.ok(status === 404 || status === 401, `${path}: ${status}`);
  }
});

test('public page: no address is shown, neither of who is named by it', async () => {
  const asked = await TestApi.start({ publicPage: true });
  const address = { host: '10.0.0.7', port: 9001, hostName: 'ws://10.0.0.7:9001/chat' };
  await insertTarget(asked.db, { id: 'abcdefgh', type: 2, origin: 'heartbeat', ...address });
  const [list, badge] = [await asked.ask('/api/public'), await asked.ask('/badges/abcdefgh/status.svg')];
  assert.is(list.json.items[0].host_name, 'chat server abcd');
  assert.match(badge.text, /chat server abcd/);
  assert.not(/10\.0\.0\.7|9001/.test(list.text + badge.text));
  await asked.stop();
});

test.run();
