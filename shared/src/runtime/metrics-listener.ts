import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { opensWith } from './bearer-token.ts';
import type { Part } from './lifecycle.ts';
import type { Log } from './log.ts';
import { LOG_EVENTS } from './log-events.ts';
import type { Metrics } from './metrics.ts';

export interface MetricsListenerOptions {
  readonly host: string;
  /** 0: any free one; `port` says which after start. */
  readonly port: number;
  /** Needed to read; undefined: nothing is (loopback only, see the configuration). */
  readonly token: string | undefined;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** `GET /metrics` of a process without other HTTP routes. */
export class MetricsListener implements Part {
  readonly name = 'metrics';
  private readonly options: MetricsListenerOptions;
  private server: Server | undefined;

  constructor(options: MetricsListenerOptions) {
    this.options = options;
  }

  /** Undefined: not started. */
  get port(): number | undefined {
    const address = this.server?.address();
    return typeof address === 'object' && address !== null ? address.port : undefined;
  }

  async start(): Promise<void> {
    if (this.server !== undefined) return;
    const { host, port, token, metrics, log } = this.options;
    this.server = createServer({ requestTimeout: 10_000 }, (request, response) => {
      const answer = (status: number, text: string) =>
        response.writeHead(status, { 'content-type': status === 200 ? metrics.contentType : 'text/plain' }).end(text);
      if (request.method !== 'GET' || request.url?.split('?', 1)[0] !== '/metrics') answer(404, 'GET /metrics\n');
      else if (!opensWith(token, request.headers.authorization)) answer(401, 'Authorization: Bearer <METRICS_TOKEN>\n');
      else
        metrics.text().then(
          text => answer(200, text),
          (error: unknown) => {
            log.error(LOG_EVENTS.internalError, { where: 'metrics', error });
            answer(500, '');
          },
        );
    });
    this.server.listen(port, host);
    await once(this.server, 'listening');
    log.info(LOG_EVENTS.listening, { what: 'metrics', host, port: this.port });
  }

  stop(): void {
    this.server?.close();
    this.server?.closeAllConnections();
    this.server = undefined;
  }
}
