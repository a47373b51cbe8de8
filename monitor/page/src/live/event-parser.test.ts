import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { EventParser } from './event-parser.ts';

const cases: [name: string, chunks: string[], events: string[]][] = [
  ['one event', ['event: change\nid: 7\ndata: {}\n\n'], ['change 7 {}']],
  ['cut anywhere', ['ev', 'ent: change\ni', 'd: 7\nda', 'ta: {}\n', '\n'], ['change 7 {}']],
  ['comments say nothing', [': hello\n\n', 'data: x\n\n'], ['message  x']],
  ['an id stays until the next one', ['id: 1\ndata: a\n\ndata: b\n\n'], ['message 1 a', 'message 1 b']],
  ['several lines of data', ['data: a\ndata: b\n\n'], ['message  a\nb']],
  ['line ends of Windows, cut in two', ['data: a\r', '\n\r\n'], ['message  a']],
  ['an id alone is no event, and is kept', ['id: 4\n\ndata: a\n\n'], ['message 4 a']],
];

for (const [name, chunks, events] of cases) {
  test(`event stream: ${name}`, () => {
    const parser = new EventParser();
    const found = chunks.flatMap(chunk => parser.push(chunk));
    assert.equal(
      found.map(({ event, id, data }) => `${event} ${id} ${data}`),
      events,
    );
  });
}

test('event stream: a line without an end is refused', () => {
  const parser = new EventParser();
  assert.throws(() => parser.push('x'.repeat(70_000)), /without an end/);
});

test.run();
