import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isDuplicate, openDatabase, transact } from './database.ts';
import { createTestDatabase } from './test-database.ts';

test('database: two processes make it at once, and write one after another', async () => {
  const { url, drop } = await createTestDatabase();
  const [one, other] = await Promise.all([openDatabase(url), openDatabase(url)]);
  const insert = (name: string) => (db: typeof one) =>
    transact(db, async transaction => {
      await transaction.insertInto('settings').values({ name, value: '1' }).execute();
      return transaction.selectFrom('settings').selectAll().execute();
    });
  const seen = await Promise.all([insert('a')(one), insert('b')(other)]);
  assert.equal(seen.map(rows => rows.length).sort(), [1, 2]);
  assert.ok(isDuplicate(await insert('a')(one).catch((error: unknown) => error)));
  await Promise.all([one.destroy(), other.destroy()]);
  await drop();
});

test.run();
