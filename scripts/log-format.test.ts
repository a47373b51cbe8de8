import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { formatLogLine } from './log-format.ts';
import { parseLogLine } from './log-line.ts';

const plain = { name: 'game-1', coloured: false };
const time = '2026-01-02T03:04:05.678Z';

test('log format: time, process, event and fields', () => {
  const line = { level: 'info', time, event: 'room.placed', process: 'x', roomId: 'a-1', games: 2, tags: ['a'] };
  assert.is(formatLogLine(line, plain), '03:04:05.678 game-1    room.placed        roomId=a-1 games=2 tags=["a"]');
});

test('log format: of an error its message, of a long value its beginning', () => {
  const error = { type: 'Error', message: 'boom', stack: 'Error: boom\n at x' };
  const line = { level: 'error', time, event: 'room.failed', text: 'x'.repeat(500), error };
  assert.match(formatLogLine(line, plain), /text=x{120}… boom$/);
});

test('log format: colours only when asked for, and a level that matters is seen', () => {
  const line = { level: 'warn', time, event: 'health.miss' };
  assert.match(formatLogLine(line, { ...plain, coloured: true }), '\x1b[33mhealth.miss');
  assert.not.match(formatLogLine(line, plain), '\x1b');
});

test('log line: only JSON with event and level is one', () => {
  assert.is(parseLogLine('{"level":"info","event":"listening"}')?.event, 'listening');
  for (const text of ['', 'text', '{"event":1,"level":"info"}', '{"event":"x"}', '{half', '[]', '{}']) {
    assert.is(parseLogLine(text), undefined, text);
  }
});

test.run();
