import type { Clock } from '@gatehouse/shared/runtime/clock';
import WebSocket from 'ws';
import { portOf, refuseLiteral } from './http-exchange.ts';
import { guardedLookup } from './name-lookup.ts';
import type { ProbeRun } from './probe-run.ts';

const MAX_PAYLOAD_BYTES = 64 * 1024;
const CLOSE_PATIENCE_MS = 1000;
const NORMAL_CLOSURE = 1000;
/** It was cut. */
const ABNORMAL_CLOSURE = 1006;

/** Up as soon as it is open; then closed politely. Milliseconds until it was open. @throws why it is not */
export async function probeWebSocket(run: ProbeRun, clock: Clock): Promise<number> {
  const { url, policy, signal, watch } = run;
  const port = portOf(url);
  refuseLiteral(url.hostname, { policy, port });
  const socket = new WebSocket(url, {
    perMessageDeflate: false,
    maxPayload: MAX_PAYLOAD_BYTES,
    lookup: guardedLookup(policy, port),
    finishRequest: request => {
      watch.follow(request);
      request.end();
    },
  });
  const closed = new Promise<number>(resolve => socket.once('close', resolve));
  const giveUp = () => socket.terminate();
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    await opened(socket, run);
    const latencyMs = watch.finish();
    await leave(socket, { closed, clock, run });
    return latencyMs;
  } finally {
    signal.removeEventListener('abort', giveUp);
    socket.terminate();
  }
}

function opened(socket: WebSocket, { signal, watch }: ProbeRun): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.on('error', error => reject(signal.aborted ? signal.reason : error));
    socket.once('unexpected-response', (_request, { statusCode = 0 }) => {
      watch.phases.status = statusCode;
      reject(new Error(`HTTP ${statusCode} instead of a WebSocket`));
    });
    socket.once('open', resolve);
  });
}

/** Whoever does not answer the close is up all the same; it is noted. */
async function leave(
  socket: WebSocket,
  { closed, clock, run }: { closed: Promise<number>; clock: Clock; run: ProbeRun },
): Promise<void> {
  const cancel = clock.after(CLOSE_PATIENCE_MS, () => socket.terminate());
  socket.close(NORMAL_CLOSURE);
  if ((await closed) === ABNORMAL_CLOSURE) run.watch.phases.note = 'did not answer the close';
  cancel();
}
