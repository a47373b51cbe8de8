import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesOnDatabases, testRuns } from './test-runs.ts';

test('test runs: what keeps something in a database runs on both', async () => {
  const root = await mkdtemp(join(tmpdir(), 'gatehouse-test-runs-'));
  const files = ['monitor/src/a.test.ts', 'monitor/src/b.test.ts', 'monitor/src/c.test.ts', 'shared/src/d.test.ts'];
  const texts: Record<string, string> = {
    'monitor/src/a.test.ts': "import { open } from './test-database.ts';",
    'monitor/src/b.test.ts': "import { api } from './test-api.ts';",
    'monitor/src/c.test.ts': "import { pure } from './test-database-of-nothing.ts';",
    'monitor/src/test-api.ts': "import { open } from './test-database.ts';",
    'monitor/src/test-database.ts': '',
    'monitor/src/test-database-of-nothing.ts': '',
  };
  await mkdir(join(root, 'monitor/src'), { recursive: true });
  for (const [path, text] of Object.entries(texts)) await writeFile(join(root, path), text);

  const onDatabases = await filesOnDatabases(root, files);
  const labels = (postgresUrl: string | undefined) =>
    testRuns(files, { onDatabases, postgresUrl }).map(({ label }) => label);
  assert.equal(labels(undefined), files);
  assert.equal(
    labels('postgres://x').filter(label => label.endsWith('on PostgreSQL')),
    ['monitor/src/a.test.ts on PostgreSQL', 'monitor/src/b.test.ts on PostgreSQL'],
  );
  await rm(root, { recursive: true });
});

test.run();
