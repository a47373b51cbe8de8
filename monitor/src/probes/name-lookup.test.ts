import { isIP } from 'node:net';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type AddressPolicy, hookAddresses } from './address-policy.ts';
import { guardedLookup, RefusedAddress } from './name-lookup.ts';

/** What a socket gets that looks a name up whose answers are these, one after the other. */
async function lookUp(answers: string[][]): Promise<(string | Error)[]> {
  const found: (string | Error)[] = [];
  const resolve = async () => (answers.shift() ?? []).map(address => ({ address, family: isIP(address) }));
  const lookup = guardedLookup(hookAddresses, 443, resolve);
  for (let left = answers.length; left > 0; left -= 1) {
    await new Promise<void>(done => {
      lookup('name.example', { all: true }, (error, addresses) => {
        if (error !== null) found.push(error);
        else if (Array.isArray(addresses)) found.push(addresses.map(({ address }) => address).join(' '));
        done();
      });
    });
  }
  return found;
}

test('lookup: of several addresses those that are allowed', async () => {
  assert.equal(await lookUp([['127.0.0.1', '93.184.216.34', '::ffff:10.0.0.1']]), ['93.184.216.34']);
});

test('lookup: each answer is judged, so a name that changes leads nowhere else', async () => {
  const [first, second] = await lookUp([['93.184.216.34'], ['169.254.169.254']]);
  assert.is(first, '93.184.216.34');
  assert.ok(second instanceof RefusedAddress);
});

test('lookup: an address is judged with the name that leads to it', async () => {
  const judged: unknown[] = [];
  const policy: AddressPolicy = { problemOf: (...asked) => void judged.push(asked) };
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  await new Promise(done => guardedLookup(policy, 9001, resolve)('localhost', { all: true }, done));
  assert.equal(judged, [['127.0.0.1', 9001, 'localhost']]);
});

test('lookup: a name without addresses is refused', async () => {
  const [nothing] = await lookUp([[]]);
  assert.ok(nothing instanceof RefusedAddress);
});

test.run();
