import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Passwords } from './passwords.ts';

// Here alone passwords cost in a test what they cost in a monitor.

test('passwords: a monitor takes what OWASP asks for, and so does who asks for a name that is not there', async () => {
  const passwords = new Passwords();
  const stored = await passwords.hash('correct horse battery');
  assert.match(stored, /^scrypt 32768 3 [\w-]{22} [\w-]{43}$/);
  assert.is(await passwords.fits('correct horse battery', stored), true);
  assert.is(await passwords.fits('correct horse battery', undefined), false);
});

test('passwords: one that is stored at another cost fits still, however its accents are written', async () => {
  const stored = await new Passwords({ rounds: 16, passes: 1 }).hash('caf\u00e9 horse battery');
  assert.is(await new Passwords().fits('cafe horse battery', stored), false);
  assert.is(await new Passwords({ rounds: 32, passes: 2 }).fits('cafe\u0301 horse battery', stored), true);
});

test.run();
