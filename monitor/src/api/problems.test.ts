import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Asked, TestApi } from './test-api.ts';

const api = await TestApi.start();
const headers = await api.tokenHeaders('admin');
const json = { 'content-type': 'application/json' };
test.after(() => api.stop());

const REFUSED: [name: string, path: string, asked: Asked, status: number, code: string][] = [
  ['a path that is none', '/api/nothing', {}, 404, 'NOT_FOUND'],
  ['a row that is none', '/api/targets/none', { headers }, 404, 'NOT_FOUND'],
  ['a method the path does not know', '/api/targets', { method: 'PUT' }, 405, 'WRONG_METHOD'],
  ['a method a path with an id does not know', '/api/targets/none', { method: 'POST' }, 405, 'WRONG_METHOD'],
  ['a method a file does not know', '/', { method: 'POST' }, 405, 'WRONG_METHOD'],
  ['no JSON', '/api/targets', { method: 'POST', headers: { ...headers, ...json }, body: '{"a":' }, 400, 'BAD_REQUEST'],
  ['no body', '/api/targets', { method: 'POST', headers }, 400, 'BAD_REQUEST'],
  [
    'a body of another type',
    '/api/targets',
    { method: 'POST', headers: { ...headers, 'content-type': 'text/xml' }, body: '<a/>' },
    415,
    'NOT_JSON',
  ],
  [
    'a body that is too large',
    '/api/targets',
    { method: 'POST', headers: { ...headers, ...json }, body: JSON.stringify('a'.repeat(70_000)) },
    413,
    'TOO_LARGE',
  ],
  ['a query nobody knows', '/api/targets?colour=red', { headers }, 400, 'BAD_REQUEST'],
  ['nobody', '/api/targets', {}, 401, 'NOT_LOGGED_IN'],
];
for (const [name, path, asked, status, code] of REFUSED) {
  test(`problems: ${name} is answered with ${status} in problem+json`, async () => {
    const answer = await api.ask(path, asked);
    assert.is(answer.headers.get('content-type'), 'application/problem+json');
    const { title, detail, ...problem } = answer.json;
    assert.equal(problem, { type: 'about:blank', status, code });
    assert.is(answer.status, status);
    assert.ok(title.length > 0 && detail.length > 0);
  });
}

test('problems: who asks the wrong way learns the right ones', async () => {
  const { headers: said } = await api.ask('/api/targets/none', { method: 'PUT' });
  assert.is(said.get('allow'), 'DELETE, GET, HEAD, PATCH');
});

test.run();
