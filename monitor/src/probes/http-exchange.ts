import { type IncomingHttpHeaders, type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type AddressPolicy, literalAddress } from './address-policy.ts';
import { guardedLookup, RefusedAddress } from './name-lookup.ts';
import type { PhaseWatch } from './phases.ts';

export interface Exchange {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly policy: AddressPolicy;
  /** Ends it wherever it is; its reason is what is thrown. */
  readonly signal: AbortSignal;
  readonly watch: PhaseWatch;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Its beginning, at most KEPT_BYTES. */
  readonly body: string;
}

/** More is not read: an answer that long counts as whole. */
const MAX_BODY_BYTES = 64 * 1024;
const KEPT_BYTES = 1024;

/** One request on a connection of its own. Redirects are answers like others: never followed. @throws what went wrong */
export function exchange({ url, method, headers, body, policy, signal, watch }: Exchange): Promise<Answer> {
  signal.throwIfAborted();
  const port = portOf(url);
  refuseLiteral(url.hostname, { policy, port });
  const options: RequestOptions = { method, headers, agent: false, lookup: guardedLookup(policy, port) };
  const settled = new AbortController();
  const answered = new Promise<Answer>((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options);
    const giveUp = () => {
      reject(signal.reason);
      request.destroy();
    };
    // Until it is settled, not until the connection is closed: there are ways to close one without an answer or an error.
    signal.addEventListener('abort', giveUp, { signal: settled.signal });
    request.on('error', reject);
    request.on('upgrade', (_response, socket) => {
      socket.destroy();
      reject(new Error('HTTP 101 where nobody asked for it'));
    });
    request.on('response', response => {
      readBeginning(response).then(text => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        request.destroy();
      }, reject);
    });
    watch.follow(request);
    request.end(body);
  });
  return answered.finally(() => settled.abort());
}

/** Node asks nobody when the host is an address. @throws RefusedAddress */
export function refuseLiteral(host: string, { policy, port }: { policy: AddressPolicy; port: number }): void {
  const address = literalAddress(host);
  const problem = address === undefined ? undefined : policy.problemOf(address, port);
  if (problem !== undefined) throw new RefusedAddress(problem);
}

/** Written or not. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' || url.protocol === 'wss:' ? 443 : 80;
}

async function readBeginning(response: IncomingMessage): Promise<string> {
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (bytes < KEPT_BYTES) kept.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) break;
  }
  return Buffer.concat(kept).subarray(0, KEPT_BYTES).toString();
}
