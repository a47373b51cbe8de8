import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { heartbeatTarget } from './heartbeat-server.ts';

const addresses: [address: string, host: string, port: number, path: string, secure: 0 | 1 | null][] = [
  ['10.0.0.5:9001', '10.0.0.5', 9001, '/', null],
  ['10.0.0.5:9001/chat?x=1', '10.0.0.5', 9001, '/chat?x=1', null],
  ['[::1]:9001', '::1', 9001, '/', null],
  ['ws://chat.example', 'chat.example', 80, '/', 0],
  ['wss://chat.example/room?x=1', 'chat.example', 443, '/room?x=1', 1],
  ['ws://[::1]:7000/', '::1', 7000, '/', 0],
];
for (const [address, host, port, path, secure] of addresses) {
  test(`heartbeat server: ${address}`, () => {
    const environment = 'UNKNOWN';
    assert.equal(heartbeatTarget(address), { hostName: address, host, port, type: 2, path, secure, environment });
  });
}
test.run();
