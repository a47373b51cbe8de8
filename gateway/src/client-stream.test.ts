import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ClientStream, ROUTE_RETRY_MS, type Route, type StreamHost } from './client-stream.ts';
import { FanOut } from './fan-out.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (frame: Uint8Array) => new TextDecoder().decode(frame);
const attach = (turn: number, roomId = 'R') => ({ stream: 2, roomId, first: 1, turn }) as gatehouse.Attach;
const settle = () => new Promise(resolve => setImmediate(resolve));

function fixture(routes: Route[] = []) {
  const said: string[] = [];
  const link: string[] = [];
  const clock = new FakeClock();
  const fanOut = new FanOut({
    congested: false,
    sendOpen: (channel, open) => link.push(`open ${channel} ${open.roomId} turn ${open.turn}`),
    sendClose: channel => link.push(`close ${channel}`),
    sendData: (channel, frame) => link.push(`data ${channel} ${text(frame)}`),
  });
  const host: StreamHost = {
    route: async () => routes.shift() ?? { kind: 'found', fanOut },
    openRequest: (request, turn) => ({ roomId: request.roomId, first: request.first, turn }),
    send: frame => said.push(text(frame)),
    sendDetached: (roomId, turn, why) => said.push(`detached ${roomId} ${turn} ${why}`),
    sendFailure: failure =>
      said.push(`failure ${failure.code} turn ${failure.turn}${failure.why ? ` ${failure.why}` : ''}`),
    sendElsewhere: url => said.push(`elsewhere ${url}`),
    attached: roomId => said.push(`attached ${roomId}`),
    holdReading: () => said.push('hold'),
    releaseReading: () => said.push('release'),
  };
  return { said, link, clock, fanOut, stream: new ClientStream(host, clock) };
}

test('stream: attach, play, lose the link, attach again', async () => {
  const { stream, fanOut, said, link } = fixture();
  stream.attach(attach(0));
  await settle();
  stream.forward(bytes('early'));
  fanOut.opened(1, bytes('OPENED'));
  stream.forward(bytes('move'));
  fanOut.data(1, bytes('hit'));
  fanOut.detachAll('linkLost');
  stream.forward(bytes('late'));
  stream.attach(attach(0)); // sent before the client knew
  stream.attach(attach(1));
  await settle();
  assert.equal(said, ['attached R', 'OPENED', 'hit', 'detached R 1 linkLost']);
  assert.equal(link, ['open 1 R turn 0', 'data 1 move', 'open 2 R turn 1']);
});

test('stream: what held it ends with its channel', async () => {
  const { stream, fanOut, said } = fixture();
  stream.attach(attach(0));
  await settle();
  fanOut.pause(1);
  fanOut.detachAll('linkLost');
  stream.attach(attach(1));
  await settle();
  fanOut.pause(2);
  stream.end();
  stream.end();
  assert.equal(
    said.filter(word => word === 'hold' || word === 'release'),
    ['hold', 'release', 'hold', 'release'],
  );
});

test('stream: a newer ATTACH replaces the one under way', async () => {
  const { stream, fanOut, said, link } = fixture();
  stream.attach(attach(0));
  await settle();
  stream.attach(attach(0, 'S'));
  await settle();
  fanOut.opened(1, bytes('OPENED R')); // of the channel that was given up
  fanOut.opened(2, bytes('OPENED S'));
  assert.equal(link, ['open 1 R turn 0', 'close 1', 'open 2 S turn 0']);
  assert.equal(said, ['attached S', 'OPENED S']);
});

test('stream: without a route it asks again, then says so once after 5 seconds', async () => {
  const nowhere: Route = { kind: 'none', code: 'NO_ROUTE', retryable: true };
  const { stream, said, clock } = fixture(Array.from({ length: 100 }, () => nowhere));
  stream.attach(attach(0));
  for (let passed = 0; passed < ROUTE_RETRY_MS + 1_000; passed += 100) {
    await settle();
    clock.advance(100);
  }
  assert.equal(said, ['failure NO_ROUTE turn 0']);
  assert.is(clock.pending, 0);
});

test('stream: a refusal that is final is passed on at once, with its result', async () => {
  const { stream, fanOut, said } = fixture();
  stream.attach(attach(3));
  await settle();
  fanOut.channelClosed(1, { code: 'NO_SEAT', message: '', result: bytes('') } as gatehouse.LinkClose);
  assert.equal(said, ['failure NO_SEAT turn 3']);
  assert.is(stream.kind, 'detached');
});

test('stream: a server that only another gateway reaches: the client is sent there, and nothing more is tried', async () => {
  const { stream, said, clock } = fixture([{ kind: 'elsewhere', url: 'ws://b' }]);
  stream.attach(attach(0));
  await settle();
  clock.advance(ROUTE_RETRY_MS);
  assert.equal([said, clock.pending], [['elsewhere ws://b'], 0]);
});

test('stream: a room that has ended says why, whoever tells it', async () => {
  const ended: Route = { kind: 'none', code: 'ROOM_ENDED', retryable: false, why: 'serverLost' };
  const { stream, fanOut, said } = fixture([ended]);
  stream.attach(attach(0)); // by its record
  await settle();
  stream.attach(attach(0)); // by its server
  await settle();
  fanOut.channelClosed(1, { code: 'ROOM_ENDED', message: 'failed', result: bytes('') } as gatehouse.LinkClose);
  assert.equal(said, ['failure ROOM_ENDED turn 0 serverLost', 'failure ROOM_ENDED turn 0 failed']);
});

test('stream: a link lost before the answer is no news for the client: another route is looked for', async () => {
  const { stream, fanOut, said, link, clock } = fixture();
  stream.attach(attach(0));
  await settle();
  fanOut.detachAll('linkLost');
  clock.advance(200);
  await settle();
  fanOut.opened(2, bytes('OPENED'));
  assert.equal(link, ['open 1 R turn 0', 'open 2 R turn 0']);
  assert.equal(said, ['attached R', 'OPENED']);
});

for (const [code, expected] of [
  ['ROOM_ENDED', []],
  ['SUPERSEDED', []],
  ['INTERNAL', ['detached R 1 closed']],
] as const) {
  test(`stream: a backend that ends an attached channel with ${code}`, async () => {
    const { stream, fanOut, said } = fixture();
    stream.attach(attach(0));
    await settle();
    fanOut.opened(1, bytes('OPENED'));
    fanOut.channelClosed(1, { code, message: '', result: bytes('') } as gatehouse.LinkClose);
    assert.equal(said.slice(2), [...expected]);
    assert.is(stream.kind, 'detached');
  });
}

test('stream: after end() the channel is closed and nothing is sent', async () => {
  const { stream, fanOut, said, link, clock } = fixture();
  stream.attach(attach(0));
  await settle();
  fanOut.opened(1, bytes('OPENED'));
  stream.end();
  fanOut.data(1, bytes('late'));
  assert.equal(link.slice(1), ['close 1']);
  assert.equal(said, ['attached R', 'OPENED']);
  assert.is(clock.pending, 0);
});

test.run();
