import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { newInviteCode, readInviteCode } from './invite-code.ts';
import { hashPassword, isPassword } from './password.ts';
import { RateLimit } from './rate-limit.ts';
import { checkMetadata, checkName, checkOptions, checkSettings, readBan } from './settings-request.ts';

const codes: [typed: string, read: string | undefined][] = [
  ['abcd2345', 'abcd2345'],
  ['ABCD-2345', 'abcd2345'],
  [' ab cd 23 45 ', 'abcd2345'],
  ['OLIK-klab', '011kk1ab'],
  ['abcd234', undefined],
  ['abcd23456', undefined],
  ['abcd234!', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
];
for (const [typed, read] of codes) {
  test(`invite code: '${typed.slice(0, 20)}' is ${read}`, () => assert.is(readInviteCode(typed), read));
}

test('invite code: the same for a repeated command, another one for another command, session or try', () => {
  const command = { sessionId: 's', seq: 1 };
  const code = newInviteCode(command, 0);
  assert.is(readInviteCode(code), code);
  assert.is(newInviteCode(command, 0), code);
  const others = [
    newInviteCode(command, 1),
    newInviteCode({ ...command, seq: 2 }, 0),
    newInviteCode({ sessionId: 't', seq: 1 }, 0),
  ];
  assert.is(new Set([code, ...others]).size, 4);
});

test('password: stored as salt and hash, never as itself, and another each time', async () => {
  const stored = await hashPassword('sesame ☂');
  assert.match(stored, /^scrypt [\w-]{22} [\w-]{43}$/);
  assert.is.not(await hashPassword('sesame ☂'), stored);
  assert.ok(await isPassword('sesame ☂', stored));
  assert.not(await isPassword('Sesame ☂', stored));
  assert.not(await isPassword('', stored));
  assert.not(await isPassword('sesame ☂', ''), 'nothing is the password of no hash');
});

const limits: [name: string, atMs: number[], allowed: string][] = [
  ['a burst, then nothing', [0, 0, 0, 0, 0], 'yyyy-'],
  ['one more after half a second', [0, 0, 0, 0, 499, 500, 501], 'yyyy-y-'],
  ['no more than the burst after a long time', [0, 100_000, 100_000, 100_000, 100_000, 100_000], 'yyyyy-'],
  ['a clock that goes back gives nothing', [5000, 5000, 5000, 5000, 0, 1000], 'yyyy-y'],
];
for (const [name, atMs, allowed] of limits) {
  test(`rate limit: two a second, four at once: ${name}`, () => {
    const limit = new RateLimit({ perSecond: 2, burst: 4, nowMs: 0 });
    assert.is(atMs.map(nowMs => (limit.take(nowMs) ? 'y' : '-')).join(''), allowed);
  });
}

const checks: [name: string, check: () => unknown, code: string | undefined][] = [
  ['nothing', () => checkSettings({}), undefined],
  [
    'all good',
    () =>
      checkSettings({ name: '🎲'.repeat(64), maxMembers: 1000, options: '[1]', metadata: '{"a":1}', password: 'p' }),
    undefined,
  ],
  ['a long name', () => checkName('x'.repeat(65)), 'BAD_SETTINGS'],
  ['a name of two lines', () => checkName('a\nb'), 'BAD_SETTINGS'],
  ['a name of two lines in Unicode', () => checkName('a\u2028b'), 'BAD_SETTINGS'],
  ['a name of two paragraphs in Unicode', () => checkName('a\u2029b'), 'BAD_SETTINGS'],
  ['too many places', () => checkSettings({ maxMembers: 1001 }), 'BAD_SETTINGS'],
  ['a long password', () => checkSettings({ password: 'x'.repeat(65) }), 'BAD_SETTINGS'],
  ['options that are no JSON', () => checkOptions('{'), 'BAD_OPTIONS'],
  ['options of 4097 bytes', () => checkOptions(`"${'x'.repeat(4095)}"`), 'BAD_OPTIONS'],
  ['options of 4096 bytes', () => checkOptions(`"${'x'.repeat(4094)}"`), undefined],
  ['metadata that is a list', () => checkMetadata('[]'), 'BAD_METADATA'],
  ['metadata of 1025 bytes', () => checkMetadata(`{"a":"${'x'.repeat(1017)}"}`), 'BAD_METADATA'],
  ['metadata of 1024 bytes', () => checkMetadata(`{"a":"${'x'.repeat(1016)}"}`), undefined],
  ['a ban nobody knows', () => readBan({ userId: '', reason: '', ban: 'week' } as never), 'BAD_SETTINGS'],
  ['a long reason', () => readBan({ userId: '', reason: 'x'.repeat(201), ban: '' } as never), 'BAD_SETTINGS'],
  ['no ban', () => readBan({ userId: '', reason: 'x'.repeat(200), ban: '' } as never), undefined],
];
for (const [name, check, code] of checks) {
  test(`settings: ${name}: ${code ?? 'fine'}`, () => {
    try {
      check();
    } catch (error) {
      assert.is((error as { code: string }).code, code);
      return;
    }
    assert.is(code, undefined);
  });
}

test.run();
