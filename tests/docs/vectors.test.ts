import { LINK_FEATURES } from '@gatehouse/shared/transport/link-protocol';
import { readGolden } from '@gatehouse/shared/vectors/golden-files';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { codeOf, readMarkdown, tableRows } from './markdown.ts';

const protocol = readMarkdown('docs/PROTOCOL.md');

test('docs/PROTOCOL.md shows HELLO as the first golden vector has it', () => {
  const bytes = tableRows(protocol, 'Bytes', 'Meaning').map(([hex]) => codeOf(hex));
  const [hello] = readGolden('client-frames').frames;
  assert.is(bytes.join(''), hello?.hex);
  const length = (bytes.join('').length / 2).toString(16).padStart(8, '0');
  assert.ok(protocol.includes(`\`${length}\` goes before it`));
});

test('docs/PROTOCOL.md lists every feature bit, and no other', () => {
  const documented = tableRows(protocol, 'Feature bit', 'Name').map(([bit, name]) => [name, Number(bit)]);
  assert.equal(documented, Object.entries(LINK_FEATURES));
});

test.run();
