import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Terminal } from './terminal.ts';

const line = { level: 'info', event: 'room.placed', time: '2026-01-02T03:04:05.678Z', games: 1 };
const text = JSON.stringify(line);

function outputOf(format: 'text' | 'json', act: (terminal: Terminal) => void): string {
  const written: string[] = [];
  act(new Terminal({ format, coloured: false, write: part => written.push(part) }));
  return written.join('');
}

test('terminal: for people, a short line with the name of the process', () => {
  const output = outputOf('text', terminal => terminal.show('game-1', text, line));
  assert.is(output, '03:04:05.678 game-1    room.placed        games=1\n');
});

test('terminal: what is no log line is shown as it is', () => {
  assert.match(
    outputOf('text', terminal => terminal.show('game-1', 'hello', undefined)),
    /game-1 +hello\n$/,
  );
});

test('terminal: for programs, the lines of the processes and nothing else', () => {
  const output = outputOf('json', terminal => {
    terminal.show('game-1', text, line);
    terminal.say('a banner');
    terminal.logOf('start').info('process.stopping', { why: 'SIGINT' });
  });
  const lines = output
    .trim()
    .split('\n')
    .map(one => JSON.parse(one));
  assert.is(lines.length, 2);
  assert.equal(lines[0], line);
  assert.is(lines[1].why, 'SIGINT');
  assert.is(lines[1].name, 'start');
});

test.run();
