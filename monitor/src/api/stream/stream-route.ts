import { PassThrough } from 'node:stream';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import { identityOf } from '../access.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiServer } from '../api-server.ts';
import { Problem } from '../problems.ts';
import type { Change } from './change-feed.ts';
import { COMMENT, changeText, readLastEventId, snapshotText } from './event-text.ts';

/** Of this process. */
const MAX_STREAMS = 500;
/** Proxies close lines that are silent for longer. */
const COMMENT_MS = 15_000;
/** Who does not read is cut off, and comes again. */
const MAX_UNREAD_BYTES = 256 * 1024;
const COME_AGAIN_MS = 10_000;

type StreamContext = Pick<ApiContext, 'changes' | 'credentials'> & { readonly clock: Clock };

/** Every stream that is open, to be ended with the process. */
export class OpenStreams {
  private readonly streams = new Set<PassThrough>();

  get count(): number {
    return this.streams.size;
  }

  /** @throws Problem BUSY */
  open(): PassThrough {
    if (this.streams.size >= MAX_STREAMS) throw new Problem('BUSY', 'too many streams', COME_AGAIN_MS);
    const stream = new PassThrough();
    this.streams.add(stream);
    stream.once('close', () => this.streams.delete(stream));
    return stream;
  }

  endAll(): void {
    for (const stream of this.streams) stream.end();
  }
}

export function addStreamRoute(server: ApiServer, context: StreamContext, streams: OpenStreams): void {
  server.get(
    '/api/stream',
    {
      config: { access: 'viewer' },
      schema: {
        tags: ['stream'],
        summary: 'What changes, as server-sent events; resumes by Last-Event-ID',
        produces: ['text/event-stream'],
      },
    },
    async (request, reply) => {
      const identity = identityOf(request);
      const stream = streams.open();
      const write = (changes: readonly Change[]) => send(stream, changes.map(changeText).join(''));
      const waiting: Change[] = []; // until the first event is written
      let hear = (changes: readonly Change[]): void => void waiting.push(...changes);
      try {
        const lastSeq = readLastEventId(request.headers['last-event-id']);
        const { seq, missed, stop } = await context.changes.follow(lastSeq, changes => hear(changes));
        const cancel = every(context.clock, COMMENT_MS, async () => {
          if (await context.credentials.stillGood(identity)) send(stream, COMMENT);
          else stream.end();
        });
        stream.once('close', () => {
          stop();
          cancel();
        });
        send(stream, missed === undefined ? snapshotText(seq) : COMMENT); // headers go out with the first byte
        if (missed !== undefined) write(missed);
        write(waiting);
        hear = write;
      } catch (error) {
        stream.destroy();
        throw error;
      }
      return reply
        .headers({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
        .send(stream);
    },
  );
}

function send(stream: PassThrough, text: string): void {
  if (text === '' || stream.writableEnded || stream.destroyed) return;
  if (stream.writableLength + stream.readableLength > MAX_UNREAD_BYTES) stream.destroy();
  else stream.write(text);
}

/** A check that fails ends nothing: the next one says. */
function every(clock: Clock, intervalMs: number, run: () => Promise<void>): CancelTimer {
  return clock.every(intervalMs, () => void run().catch(() => undefined));
}
