import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VERSION } from './version.ts';

test('version: the one of the packages', () => {
  for (const file of ['../../../package.json', '../../package.json']) {
    const packageFile: unknown = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
    assert.is((packageFile as { version: string }).version, VERSION);
  }
});

test.run();
