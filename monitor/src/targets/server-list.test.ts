import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { MAX_LISTED_SERVERS, parseServerList } from './server-list.ts';

const good = { host_name: 'shop', host: 'shop.example', port: 443, type: 1 };
const many = Array.from({ length: MAX_LISTED_SERVERS + 1 }, (_, index) => ({ ...good, host_name: `shop-${index}` }));

test('server list: what is left out has a default, and unknown fields are left alone', () => {
  const full = {
    ...good,
    host_name: 'chat',
    type: 2,
    environment: 'LIVE',
    path: '/ws?x=1',
    secure: false,
    owner: 'ann',
  };
  assert.equal(parseServerList(JSON.stringify([good, full])), [
    { hostName: 'shop', host: 'shop.example', port: 443, type: 1, environment: 'UNKNOWN', path: '/', secure: null },
    { hostName: 'chat', host: 'shop.example', port: 443, type: 2, environment: 'LIVE', path: '/ws?x=1', secure: 0 },
  ]);
});

const refused: [name: string, body: unknown, says: RegExp][] = [
  ['an object', { servers: [good] }, /^the list must be a JSON list of servers, like \[/],
  ['nothing in it', [], /^the list has no servers: .* nothing is archived$/],
  ['too many', many, /^the list must have at most 2000 servers$/],
  ['a text in it', ['shop'], /^\[0\] must be an object with host_name, host, port and type$/],
  ['no name', [good, { ...good, host_name: undefined }], /^\[1\]\.host_name must be a text of 1 to 255 characters$/],
  ['an empty name', [{ ...good, host_name: '' }], /^\[0\]\.host_name must be a text/],
  ['a name of two lines', [{ ...good, host_name: 'a\nb' }], /^\[0\]\.host_name must be a text/],
  ['a URL as host', [{ ...good, host: 'http://a/' }], /^\[0\]\.host must be a name or an address/],
  ['a port as text', [{ ...good, port: '443' }], /^\[0\]\.port must be a whole number from 1 to 65535$/],
  ['port 0', [{ ...good, port: 0 }], /^\[0\]\.port must be a whole number/],
  ['port 65536', [{ ...good, port: 65536 }], /^\[0\]\.port must be a whole number/],
  ['type 5', [{ ...good, type: 5 }], /^\[0\]\.type must be 1 web, 2 chat/],
  ['a cluster member', [{ ...good, type: 9 }], /^\[0\]\.type must be .* named by their registry$/],
  ['a type by name', [{ ...good, type: 'web' }], /^\[0\]\.type must be a number: 1 web/],
  ['an environment of its own', [{ ...good, environment: 'PROD' }], /^\[0\]\.environment must be one of DEV, STAGE/],
  ['a path without slash', [{ ...good, path: 'x' }], /^\[0\]\.path must begin with \//],
  ['a name twice', [good, good], /^host_name "shop" is there twice: it must be unique$/],
  ['five mistakes', [{ ...good, port: 0, host: '' }, {}], /^\[0\]\.host .*; \[0\]\.port .*; \[1\].*; and 3 more$/],
];
for (const [name, body, says] of refused) {
  test(`server list refused: ${name}`, () => assert.match(String(parseServerList(JSON.stringify(body))), says));
}

test('server list refused: what is not JSON', () => {
  assert.is(parseServerList('<html>'), 'the list is not JSON: it begins with "<html>"');
  assert.match(String(parseServerList('[{"host_name": "sho')), /^the list is not JSON/);
});

test.run();
