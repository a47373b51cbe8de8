import { CLOSE_REASONS } from '@gatehouse/shared/protocol/close-codes';
import { FRAME_TYPES, STREAMS } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Client } from './client.ts';
import type { ClientEvents } from './client-events.ts';
import { bytes, connect, defineMessages, type GameRoom, json, message } from './public.ts';
import { serverFrames } from './session-bench.ts';
import { MAX_RETAINED_BYTES } from './session-state.ts';
import { TestGateway } from './test-gateway-node.ts';

const game = defineMessages({ move: message(0x1001, json<{ x: number }>()), raw: bytes(0x1002) });

interface Context {
  gateway: TestGateway;
  clients: Client[];
  /** Logged in at the gateway of this test; reconnects at once. */
  login(options?: { commandTimeoutMs?: number; clock?: FakeClock }): Promise<Client>;
}

const test = suite<Context>('connect');

test.before.each(async context => {
  context.gateway = await TestGateway.start();
  context.clients = [];
  context.login = async (options = {}) => {
    const client = await connect({ urls: [context.gateway.url], guestName: 'ann', random: () => 0, ...options });
    context.clients.push(client);
    return client;
  };
});

test.after.each(async ({ gateway, clients }) => {
  for (const client of clients) client.close();
  await gateway.stop();
});

/** The next event of this name, or the next one that fits. */
function next<N extends keyof ClientEvents>(
  client: Client,
  name: N,
  fits: (payload: ClientEvents[N]) => boolean = () => true,
): Promise<ClientEvents[N]> {
  return new Promise(resolve => {
    const stop = client.on(name, payload => {
      if (!fits(payload)) return;
      stop();
      resolve(payload);
    });
  });
}

/** Resolves with the first `count` moves. */
function moves(room: GameRoom<typeof game>, count: number): Promise<number[]> {
  const seen: number[] = [];
  return new Promise(resolve => {
    room.on('move', ({ x }) => {
      seen.push(x);
      if (seen.length === count) resolve(seen);
    });
  });
}

test('from nothing into a game in one line', async ({ login }) => {
  const room = await (await login()).joinOrCreate('arena', { messages: game });
  assert.equal([...room.snapshot], [42]);
  const echoed = moves(room, 2);
  room.send('move', { x: 1 });
  room.send('move', { x: 2 });
  assert.equal(await echoed, [1, 2]);
});

test('wrong names and payloads do not compile', async ({ login }) => {
  const room = await (await login()).joinOrCreate('arena', { messages: game });
  const unchecked = (): void => {
    // @ts-expect-error: x is a number
    room.send('move', { x: 'one' });
    // @ts-expect-error: no such message
    room.send('jump', { x: 1 });
    // @ts-expect-error: bytes
    room.on('raw', (payload: string) => payload);
  };
  assert.type(unchecked, 'function');
});

test('events have types', async ({ login }) => {
  const client = await login();
  const unchecked = (): void => {
    client.on('away', ({ stream, roomId, why }) => [stream satisfies 'lobby' | 'room', roomId, why satisfies string]);
    client.on('stalled', stalled => stalled.keptBytes + stalled.keptForMs + stalled.givenUpFrames);
    client.on('ended', ({ why, result, error }) => [why, result satisfies Uint8Array, error?.code]);
    // @ts-expect-error: nothing was missed, so there is no why
    client.on('resumed', ({ why }) => why);
    // @ts-expect-error: of a stream, not of the session
    client.on('away', ({ stream }) => stream === 'session');
    // @ts-expect-error: no such event
    client.on('back', () => {});
  };
  assert.type(unchecked, 'function');
});

test('a cut is healed: nothing lost, doubled or reordered', async ({ login, gateway }) => {
  const client = await login();
  const room = await client.joinOrCreate('arena', { messages: game });
  const echoed = moves(room, 60);
  for (let x = 0; x < 60; x++) {
    room.send('move', { x });
    if (x % 20 !== 10) continue;
    const resumed = next(client, 'resumed');
    gateway.cutAll();
    await resumed;
  }
  assert.equal(
    await echoed,
    Array.from({ length: 60 }, (_, x) => x),
  );
  assert.is(gateway.hellos.at(-1)?.resumeToken, 'T');
});

test('what happens is told in order, each once: away, resumed, and how the room ended', async ({ login, gateway }) => {
  const client = await login();
  const room = await client.joinOrCreate('arena', { messages: game });
  const told: string[] = [];
  client.on('disconnected', () => told.push('disconnected'));
  client.on('connected', ({ resumed }) => told.push(`connected ${resumed}`));
  client.on('away', ({ stream, roomId, why }) => told.push(`away ${stream} ${roomId} ${why}`));
  client.on('resumed', ({ stream, lostFrames }) => told.push(`resumed ${stream} ${lostFrames}`));
  client.on('ended', ({ stream, roomId, why, result }) => told.push(`ended ${stream} ${roomId} ${why} ${[...result]}`));
  gateway.cutAll();
  await next(client, 'resumed', ({ stream }) => stream === 'room');
  gateway.sendToAll(serverFrames.detached({ stream: STREAMS.room, roomId: room.roomId, turn: 1, why: 'serverLost' }));
  await next(client, 'resumed');
  gateway.sendToAll(serverFrames.ended(9, { why: 'ended', result: new Uint8Array([7]) }));
  await next(client, 'ended');
  assert.equal(told, [
    'disconnected',
    'away lobby L disconnected',
    'away room L-1 disconnected',
    'connected true',
    'resumed lobby 0',
    'resumed room 0',
    'away room L-1 serverLost',
    'resumed room 0',
    'ended room L-1 ended 7',
  ]);
});

test('diagnostics: connection, streams, counters and what has happened', async ({ login, gateway }) => {
  const client = await login();
  const room = await client.joinOrCreate('arena', { messages: game });
  const echoed = moves(room, 1);
  room.send('move', { x: 1 });
  await echoed;
  client.ping();
  while (client.diagnostics().latencyMs.length === 0) await new Promise(setImmediate); // it announces itself to nobody
  const resumed = next(client, 'resumed', ({ stream }) => stream === 'room');
  client.useNetwork({ connecting: () => true, carry: (_direction, _byteCount, deliver) => deliver() })();
  await resumed;
  const { connection, lobby, counts, events, ...rest } = client.diagnostics();
  assert.equal(connection, { state: 'connected', url: gateway.url });
  assert.equal([lobby.state, lobby.roomId, lobby.have], ['open', 'L', 1]);
  const mark = { epoch: 1000, number: 1 };
  assert.equal(rest.room, { state: 'open', roomId: 'L-1', mark, have: 1, keptFrames: 0, keptBytes: 0, turn: 0 });
  assert.equal([counts.connects, counts.disconnects, counts.resumes, counts.lostFrames], [2, 1, 2, 0]);
  assert.ok(counts.bytesIn > counts.framesIn && counts.bytesOut > counts.framesOut && counts.framesOut > 3);
  assert.equal(
    events.map(({ name }) => name),
    ['connected', 'disconnected', 'away', 'away', 'connected', 'resumed', 'resumed'],
  );
});

test('more than is kept is told at once', async ({ login, gateway }) => {
  const client = await login({ clock: new FakeClock() });
  const room = await client.joinOrCreate('arena', { messages: game });
  const disconnected = next(client, 'disconnected');
  gateway.cutAll();
  await disconnected;
  const stalls: ClientEvents['stalled'][] = [];
  client.on('stalled', stalled => stalls.push(stalled));
  const frame = new Uint8Array(60_000);
  for (let kept = 0; kept < MAX_RETAINED_BYTES; kept += frame.length) room.send('raw', frame);
  const [{ stream, keptFrames, givenUpFrames } = {}, ...more] = stalls;
  assert.equal([stream, keptFrames, givenUpFrames, more], ['room', 17, 1, []]);
});

test('a command waits for its reply across a reconnect', async ({ login, gateway }) => {
  const client = await login();
  await client.lobby.create('arena');
  gateway.isMute = true;
  const said = client.lobby.chat('hello');
  const disconnected = next(client, 'disconnected');
  gateway.cutAll();
  assert.is((await disconnected).retryInMs, 0);
  gateway.isMute = false;
  await said;
});

test('a session that cannot be resumed is a new one with the same seat', async ({ login, gateway }) => {
  const client = await login();
  const room = await client.joinOrCreate('arena', { messages: game });
  gateway.resumes = false;
  const fresh = next(client, 'fresh');
  gateway.cutAll();
  assert.is((await fresh).why, 'sessionLost');
  await next(client, 'resumed'); // the room, by its mark
  assert.is(room.end, undefined);
});

test('a game room ends for every reason once', async ({ login, gateway }) => {
  const client = await login();
  const room = await client.joinOrCreate('arena', { messages: game });
  const ended = new Promise(resolve => room.onEnded(resolve));
  gateway.sendToAll(serverFrames.ended(9, { why: 'ended', result: new Uint8Array([7]) }));
  await ended;
  assert.equal([room.end?.why, ...(room.end?.result ?? [])], ['ended', 7]);
  await room.leave();
  await rejects(client.room({ roomId: 'L-2' }), 'NO_SEAT');
});

test('leaving a game room resolves when the room knows', async ({ login }) => {
  const room = await (await login()).joinOrCreate('arena');
  await room.leave();
  assert.is(room.end?.why, 'left');
});

test('a refusal rejects with its code; nothing is tried again', async ({ gateway }) => {
  await rejects(connect({ urls: [gateway.url], token: 'bad' }), 'UNAUTHORIZED');
  assert.is(gateway.hellos.length, 1);
});

test('a refusal for now is forgotten with its connection: what ends the client later has its own code', async context => {
  const { login, gateway } = context;
  const client = await login();
  gateway.refusesHellos = 1;
  const refused = next(client, 'disconnected', ({ code }) => code === CLOSE_REASONS.unavailable.code);
  gateway.cutAll();
  await refused;
  const closed = next(client, 'closed');
  client.close();
  assert.is((await closed).error.code, 'CLOSED');
});

test('no gateway in time, and no usable URL', async () => {
  const clock = new FakeClock();
  const connecting = connect({ urls: ['ws://127.0.0.1:1'], guestName: 'ann', clock, connectTimeoutMs: 100 });
  clock.advance(100);
  await rejects(connecting, 'TIMEOUT');
  await rejects(connect({ urls: ['http://127.0.0.1'], guestName: 'ann' }), 'BAD_CONFIG');
  await rejects(connect({ urls: [], guestName: 'ann' }), 'BAD_CONFIG');
});

test('a page reload comes back into the running game', async ({ login }) => {
  const before = await (await login()).joinOrCreate('arena', { messages: game });
  const after = await (await login()).joinOrCreate('arena', { messages: game });
  assert.is(after.roomId, before.roomId);
});

test('what is asked of a closed client rejects', async ({ login }) => {
  const client = await login();
  client.close();
  await rejects(client.lobby.create('arena'), 'CLOSED');
  await rejects(client.room({ roomId: 'L-1' }), 'CLOSED');
  await rejects(client.joinOrCreate('arena'), 'CLOSED');
});

test('GOODBYE for good closes the client and all that waits', async ({ login, gateway }) => {
  const client = await login();
  const room = await client.joinOrCreate('arena');
  gateway.isMute = true;
  const said = client.lobby.chat('hello');
  const closed = next(client, 'closed');
  gateway.sendToAll(encodeMessageFrame(FRAME_TYPES.goodbye, 0, messages.Goodbye, CLOSE_REASONS.superseded));
  gateway.cutAll();
  assert.is((await closed).error.code, 'SUPERSEDED');
  await rejects(said, 'SUPERSEDED');
  assert.is(room.end?.why, 'closed');
  assert.is(client.lobby.room, undefined);
});

async function rejects(promise: Promise<unknown>, code: string): Promise<void> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.is((error as { code?: string } | undefined)?.code, code);
}

test.run();
