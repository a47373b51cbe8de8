import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { SignJWT } from 'jose';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { identify } from './identity.ts';
import { createResumeToken, userOfResumeToken } from './resume-token.ts';

const SECRET = 'a secret of at least thirty-two bytes';
const rules = { jwtSecret: SECRET, allowGuests: true };
const hello = (fields: Partial<gatehouse.Hello>) => ({ token: '', guestName: '', ...fields }) as gatehouse.Hello;

function sign(claims: Record<string, unknown>, secret = SECRET, algorithm = 'HS256'): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: algorithm }).sign(new TextEncoder().encode(secret));
}

async function refusal(promise: Promise<unknown>): Promise<GatehouseError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.instance(error, GatehouseError);
  return error as GatehouseError;
}

test('identity: a token names the user', async () => {
  const token = await sign({ sub: 'ann', name: 'Ann A.' });
  assert.equal(await identify(hello({ token }), rules), { userId: 'ann', name: 'Ann A.' });
});

test('identity: without a usable name the user id is shown', async () => {
  const token = await sign({ sub: 'ann', name: 'line\nbreak' });
  assert.equal(await identify(hello({ token }), rules), { userId: 'ann', name: 'ann' });
});

const inOneMinute = Math.floor(Date.now() / 1000) + 60;
const refused: [what: string, token: Promise<string>][] = [
  ['signed with another secret', sign({ sub: 'ann' }, 'another secret of thirty-two bytes!!')],
  ['of another algorithm', sign({ sub: 'ann' }, SECRET.repeat(2), 'HS512')],
  ['expired', sign({ sub: 'ann', exp: 1_000 })],
  ['not valid yet', sign({ sub: 'ann', nbf: inOneMinute })],
  ['without sub', sign({ name: 'Ann' })],
  ['with a sub that breaks keys', sign({ sub: 'a:b' })],
  ['with the sub of a guest', sign({ sub: 'guest-1' })],
  ['that is none', Promise.resolve('x.y.z')],
];
for (const [what, token] of refused) {
  test(`identity: a token ${what} is refused and not shown`, async () => {
    const given = await token;
    const error = await refusal(identify(hello({ token: given }), rules));
    assert.is(error.code, 'UNAUTHORIZED');
    assert.not.match(error.message, given);
  });
}

test('identity: guests only where they are allowed, with a name fit to print', async () => {
  const guest = await identify(hello({ guestName: ' Bo ' }), rules);
  assert.match(guest.userId, /^guest-.{16}$/);
  assert.is(guest.name, 'Bo');
  for (const guestName of ['', ' ', 'x'.repeat(33), 'a\u0000b', 'a\u202eb']) {
    assert.is((await refusal(identify(hello({ guestName }), rules))).code, 'UNAUTHORIZED');
  }
  const closed = { ...rules, allowGuests: false };
  assert.is((await refusal(identify(hello({ guestName: 'Bo' }), closed))).code, 'UNAUTHORIZED');
});

test('resume token: names its user; anything else names nobody', () => {
  const token = createResumeToken('guest-1.2');
  assert.is(userOfResumeToken(token), 'guest-1.2');
  assert.is.not(createResumeToken('guest-1.2'), token);
  for (const other of ['', 'short', `${'x'.repeat(300)}`, 'x'.repeat(40)])
    assert.is(userOfResumeToken(other), undefined);
});

test.run();
