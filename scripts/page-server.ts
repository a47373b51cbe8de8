import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { PageFile } from './page-files.ts';

export interface PageServerOptions {
  /** By URL path. */
  readonly files: () => ReadonlyMap<string, PageFile>;
  /** Where the page connects to, `ws://…`: its /gateways.json, and all that its policy allows. */
  readonly gatewayUrls: () => readonly string[];
  /** 0: any free one. */
  readonly port: number;
}

const HOST = '127.0.0.1';
const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Serves one built page on loopback. */
export class PageServer implements Part {
  readonly name = 'page';
  private readonly options: PageServerOptions;
  private readonly server: Server;

  constructor(options: PageServerOptions) {
    this.options = options;
    this.server = createServer((request, response) => this.answer(request, response));
  }

  /** Of the page, once started. */
  get url(): string {
    return `http://${HOST}:${(this.server.address() as AddressInfo).port}`;
  }

  /** @throws Error naming the port when it is in use */
  async start(): Promise<void> {
    const { port } = this.options;
    this.server.listen(port, HOST);
    await once(this.server, 'listening').catch(error => {
      throw error.code === 'EADDRINUSE' ? new Error(`port ${port} of the page is in use`) : error;
    });
  }

  async stop(): Promise<void> {
    if (!this.server.listening) return;
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '/' } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { ...HEADERS, allow: 'GET, HEAD' }).end();
      return;
    }
    const file = this.fileAt(url.replace(/[?#].*$/, ''));
    if (file === undefined) {
      response.writeHead(404, { ...HEADERS, 'content-type': 'text/plain' }).end('not found\n');
      return;
    }
    response.writeHead(200, {
      ...HEADERS,
      'content-security-policy': contentSecurityPolicy(this.options.gatewayUrls()),
      'content-type': file.contentType,
      'content-length': file.bytes.length,
      'cache-control': file.cacheControl,
    });
    response.end(method === 'HEAD' ? undefined : file.bytes);
  }

  private fileAt(path: string): PageFile | undefined {
    if (path !== '/gateways.json') return this.options.files().get(path);
    const bytes = Buffer.from(JSON.stringify(this.options.gatewayUrls()));
    return { bytes, contentType: 'application/json', cacheControl: 'no-store' };
  }
}

/** Nothing but the page's own files, and these WebSockets. */
function contentSecurityPolicy(gatewayUrls: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${gatewayUrls.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
