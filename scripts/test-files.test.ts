import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findTestFiles, type TestWeight, testWeight } from './test-files.ts';

const test = suite<{ root: string }>('test files');
test.before(async context => {
  context.root = await mkdtemp(join(tmpdir(), 'gatehouse-test-'));
  const files = [
    'a/src/b.test.ts',
    'a/src/b.ts',
    'tests/walk.test.ts',
    'z.test.ts',
    'a/dist/b.test.ts',
    '.git/x.test.ts',
  ];
  for (const file of [...files, 'a/node_modules/m/m.test.ts']) {
    await mkdir(dirname(join(context.root, file)), { recursive: true });
    await writeFile(join(context.root, file), '');
  }
});
test.after(({ root }) => rm(root, { recursive: true, force: true }));

test('all of the checkout', async ({ root }) => {
  assert.equal(await findTestFiles(root, []), ['a/src/b.test.ts', 'tests/walk.test.ts', 'z.test.ts']);
});

const weights: [path: string, weight: TestWeight][] = [
  ['gateway/src/session.test.ts', 'light'],
  ['tests/model/attach.test.ts', 'light'],
  ['tests/walk.test.ts', 'cluster'],
  ['tests/two-browsers.test.ts', 'busy'],
];
for (const [path, weight] of weights) test(`${path} is ${weight}`, () => assert.is(testWeight(path), weight));

test('those of a folder and single files, each once', async ({ root }) => {
  assert.equal(await findTestFiles(root, ['a', 'a/src/b.test.ts', 'z.test.ts']), ['a/src/b.test.ts', 'z.test.ts']);
});

test('a path that does not exist is an error', async ({ root }) => {
  const message = await findTestFiles(root, ['nowhere']).catch(error => error.message);
  assert.is(message, 'nowhere does not exist');
});

test.run();
