import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compiledFile, root } from './checkout.ts';

test('checkout: its root', () => {
  assert.ok(existsSync(join(root, 'scripts/checkout.ts')));
});

const files: [source: string, compiled: string][] = [
  ['gateway/src/main.ts', 'gateway/dist/main.js'],
  ['examples/echo/src/room.ts', 'examples/echo/dist/room.js'],
  ['scripts/start.ts', 'scripts/dist/start.js'],
  ['tests/harness/slow-game-server.ts', 'tests/dist/harness/slow-game-server.js'],
];
for (const [source, compiled] of files) {
  test(`checkout: ${source} is compiled to ${compiled}`, () => assert.is(compiledFile(source), compiled));
}

test.run();
