import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { formatGatewayMessage, type GatewayMessage, parseGatewayMessage } from './gateway-messages.ts';

const messages: GatewayMessage[] = [
  { kind: 'kick', sessionId: 's1', epoch: 1_790_000_000_000_000, by: 's2' },
  { kind: 'dead?', serverId: 'gh:Game:g1', incarnation: 'i1', silentMs: 2300 },
  { kind: 'dead?', serverId: 'gh:Game:g1', incarnation: 'i1', silentMs: Number.POSITIVE_INFINITY },
  { kind: 'announce', atMs: 1_790_000_000_000, text: 'Wartung um 12 %, ok? 📣' },
  { kind: 'alive', serverId: 'gh:Game:g1', incarnation: 'i1' },
  { kind: 'drain', incarnation: 'i1' },
  { kind: 'heard?', serverId: 'gh:Game:g1', incarnation: 'i1', asker: 'gh:Gateway:a' },
  { kind: 'heard', serverId: 'gh:Game:g1', incarnation: 'i1', gateway: 'gh:Gateway:b', url: 'wss://b.example/x' },
  { kind: 'heard', serverId: 'gh:Game:g1', incarnation: 'i1', gateway: 'gh:Gateway:b', url: undefined },
];
for (const message of messages) {
  test(`gateway message: ${formatGatewayMessage(message)} is read as it was written`, () =>
    assert.equal(parseGatewayMessage(formatGatewayMessage(message)), message));
}

test('gateway message: dead? without a silence means never heard', () => {
  assert.equal(parseGatewayMessage('dead? gh:Game:g1 i1'), {
    kind: 'dead?',
    serverId: 'gh:Game:g1',
    incarnation: 'i1',
    silentMs: Number.POSITIVE_INFINITY,
  });
});

const ignored = [
  '',
  'kick',
  'kick s1',
  'kick s1 -1',
  'kick s1 1e3',
  'kick s1 99999999999999999',
  'dead? id',
  'heard? id now',
  'announce x text',
  'announce 1 %E0%A4%A',
];
for (const text of ignored) {
  test(`gateway message: '${text}' is ignored`, () => assert.is(parseGatewayMessage(text), undefined));
}

test.run();
