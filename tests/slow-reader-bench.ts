// What a reader at 1 KB/s costs the others of a busy room: the same room without it and with it, in turns.
// Run by hand, after `npm run build`: GATEHOUSE_COMPILED=1 node --conditions=source --import tsx tests/slow-reader-bench.ts [pairs]
import { type Client, connect } from '@gatehouse/client';
import { messages } from '@gatehouse/example-echo/messages';
import { CLOSE_REASONS } from '@gatehouse/shared/protocol/close-codes';
import { SlowPipe } from './harness/slow-pipe.ts';
import { TestCluster } from './harness/test-cluster.ts';

const RECEIVERS = 20;
const MESSAGES_PER_SECOND = 100;
const PAYLOAD_BYTES = 8 * 1024; // so that the kernel's buffers are full, and the bounds reached, within a run
const RUN_MS = 10_000;
const SLOW_BYTES_PER_SECOND = 1024;
const DEFAULT_PAIRS = 6;

interface Run {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly received: number;
}

const pairs = Number(process.argv[2] ?? DEFAULT_PAIRS);
const cluster = await TestCluster.start({ healthIntervalMs: 5000, env: { CLIENT_HARD_BYTES: `${2 * 1024 * 1024}` } });
try {
  const [wsUrl = ''] = await cluster.urls();
  const [tcpUrl = ''] = await cluster.tcpUrls();
  await measure(wsUrl, undefined); // warm-up
  const ratios: number[] = [];
  for (let pair = 1; pair <= pairs; pair++) {
    const order = pair % 2 === 1 ? [undefined, tcpUrl] : [tcpUrl, undefined];
    const runs = [await measure(wsUrl, order[0]), await measure(wsUrl, order[1])] as const;
    const [without, withSlow] = order[0] === undefined ? runs : [runs[1], runs[0]];
    ratios.push(withSlow.p99Ms / without.p99Ms);
    console.log(
      `pair ${pair}: without ${inWords(without)}; with ${inWords(withSlow)}; p99 ratio ${ratios.at(-1)?.toFixed(2)}`,
    );
  }
  const closed = cluster
    .lines(cluster.gateways, 'session.closed')
    .filter(({ code }) => code === CLOSE_REASONS.slowConsumer.code);
  console.log(
    `median p99 ratio ${percentile(ratios, 0.5).toFixed(2)} of ${pairs} pairs; slow readers closed by policy: ${closed.length}`,
  );
} finally {
  await cluster.stop();
}

/** One run in a room of its own; `slowUrl`: the gateway that also serves a reader at 1 KB/s. */
async function measure(url: string, slowUrl: string | undefined): Promise<Run> {
  const clients: Client[] = [];
  const join = async (guestName: string, at: string) => {
    const client = await connect({ urls: [at], guestName });
    clients.push(client);
    return client;
  };
  const options = { run: Math.random() }; // nobody else's room
  const speaker = await (await join('Speaker', url)).joinOrCreate('echo', { messages, options });
  const latencies: number[] = [];
  for (let n = 0; n < RECEIVERS; n++) {
    const room = await (await join(`R${n}`, url)).joinOrCreate('echo', { messages, options });
    room.on('say', bytes => {
      latencies.push(performance.now() - new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0));
    });
  }
  const pipe = slowUrl === undefined ? undefined : await SlowPipe.open(slowUrl);
  if (pipe !== undefined) {
    await (await join('Slow', pipe.url)).joinOrCreate('echo', { messages, options });
    pipe.throttle(SLOW_BYTES_PER_SECOND);
  }
  await speak(payload => speaker.send('say', payload));
  for (const client of clients) client.close();
  await pipe?.close();
  return { p50Ms: percentile(latencies, 0.5), p99Ms: percentile(latencies, 0.99), received: latencies.length };
}

/** On a fixed schedule, whatever comes back. */
async function speak(send: (payload: Uint8Array) => void): Promise<void> {
  const begunMs = performance.now();
  const count = (RUN_MS / 1000) * MESSAGES_PER_SECOND;
  for (let n = 0; n < count; n++) {
    const dueMs = begunMs + (n * 1000) / MESSAGES_PER_SECOND;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await new Promise(resolve => setTimeout(resolve, waitMs));
    const payload = new Uint8Array(PAYLOAD_BYTES);
    new DataView(payload.buffer).setFloat64(0, performance.now());
    send(payload);
  }
  await new Promise(resolve => setTimeout(resolve, 500)); // what is on its way
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

function inWords({ p50Ms, p99Ms, received }: Run): string {
  return `p50 ${p50Ms.toFixed(2)} p99 ${p99Ms.toFixed(2)} ms of ${received}`;
}
