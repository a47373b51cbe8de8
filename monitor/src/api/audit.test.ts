import { Keys } from '@gatehouse/shared/cluster/keys';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ClusterView } from '../cluster/cluster-view.ts';
import { listAudit } from '../store/audit.ts';
import { type Asked, PASSWORD, TestApi } from './test-api.ts';

// Every write of /docs/json is in this table, with a request that succeeds: a route that is new fails the test until
// somebody has said how it is asked, and then until it leaves an entry. There are no exceptions: also what only asks for
// something (a check, a test message, a drain) has somebody who did it. What is refused changes nothing and leaves none.

/** A cluster without Redis in which every server drains. */
class DrainedCluster extends ClusterView {
  override async drain() {
    return 'default' as const;
  }
}

const cluster = new DrainedCluster({ redis: undefined, up: false }, new Keys({ namespace: 'test' }));
const api = await TestApi.start({ cluster });
const token = { ...(await api.tokenHeaders('admin')), 'if-match': '*' };
await api.addUser('ann', 'admin');
test.after(() => api.stop());

type Request = Asked & { readonly url: string };

let made = 0;
const newName = () => `name-${made++}`;
const idOf = async (url: string, body: object) =>
  (await api.ask(url, { method: 'POST', headers: token, body })).json.id as string;
const newTarget = () => ({ host_name: newName(), host: '10.0.0.1', port: 80, type: 6 });
const newChannel = () => ({ name: newName(), kind: 'webhook', hookUrl: 'https://hook.example/1' });
const newUser = () => ({ name: newName(), role: 'viewer', password: PASSWORD });
const newToken = () => ({ name: newName(), role: 'viewer' });
const ofTarget = async (action = ''): Promise<Request> => ({
  url: `/api/targets/${await idOf('/api/targets', newTarget())}${action}`,
});
const ofChannel = async (action = ''): Promise<Request> => ({
  url: `/api/channels/${await idOf('/api/channels', newChannel())}${action}`,
});
const ofUser = async (): Promise<Request> => ({ url: `/api/users/${await idOf('/api/users', newUser())}` });
const bySession = async () => ({ headers: await api.loginHeaders('ann') });

const WRITES: Readonly<Record<string, [action: string, request: () => Promise<Request>]>> = {
  'POST /api/login': [
    'login',
    async () => ({ url: '/api/login', headers: {}, body: { name: 'ann', password: PASSWORD } }),
  ],
  'POST /api/logout': ['logout', async () => ({ url: '/api/logout', ...(await bySession()) })],
  'POST /api/me/password': [
    'user.password',
    async () => ({
      ...{ url: '/api/me/password', ...(await bySession()) },
      body: { oldPassword: PASSWORD, newPassword: PASSWORD },
    }),
  ],
  'POST /api/targets': ['target.create', async () => ({ url: '/api/targets', body: newTarget() })],
  'PATCH /api/targets/{id}': ['target.update', async () => ({ ...(await ofTarget()), body: { port: 81 } })],
  'DELETE /api/targets/{id}': ['target.delete', () => ofTarget()],
  'POST /api/targets/{id}/pause': ['target.pause', () => ofTarget('/pause')],
  'POST /api/targets/{id}/resume': ['target.resume', () => ofTarget('/resume')],
  'POST /api/targets/{id}/restore': ['target.restore', () => ofTarget('/restore')],
  'POST /api/targets/{id}/check': ['target.check', () => ofTarget('/check')],
  'POST /api/channels': ['channel.create', async () => ({ url: '/api/channels', body: newChannel() })],
  'PATCH /api/channels/{id}': ['channel.update', async () => ({ ...(await ofChannel()), body: { enabled: false } })],
  'DELETE /api/channels/{id}': ['channel.delete', () => ofChannel()],
  'POST /api/channels/{id}/test': ['channel.test', () => ofChannel('/test')],
  'POST /api/cluster/servers/{id}/drain': ['server.drain', async () => ({ url: '/api/cluster/servers/g1/drain' })],
  'POST /api/users': ['user.create', async () => ({ url: '/api/users', body: newUser() })],
  'PATCH /api/users/{id}': ['user.role', async () => ({ ...(await ofUser()), body: { role: 'admin' } })],
  'DELETE /api/users/{id}': ['user.delete', ofUser],
  'POST /api/tokens': ['token.create', async () => ({ url: '/api/tokens', body: newToken() })],
  'DELETE /api/tokens/{id}': [
    'token.delete',
    async () => ({ url: `/api/tokens/${await idOf('/api/tokens', newToken())}` }),
  ],
  'PATCH /api/settings': ['settings.update', async () => ({ url: '/api/settings', body: { downAfter: 3 } })],
};

async function writesOfTheFile(): Promise<string[]> {
  const { json } = await api.ask('/docs/json');
  const paths = Object.entries<object>(json.paths);
  const all = paths.flatMap(([path, methods]) => Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`));
  return all.filter(route => !/^(GET|HEAD|OPTIONS) /.test(route));
}

/** `who: action` by the id of the entry. */
async function entries(): Promise<Map<string, string>> {
  const { items } = await listAudit(api.db, { offset: 0, limit: 1000 });
  return new Map(items.map(({ id, who, action }) => [id, `${who}: ${action}`]));
}

test('audit: the table has every write of the OpenAPI file, and no other', async () => {
  assert.equal((await writesOfTheFile()).sort(), Object.keys(WRITES).sort());
});

for (const [route, [action, request]] of Object.entries(WRITES)) {
  test(`audit: ${route} leaves an entry with its author`, async () => {
    const { url, ...asked } = await request();
    const before = await entries();
    const { status, text } = await api.ask(url, { method: route.split(' ', 1)[0] ?? '', headers: token, ...asked });
    assert.ok(status >= 200 && status < 300, `${status} ${text}`);
    const added = [...(await entries())].filter(([id]) => !before.has(id)).map(([, entry]) => entry);
    assert.equal(added, [`${'headers' in asked ? 'ann' : 'token a admin'}: ${action}`]);
  });
}

test.run();
