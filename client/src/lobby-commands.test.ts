import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { optionsText, playerOptionsText } from './lobby-commands.ts';

const textOf = (bytes: number) => 'x'.repeat(bytes - 2); // JSON puts it in quotes

test('options: of a room up to 4096 bytes, of a player or bot up to 1024', () => {
  assert.is(optionsText(textOf(4096)).length, 4096);
  assert.throws(() => optionsText(textOf(4097)), /BAD_OPTIONS/);
  assert.is(playerOptionsText(textOf(1024)).length, 1024);
  assert.throws(() => playerOptionsText(textOf(1025)), /BAD_OPTIONS/);
});

test.run();
