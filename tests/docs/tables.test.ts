import { CLOSE_REASONS } from '@gatehouse/shared/protocol/close-codes';
import { ERRORS } from '@gatehouse/shared/protocol/errors';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { LINK_OPS } from '@gatehouse/shared/transport/link-protocol';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { codeOf, readMarkdown, tableRows } from './markdown.ts';

const protocol = readMarkdown('docs/PROTOCOL.md');

test('docs/ERRORS.md explains every error code, and no other', () => {
  const documented = tableRows(readMarkdown('docs/ERRORS.md'), 'Code', 'Retryable').map(
    ([code, retryable, meaning, advice]) => {
      assert.ok(meaning && advice, `${code} lacks its meaning or what to do`);
      return [codeOf(code), retryable];
    },
  );
  const known = Object.entries(ERRORS).map(([code, { retryable }]) => [code, retryable ? 'yes' : 'no']);
  assert.equal(documented, known);
});

test('docs/PROTOCOL.md lists every close code, and no other', () => {
  const documented = tableRows(protocol, 'Code', 'Name').map(([code, name]) => [Number(code), name]);
  assert.equal(
    documented,
    Object.entries(CLOSE_REASONS).map(([name, { code }]) => [code, name]),
  );
});

test('docs/PROTOCOL.md lists every frame type, and no other', () => {
  const documented = tableRows(protocol, 'Type', 'Name').map(([type, name]) => [Number(type), name]);
  assert.equal(
    documented,
    Object.entries(FRAME_TYPES).map(([name, type]) => [type, name]),
  );
});

test('docs/PROTOCOL.md lists every op of a link, and no other', () => {
  const documented = tableRows(protocol, 'Op', 'Name').map(([op, name]) => [Number(op), name]);
  assert.equal(
    documented,
    Object.entries(LINK_OPS).map(([name, op]) => [op, name]),
  );
});

test.run();
