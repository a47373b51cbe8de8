import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { PATIENCE_MS } from './test-interval.ts';

/** A message as an incoming webhook of Slack takes it: the fallback text has all that is said. */
export interface SlackPost {
  readonly text: string;
}

/** What stands where Slack would: takes every message, and says `ok`. */
export class SlackStandIn {
  readonly posts: SlackPost[] = [];
  private readonly server: Server;
  private heard: (() => void)[] = [];

  private constructor() {
    this.server = createServer((request, response) => {
      this.take(request).then(
        () => response.writeHead(200, { 'content-type': 'text/plain' }).end('ok'),
        () => response.writeHead(400, { 'content-type': 'text/plain' }).end('invalid_payload'),
      );
    });
  }

  static async start(): Promise<SlackStandIn> {
    const standIn = new SlackStandIn();
    standIn.server.listen(0, '127.0.0.1');
    await once(standIn.server, 'listening');
    return standIn;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get hookUrl(): string {
    return `${this.origin}/services/T0/B0/abcdefghijklmnop`;
  }

  /** The first message that fits, of those there are and those to come. */
  async post(fits: RegExp): Promise<SlackPost> {
    const giveUp = AbortSignal.timeout(PATIENCE_MS);
    for (;;) {
      const found = this.posts.find(each => fits.test(each.text));
      if (found !== undefined) return found;
      if (giveUp.aborted) throw new Error(`no message like ${fits}; there are ${JSON.stringify(this.posts)}`);
      await new Promise<void>(resolve => {
        this.heard.push(resolve);
        giveUp.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async take(request: IncomingMessage): Promise<void> {
    const post = JSON.parse(await text(request)) as SlackPost;
    if (typeof post.text !== 'string' || post.text === '') throw new Error('no text');
    this.posts.push(post);
    for (const tell of this.heard.splice(0)) tell();
  }
}
