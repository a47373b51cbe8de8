import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { slackProblems } from './slack-limits.ts';

/** One request: how Slack, or something in its place, may answer it. */
export type StandInAnswer =
  | 'take'
  /** The message is taken, and nobody hears of it. */
  | 'take-and-hang'
  | 'hang'
  | 'drip'
  | { readonly status: number; readonly body?: string; readonly retryAfterSeconds?: number };

/** A message that was taken. */
export interface TakenPost {
  readonly dedupeKeys: readonly string[];
  readonly payload: { readonly text: string } & Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly atMs: number;
}

const DRIP_MS = 20;

/**
 * Slack for tests: incoming webhooks at `/services/…`, `chat.postMessage`, and any other path as a generic webhook. Refuses
 * what is beyond Slack's documented limits, as Slack does.
 */
export class SlackStandIn {
  readonly taken: TakenPost[] = [];
  /** What the next requests get, before what all get. */
  readonly answers: StandInAnswer[] = [];
  /** All that came, also what was refused. */
  requests = 0;
  private readonly server: Server;
  private readonly waiting = new Set<() => void>();
  private standing: StandInAnswer = 'take';

  constructor() {
    this.server = createServer((request, response) => {
      this.serve(request, response).catch(() => response.destroy());
    });
  }

  /** Its origin. */
  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on. At first everything is taken. */
  answerAll(answer: StandInAnswer): void {
    this.standing = answer;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** Resolves as soon as `isEnough` holds after a request. */
  async until(isEnough: () => boolean): Promise<void> {
    while (!isEnough()) {
      await new Promise<void>(resolve => {
        this.waiting.add(resolve);
      });
    }
  }

  /** The first message that was taken, or is to come, whose text fits. */
  async message(fits: RegExp): Promise<string> {
    const found = () => this.taken.find(({ payload }) => fits.test(payload.text))?.payload.text;
    await this.until(() => found() !== undefined);
    return found() ?? '';
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += chunk;
    this.requests += 1;
    this.answer({ request, response, body }, this.answers.shift() ?? this.standing);
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  private answer(
    asked: { request: IncomingMessage; response: ServerResponse; body: string },
    answer: StandInAnswer,
  ): void {
    const { response } = asked;
    if (answer === 'take') this.take(asked);
    if (answer === 'take-and-hang') this.taken.push(postOf(asked));
    if (answer === 'drip') drip(response);
    if (typeof answer !== 'object') return;
    if (answer.retryAfterSeconds !== undefined) response.setHeader('retry-after', String(answer.retryAfterSeconds));
    response.writeHead(answer.status).end(answer.body ?? '');
  }

  private take(asked: { request: IncomingMessage; response: ServerResponse; body: string }): void {
    const { request, response, body } = asked;
    const isBot = request.url === '/api/chat.postMessage';
    const isSlack = isBot || request.url?.startsWith('/services/');
    const problems = isSlack ? slackProblems(JSON.parse(body)) : [];
    if (problems.length > 0) {
      // A bot is told in the body, a webhook by the status as well.
      response.writeHead(isBot ? 200 : 400);
      response.end(isBot ? JSON.stringify({ ok: false, error: 'invalid_blocks' }) : 'invalid_payload');
      return;
    }
    this.taken.push(postOf(asked));
    response.writeHead(200).end(isBot ? JSON.stringify({ ok: true, ts: '1.2' }) : 'ok');
  }
}

function postOf({ request, body }: { request: IncomingMessage; body: string }): TakenPost {
  const { authorization } = request.headers;
  const dedupeKeys = String(request.headers['idempotency-key']).split(',');
  return { dedupeKeys, payload: JSON.parse(body), path: request.url ?? '', authorization, atMs: Date.now() };
}

/** One byte after the other, for ever: whoever waits for silence waits for ever. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/plain' });
  const timer = setInterval(() => response.write('.'), DRIP_MS);
  response.on('close', () => clearInterval(timer));
}
