import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GatehouseError } from '../protocol/errors.ts';
import { type gatehouse, messages } from '../protocol/messages.ts';
import { FakeClock } from '../runtime/fake-clock.ts';
import { silentLog } from '../runtime/log.ts';
import { LINK_OPS } from './link-protocol.ts';
import { LinkRequests, type ReplyBody } from './link-requests.ts';

type Answer = (request: gatehouse.LinkRequest) => Promise<ReplyBody>;

/** An asking and an answering side joined in memory. */
function pair(answer: Answer, maxPending = 10) {
  const clock = new FakeClock();
  const shared = { clock, log: silentLog, maxPending };
  const asker = new LinkRequests({
    ...shared,
    send: (_op, body) => answerer.receiveRequest(body),
    answer: () => Promise.reject(new Error('not asked')),
  });
  const answerer = new LinkRequests({
    ...shared,
    send: (op, body) => {
      assert.is(op, LINK_OPS.reply);
      asker.receiveReply(body);
    },
    answer,
  });
  return { asker, answerer, clock };
}

const never: Answer = () => new Promise(() => {});

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof GatehouseError) return error.code;
    throw error;
  }
  return 'resolved';
}

test('requests: each gets its own reply, in whatever order they come', async () => {
  const waiting: (() => void)[] = [];
  const { asker, clock } = pair(
    request =>
      new Promise(resolve =>
        waiting.unshift(() => resolve({ joinServer: { maxPlayers: Number(request.joinServer?.roomId) } })),
      ),
  );
  const replies = [1, 2, 3].map(n => asker.request({ joinServer: { roomId: `${n}` } }, 1000));
  for (const answer of waiting) answer();
  const players = (await Promise.all(replies)).map(reply => reply.joinServer?.maxPlayers);
  assert.equal(players, [1, 2, 3]);
  assert.is(clock.pending, 0);
});

test('requests: the answering side sees body and time limit', async () => {
  let seen: gatehouse.LinkRequest | undefined;
  const { asker } = pair(async request => {
    seen = request;
    return { placeRoom: { serverId: 'gh:Game:g1' } };
  });
  const reply = await asker.request({ placeRoom: { roomId: 'r', users: [{ userId: 'u' }] } }, 700);
  assert.is(reply.placeRoom?.serverId, 'gh:Game:g1');
  assert.is(seen?.timeoutMs, 700);
  assert.is(seen?.placeRoom?.users?.[0]?.userId, 'u');
});

const failures: [name: string, thrown: unknown, code: string][] = [
  ['our error keeps its code', new GatehouseError('ROOM_FULL'), 'ROOM_FULL'],
  ['any other error is INTERNAL', new TypeError('bug'), 'INTERNAL'],
];
for (const [name, thrown, code] of failures) {
  test(`requests: ${name}`, async () => {
    const { asker, clock } = pair(() => Promise.reject(thrown));
    assert.is(await codeOf(asker.request({}, 1000)), code);
    assert.is(clock.pending, 0);
  });
}

test('requests: an answer thrown at once counts like a rejected one', async () => {
  const { asker } = pair(() => {
    throw new GatehouseError('ROOM_LOCKED');
  });
  assert.is(await codeOf(asker.request({}, 1000)), 'ROOM_LOCKED');
});

test('requests: a code that this version does not know is INTERNAL', async () => {
  const { asker } = pair(never);
  const asked = asker.request({}, 1000);
  asker.receiveReply(messages.LinkReply.encode({ id: 1, errorCode: 'FROM_THE_FUTURE' }).finish());
  assert.is(await codeOf(asked), 'INTERNAL');
});

test('requests: without a reply TIMEOUT, and the late reply is dropped', async () => {
  const { asker, clock } = pair(never);
  const asked = asker.request({}, 1000);
  clock.advance(999);
  clock.advance(1);
  assert.is(await codeOf(asked), 'TIMEOUT');
  asker.receiveReply(messages.LinkReply.encode({ id: 1 }).finish());
});

test('requests: the asking side stops at its bound', async () => {
  const { asker, clock } = pair(never, 2);
  const asked = [asker.request({}, 1000), asker.request({}, 1000)].map(codeOf);
  assert.is(await codeOf(asker.request({}, 1000)), 'TOO_MANY_REQUESTS');
  clock.advance(1000);
  assert.equal(await Promise.all(asked), ['TIMEOUT', 'TIMEOUT']);
  assert.is(clock.pending, 0);
});

test('requests: the answering side refuses beyond its bound', () => {
  const replies: string[] = [];
  const answerer = new LinkRequests({
    clock: new FakeClock(),
    log: silentLog,
    maxPending: 2,
    answer: never,
    send: (_op, body) => replies.push(messages.LinkReply.decode(body).errorCode),
  });
  for (const id of [1, 2, 3]) answerer.receiveRequest(messages.LinkRequest.encode({ id }).finish());
  assert.equal(replies, ['TOO_MANY_REQUESTS']);
});

test('requests: the end of the link rejects what waits and what is asked later', async () => {
  const { asker, clock } = pair(never);
  const asked = asker.request({}, 1000);
  asker.end(new GatehouseError('LINK_CLOSED'));
  assert.is(await codeOf(asked), 'LINK_CLOSED');
  assert.is(await codeOf(asker.request({}, 1000)), 'LINK_CLOSED');
  assert.is(clock.pending, 0);
});

test('requests: garbage is BAD_FRAME', () => {
  const { asker } = pair(never);
  for (const receive of [() => asker.receiveReply(Uint8Array.of(0x08)), () => asker.receiveRequest(Uint8Array.of(8))]) {
    assert.throws(receive, (error: GatehouseError) => error.code === 'BAD_FRAME');
  }
});

test.run();
