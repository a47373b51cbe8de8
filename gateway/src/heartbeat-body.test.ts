import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseHeartbeat } from './heartbeat-body.ts';

const good = { address: '10.0.0.5:9001', connectionCount: 3, heartBeatTime: '2026-11-21 10:00:00' };

const accepted: [name: string, body: object, changed: object][] = [
  ['a time without zone', {}, {}],
  ['a time with zone', { heartBeatTime: '2026-11-21T10:00:00+01:00' }, { heartBeatTime: '2026-11-21T10:00:00+01:00' }],
  ['a time that is none', { heartBeatTime: 'noon' }, { heartBeatTime: 'noon' }],
  ['milliseconds', { heartBeatTime: 1_795_000_000_000 }, { heartBeatTime: '1795000000000' }],
  ['no time', { heartBeatTime: undefined }, { heartBeatTime: '' }],
  ['a URL', { address: 'wss://chat.example/room?x=1' }, { address: 'wss://chat.example/room?x=1' }],
  ['IPv6', { address: '[::1]:9001' }, { address: '[::1]:9001' }],
  ['an incarnation', { incarnation: 'a-1' }, { incarnation: 'a-1' }],
  ['a field that nobody knows', { region: 'eu' }, {}],
];
for (const [name, body, changed] of accepted) {
  test(`heartbeat: ${name}`, () => assert.equal(parseHeartbeat({ ...good, ...body }), { ...good, ...changed }));
}

const refused: [name: string, body: unknown, says: RegExp][] = [
  ['nothing', undefined, /send/],
  ['a list', [good], /send/],
  ['no address', { ...good, address: undefined }, /address/],
  ['an empty address', { ...good, address: '' }, /address/],
  ['an address with a space', { ...good, address: 'a b:1' }, /address/],
  ['an address with braces', { ...good, address: '{other}:1' }, /address/],
  ['an address of 256 characters', { ...good, address: 'a'.repeat(256) }, /address/],
  ['another kind of URL', { ...good, address: 'file:///etc/passwd' }, /address/],
  ['no count', { ...good, connectionCount: undefined }, /connectionCount/],
  ['a count as text', { ...good, connectionCount: '3' }, /connectionCount/],
  ['fewer than no connections', { ...good, connectionCount: -1 }, /connectionCount/],
  ['half a connection', { ...good, connectionCount: 0.5 }, /connectionCount/],
  ['too many to be true', { ...good, connectionCount: 1e12 }, /connectionCount/],
  ['a time of 65 characters', { ...good, heartBeatTime: 'x'.repeat(65) }, /heartBeatTime/],
  ['a time with a line break', { ...good, heartBeatTime: 'a\nb' }, /heartBeatTime/],
  ['a time that is an object', { ...good, heartBeatTime: {} }, /heartBeatTime/],
  ['an incarnation with spaces', { ...good, incarnation: 'a b' }, /incarnation/],
];
for (const [name, body, says] of refused) {
  test(`heartbeat: ${name} is refused`, () => assert.match(String(parseHeartbeat(body)), says));
}

test.run();
