import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseRedisUrl, type RedisSource } from './redis-source.ts';

const none = { database: 0, login: {}, sentinelLogin: {} };
const READABLE: [name: string, url: string, source: RedisSource][] = [
  ['one Redis', 'redis://u:p@db:6379/1', { kind: 'one', url: 'redis://u:p@db:6379/1' }],
  ['one Redis over TLS', 'rediss://db', { kind: 'one', url: 'rediss://db' }],
  [
    'three sentinels',
    'redis+sentinel://a:1,b:2,c:3/mymaster',
    { kind: 'sentinels', sentinels: [at('a', 1), at('b', 2), at('c', 3)], master: 'mymaster', ...none },
  ],
  [
    'ports left out, IPv6, a slash at the end',
    'redis+sentinel://10.0.0.1,[fd00::1],[::1]:5/gate.house-1/',
    {
      kind: 'sentinels',
      sentinels: [at('10.0.0.1', 26379), at('fd00::1', 26379), at('::1', 5)],
      master: 'gate.house-1',
      ...none,
    },
  ],
  [
    'user, password with signs, database',
    'redis+sentinel://worker:p%40s%2Fs:x@a/m/2',
    {
      kind: 'sentinels',
      sentinels: [at('a', 26379)],
      master: 'm',
      database: 2,
      login: { username: 'worker', password: 'p@s/s:x' },
      sentinelLogin: {},
    },
  ],
  [
    'a password alone, and logins of the sentinels',
    'redis+sentinel://:secret@a/m?sentinel_username=watch&sentinel_password=a%2B+b',
    {
      kind: 'sentinels',
      sentinels: [at('a', 26379)],
      master: 'm',
      database: 0,
      login: { password: 'secret' },
      sentinelLogin: { username: 'watch', password: 'a++b' },
    },
  ],
];
for (const [name, url, source] of READABLE) {
  test(`Redis URL: ${name}`, () => assert.equal(parseRedisUrl(url), source));
}

const WRONG: [name: string, url: string, must: RegExp][] = [
  ['another scheme', 'http://user:hunter2@host', /^must be a URL like redis:/],
  ['a slash too few', 'redis:/default:hunter2@db', /^must be a URL like redis:/],
  ['a space', 'redis+sentinel://a:1, b:2/hunter2', /^must be a URL like redis:/],
  ['no master name', 'redis+sentinel://:hunter2@a:1,b:2', /^must be like redis\+sentinel:.*\/mymaster/],
  ['a bare slash in the password', 'redis+sentinel://:hunter2/x@a:1/m', /%2F/],
  ['a bare percent in the password', 'redis+sentinel://:hunter2%@a:1/m', /%25/],
  ['a user without password', 'redis+sentinel://hunter2@a:1/m', /^must have user:password or :password/],
  ['a port that is none', 'redis+sentinel://a:65536/m', /^must list its sentinels/],
  ['an empty place in the list', 'redis+sentinel://a:1,,b:2/m', /^must list its sentinels/],
  ['a database that is no number', 'redis+sentinel://a:1/m/hunter2', /^must be like redis\+sentinel/],
  ['an unknown parameter', 'redis+sentinel://a:1/m?sentinelPassword=hunter2', /^may have sentinel_username and/],
  ['TLS', 'rediss+sentinel://:hunter2@a:1/m', /^must not ask for TLS/],
];
for (const [name, url, must] of WRONG) {
  test(`Redis URL: ${name} is refused, and shows nothing of it`, () => {
    const source = parseRedisUrl(url);
    assert.is(source.kind, 'wrong');
    assert.match(source.kind === 'wrong' ? source.must : '', must);
    assert.not.match(JSON.stringify(source), 'hunter2');
  });
}

function at(host: string, port: number) {
  return { host, port };
}

test.run();
