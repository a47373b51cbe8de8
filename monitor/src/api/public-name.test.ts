import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { publicName } from './public-name.ts';

const SHOP = { id: 'abcdefgh', hostName: 'shop', host: 'shop.internal', port: 80, type: 1, origin: 'hand' };

const CASES: [name: string, change: Partial<typeof SHOP>, shown: string][] = [
  ['a name', {}, 'shop'],
  ['a name of DNS', { hostName: 'shop.example' }, 'shop.example'],
  ['a member of the cluster', { hostName: 'gh:Game:1', origin: 'registry', type: 9 }, 'gh:Game:1'],
  ['a heartbeat', { hostName: 'chat.internal', origin: 'heartbeat', type: 2 }, 'chat server abcd'],
  ['an IPv4 address', { hostName: '10.0.0.1' }, 'web server abcd'],
  ['with a port', { hostName: 'shop 10.0.0.1:80' }, 'web server abcd'],
  ['an IPv6 address', { hostName: 'fd00::1' }, 'web server abcd'],
  ['with brackets', { hostName: '[fd00::1]:80' }, 'web server abcd'],
  ['host and port', { hostName: 'shop.internal:80' }, 'web server abcd'],
  ['a URL', { hostName: 'wss://shop/' }, 'web server abcd'],
];
for (const [name, change, shown] of CASES) {
  test(`public name: ${name}`, () => assert.is(publicName({ ...SHOP, ...change }), shown));
}

test.run();
