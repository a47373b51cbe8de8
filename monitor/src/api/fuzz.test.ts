import { createConnection } from 'node:net';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TestApi } from './test-api.ts';

// Whatever comes, by the schema of each route or against it, is answered with something else than a failure.

type Schema = Readonly<Record<string, unknown>>;
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const LONE_SURROGATE = /\p{Surrogate}/gu;
const RUNS_PER_ROUTE = 10;
const UGLY = ['', '\0', 'a\0b', '\ud800', '../..', '%', "'; drop table targets --", 'é', '💥', '1e400', '-0', 'null'];

const api = await TestApi.start();
const headers = await api.tokenHeaders('admin');
const targetId = await api.addTarget('web');
const channel = { name: 'hook', kind: 'webhook', hookUrl: 'https://hook.example/1' };
const channelId = (await api.ask('/api/channels', { method: 'POST', headers, body: channel })).json.id;
const userId = await api.addUser('ann', 'viewer');
test.after(() => api.stop());

const text = fc.oneof(fc.constantFrom(...UGLY), fc.string({ unit: 'grapheme', maxLength: 300 }));
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-1, 0, 1, 9_007_199_254_740_991, 1e308));

/** Values that fit the schema, half of the time; else fields of it hold anything. */
function anyFor(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof(valid(schema, valid), wild(schema));
}

function wild(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 4, arbitrary: valid(schema, wild) }, { weight: 1, arbitrary: fc.anything() }, text, number);
}

type Fill = (schema: Schema, fill: Fill) => fc.Arbitrary<unknown>;

function valid(schema: Schema, fill: Fill): fc.Arbitrary<unknown> {
  const { type, anyOf, enum: words } = schema;
  if (Array.isArray(words)) return fc.constantFrom(...words);
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map(each => valid(each, fill)));
  if (type === 'object') return objectOf(schema, fill);
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'integer' || type === 'number') return integerOf(schema);
  return textOf(schema);
}

function integerOf({ minimum = 0, maximum = 1000 }: Schema): fc.Arbitrary<number> {
  return fc.integer({ min: Number(minimum), max: Math.min(Number(maximum), 2 ** 31 - 1) });
}

function textOf({ pattern, minLength = 0, maxLength = 100 }: Schema): fc.Arbitrary<string> {
  const length = { minLength: Number(minLength), maxLength: Number(maxLength) };
  if (typeof pattern !== 'string') return fc.oneof(fc.constant('https://a.example/b'), fc.string(length));
  return fc.stringMatching(new RegExp(pattern)).map(matching => matching.slice(0, length.maxLength));
}

function objectOf({ properties = {}, required = [] }: Schema, fill: Fill): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties as Record<string, Schema>);
  const values = Object.fromEntries(fields.map(([field, schema]) => [field, fill(schema, fill)]));
  return fc.record(values, { requiredKeys: required as string[] });
}

function pathOf({ path, operation }: Route): fc.Arbitrary<string> {
  const known: Record<string, string[]> = { id: [targetId, channelId, userId], targetId: [targetId], userId: ['ann'] };
  const parameters = operation.parameters ?? [];
  const parts = parameters.filter(each => each.in === 'path').map(({ name }) => name);
  const queries = parameters.filter(each => each.in === 'query');
  const filled = fc.tuple(
    ...parts.map(name =>
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...(known[name] ?? [''])) }, { weight: 1, arbitrary: text }),
    ),
  );
  const asked = fc.tuple(...queries.map(({ schema }) => fc.option(anyFor(schema), { nil: undefined })));
  return fc.tuple(filled, asked).map(([values, given]) => {
    const url = parts.reduce((whole, name, index) => whole.replace(`{${name}}`, escaped(values[index])), path);
    const pairs = queries.flatMap(({ name }, index) =>
      given[index] === undefined ? [] : [`${name}=${escaped(given[index])}`],
    );
    return pairs.length === 0 ? url : `${url}?${pairs.join('&')}`;
  });
}

/** A lone surrogate cannot be sent. */
function escaped(value: unknown): string {
  const plain =
    typeof value === 'object' ? (JSON.stringify(value) ?? '') : typeof value === 'symbol' ? '' : String(value);
  return encodeURIComponent(plain.replace(LONE_SURROGATE, ''));
}

function bodyOf({ operation }: Route): fc.Arbitrary<string | undefined> {
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (schema === undefined) return fc.option(fc.json(), { nil: undefined });
  const json = anyFor(schema).map(value => JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? 1 : each)));
  return fc.oneof(
    { weight: 8, arbitrary: json },
    { weight: 1, arbitrary: fc.constantFrom('', '{', '[]', '{"__proto__":1}', 'null') },
  );
}

async function routes(): Promise<Route[]> {
  const { json } = await api.ask('/docs/json');
  const all = Object.entries<Record<string, Operation>>(json.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const isLast = ({ method }: Route) => Number(method === 'DELETE'); // others need what these remove
  return all.sort((one, other) => isLast(one) - isLast(other));
}

for (const route of await routes()) {
  if (route.path === '/api/stream') continue; // has no end; it takes nothing but a header
  test(`fuzz: ${route.method} ${route.path}`, async () => {
    await fc.assert(
      fc.asyncProperty(pathOf(route), bodyOf(route), async (path, body) => {
        const hasBody = body !== undefined && route.method !== 'GET';
        const { status, text: answer } = await api.ask(path, {
          method: route.method,
          headers: { ...headers, 'if-match': '*', ...(hasBody && { 'content-type': 'application/json' }) },
          ...(hasBody && { body }),
        });
        assert.ok(status < 500, `${status} ${path} ${body}: ${answer}`);
      }),
      { numRuns: RUNS_PER_ROUTE, endOnFailure: true },
    );
  });
}

const RAW: [name: string, request: string][] = [
  ['a path that cannot be unescaped', 'GET /api/targets/%E0%A4%A HTTP/1.1\r\nhost: a\r\n\r\n'],
  ['a NUL in a path', 'GET /api/targets/%00 HTTP/1.1\r\nhost: a\r\n\r\n'],
  [
    'another type of body',
    'POST /api/login HTTP/1.1\r\nhost: a\r\ncontent-type: text/xml\r\ncontent-length: 1\r\n\r\n<',
  ],
  [
    'a body that is too large',
    `POST /api/login HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 99999\r\n\r\n`,
  ],
  ['a method nobody knows', 'PROPFIND /api/targets HTTP/1.1\r\nhost: a\r\n\r\n'],
  ['a path that is very long', `GET /${'a'.repeat(9000)} HTTP/1.1\r\nhost: a\r\n\r\n`],
];
for (const [name, request] of RAW) {
  test(`fuzz: ${name} is refused`, async () => {
    const line = await firstLine(request);
    assert.match(line, /^HTTP\/1\.1 4\d\d /, line);
  });
}

function firstLine(request: string): Promise<string> {
  const { hostname, port } = new URL(api.origin);
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: hostname, port: Number(port) }, () => socket.write(request));
    socket.once('error', reject);
    socket.once('data', data => {
      resolve(data.toString().split('\r\n', 1)[0] ?? '');
      socket.destroy();
    });
  });
}

test.run();
