import { randomBytes } from 'node:crypto';

const MAX_RESPONSE_BYTES = 16 * 1024;
const END_OF_HEADERS = '\r\n\r\n';

/** Asks for a WebSocket without extensions: nobody compresses. RFC 6455 §4.1. */
export function upgradeRequest(port: number, path: string): string {
  return [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    END_OF_HEADERS.slice(2),
  ].join('\r\n');
}

/** Reads the answer to an upgrade request. */
export class UpgradeResponse {
  private bytes = Buffer.alloc(0);

  /**
   * The bytes behind the headers once they are complete; undefined before.
   * @throws Error when the server does not switch protocols.
   */
  push(chunk: Buffer): Buffer | undefined {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    const end = this.bytes.indexOf(END_OF_HEADERS);
    const isEndless = end < 0 && this.bytes.length > MAX_RESPONSE_BYTES;
    const [statusLine = ''] = this.bytes.toString('latin1').split('\r\n', 1);
    if (isEndless || (end >= 0 && !/^HTTP\/1\.1 101 /.test(statusLine))) {
      throw new Error(`the server did not upgrade a connection: ${statusLine.slice(0, 100)}`);
    }
    return end < 0 ? undefined : this.bytes.subarray(end + END_OF_HEADERS.length);
  }
}
