import { systemClock } from '@gatehouse/shared/runtime/clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestDatabase } from '../store/test-database.ts';
import { RegisteredAddresses } from './registered-addresses.ts';
import { insertTarget } from './target-fixtures.ts';

test('registered addresses: those that a registry names, as it names them', async () => {
  const { db, close } = await openTestDatabase();
  const registry = { type: 9, origin: 'registry', host: '127.0.0.1' } as const;
  await insertTarget(db, { ...registry, id: 'as named', port: 1, edited: '["environment"]' });
  await insertTarget(db, { ...registry, id: 'host edited', port: 2, edited: '["host"]' });
  await insertTarget(db, { ...registry, id: 'port edited', port: 3, edited: '["environment","port"]' });
  await insertTarget(db, { ...registry, id: 'archived', port: 4, archivedAt: 1 });
  await insertTarget(db, { id: 'a heartbeat', host: '127.0.0.1', port: 5, type: 2, origin: 'heartbeat' });
  await insertTarget(db, { id: 'by hand', host: '127.0.0.1', port: 6 });
  await insertTarget(db, { id: 'listed', host: '127.0.0.1', port: 7, origin: 'list' });
  await insertTarget(db, { id: 'a name', host: 'Chat.Example', port: 8, type: 2, origin: 'heartbeat' });
  await insertTarget(db, { id: 'IPv6', host: 'fd12:0:0::1', port: 9, type: 2, origin: 'heartbeat' });
  const registered = new RegisteredAddresses({ db, clock: systemClock });
  await registered.start();
  const allowed = [1, 2, 3, 4, 5, 6, 7].filter(port => registered.has('127.0.0.1', port));
  assert.equal(allowed, [1, 5]);
  assert.ok(registered.has('chat.example', 8), 'a name, as a URL has it');
  assert.ok(registered.has('fd12::1', 9), 'an address, as a URL has it');
  registered.stop();
  await close();
});

test.run();
