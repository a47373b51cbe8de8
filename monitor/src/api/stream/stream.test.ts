import { systemClock } from '@gatehouse/shared/runtime/clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { recordChange } from '../../store/changes.ts';
import { transact } from '../../store/database.ts';
import { SESSION_LIFE_MS } from '../../store/sessions.ts';
import { TestApi } from '../test-api.ts';
import { MAX_MISSED } from './change-feed.ts';

let laterMs = 0;
/** The comment of every 15 s comes at once, as often as one likes. */
let comment = () => {};
const clock = {
  ...systemClock,
  wallMs: () => systemClock.wallMs() + laterMs,
  every(intervalMs: number, run: () => void) {
    if (intervalMs === 15_000) comment = run;
    return systemClock.every(intervalMs, run);
  },
};
const api = await TestApi.start({ clock });
await api.addUser('ann', 'viewer');
const headers = await api.tokenHeaders('viewer');
test.after(() => api.stop());

/** One stream, event by event. */
class Stream {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private readonly abort: AbortController;
  private text = '';

  private constructor(reader: ReadableStreamDefaultReader<Uint8Array>, abort: AbortController) {
    this.reader = reader;
    this.abort = abort;
  }

  static async open(asked: Record<string, string>): Promise<Stream> {
    const abort = new AbortController();
    const response = await fetch(`${api.origin}/api/stream`, { headers: asked, signal: abort.signal });
    assert.is(response.headers.get('content-type'), 'text/event-stream');
    assert.ok(response.body);
    return new Stream((response.body as ReadableStream<Uint8Array>).getReader(), abort);
  }

  /** The next event as it came; undefined: the stream has ended. */
  async next(): Promise<string | undefined> {
    while (!this.text.includes('\n\n')) {
      const { done, value } = await this.reader.read();
      if (done) return undefined;
      this.text += Buffer.from(value).toString();
    }
    const end = this.text.indexOf('\n\n');
    const event = this.text.slice(0, end);
    this.text = this.text.slice(end + 2);
    return event;
  }

  close(): void {
    this.abort.abort();
  }
}

/** By somebody else: nobody here is told. */
const changeTarget = (...ids: string[]) =>
  transact(api.db, async write => {
    for (const id of ids) await recordChange(write, 'target', id, 1);
  });

const newest = async () => {
  const { seq } = await api.db
    .selectFrom('changes')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow();
  return Number(seq);
};

test('stream: a snapshot first, then what changes, in order and each once', async () => {
  await changeTarget('before');
  const seq = await newest();
  const stream = await Stream.open(headers);
  assert.is(await stream.next(), `event: snapshot\nid: ${seq}\ndata: {"seq":${seq}}`);
  await changeTarget('a', 'b');
  assert.is(await stream.next(), `event: change\nid: ${seq + 1}\ndata: {"kind":"target","id":"a"}`);
  assert.is(await stream.next(), `event: change\nid: ${seq + 2}\ndata: {"kind":"target","id":"b"}`);
  await api.addTarget('web');
  assert.match((await stream.next()) ?? '', /^event: change\nid: \d+\ndata: \{"kind":"target","id":"[\w-]+"\}$/);
  stream.close();
});

test('stream: who comes again hears what he has missed, and no snapshot', async () => {
  const seq = await newest();
  await changeTarget('missed');
  const stream = await Stream.open({ ...headers, 'last-event-id': String(seq) });
  assert.is(await stream.next(), ': still here', 'at once, though there may be nothing to tell');
  assert.is(await stream.next(), `event: change\nid: ${seq + 1}\ndata: {"kind":"target","id":"missed"}`);
  await changeTarget('next');
  assert.match((await stream.next()) ?? '', /"next"/);
  stream.close();
});

const OUT_OF_REACH: [name: string, lastId: () => Promise<string>][] = [
  ['too much', async () => String((await newest()) - MAX_MISSED - 1)],
  ['what is forgotten', async () => '1'],
  ['what another database said', async () => String((await newest()) + 1000)],
  ['nonsense', async () => 'abc'],
];
for (const [name, lastId] of OUT_OF_REACH) {
  test(`stream: who has missed ${name} starts again from a snapshot`, async () => {
    await changeTarget(...Array.from({ length: MAX_MISSED + 5 }, (_, index) => `many-${index}`));
    await api.db.deleteFrom('changes').where('seq', '<', 3).execute();
    const stream = await Stream.open({ ...headers, 'last-event-id': await lastId() });
    assert.match((await stream.next()) ?? '', /^event: snapshot\n/);
    stream.close();
  });
}

test('stream: a line that is silent says so', async () => {
  const stream = await Stream.open(headers);
  await stream.next();
  comment();
  assert.is(await stream.next(), ': still here');
  stream.close();
});

test('stream: ends with the session that asked for it', async () => {
  const stream = await Stream.open(await api.loginHeaders('ann'));
  await stream.next();
  laterMs = SESSION_LIFE_MS + 1;
  comment();
  assert.is(await stream.next(), undefined);
  laterMs = 0;
});

test('stream: many pages hear the same', async () => {
  const streams = await Promise.all(Array.from({ length: 20 }, () => Stream.open(headers)));
  for (const stream of streams) await stream.next();
  await changeTarget('for-all');
  for (const stream of streams) assert.match((await stream.next()) ?? '', /"for-all"/);
  for (const stream of streams) stream.close();
});

test.run();
