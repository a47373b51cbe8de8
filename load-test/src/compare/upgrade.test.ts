import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { UpgradeResponse, upgradeRequest } from './upgrade.ts';

const SWITCHED = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n';

test('upgrade: the request is whole', () => {
  const lines = upgradeRequest(7400, '/rooms/3').split('\r\n');
  assert.is(lines[0], 'GET /rooms/3 HTTP/1.1');
  assert.ok(lines.includes('Host: 127.0.0.1:7400'));
  assert.match(lines.join('\n'), /\nSec-WebSocket-Key: [A-Za-z0-9+/]{22}==\n\n$/);
});

for (const chunkBytes of [1, 7, 1000]) {
  test(`upgrade: bytes behind the answer are kept, in chunks of ${chunkBytes}`, () => {
    const response = new UpgradeResponse();
    const bytes = Buffer.from(`${SWITCHED}behind`);
    let at = 0;
    let behind: Buffer | undefined;
    while (behind === undefined && at < bytes.length) {
      behind = response.push(bytes.subarray(at, at + chunkBytes));
      at += chunkBytes;
    }
    assert.is(`${behind}${bytes.subarray(at)}`, 'behind');
  });
}

const refusals: [name: string, response: string][] = [
  ['another status', 'HTTP/1.1 503 Service Unavailable\r\n\r\n'],
  ['no HTTP', 'hello\r\n\r\n'],
  ['headers without end', `HTTP/1.1 101 Switching Protocols\r\n${'x'.repeat(20_000)}`],
];
for (const [name, response] of refusals) {
  test(`upgrade refused: ${name}`, () => {
    assert.throws(() => new UpgradeResponse().push(Buffer.from(response)), /did not upgrade a connection/);
  });
}

test.run();
