import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Client } from './client.ts';
import { connect } from './public.ts';
import { TestGateway } from './test-gateway-node.ts';

interface Context {
  gateway: TestGateway;
  clients: Client[];
  login(options?: { commandTimeoutMs?: number; clock?: FakeClock }): Promise<Client>;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const failure = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  return failure instanceof GatehouseError ? failure.code : `no GatehouseError: ${failure}`;
}

const test = suite<Context>('lobby commands');

test.before.each(async context => {
  context.gateway = await TestGateway.start();
  context.clients = [];
  context.login = async (options = {}) => {
    const client = await connect({ urls: [context.gateway.url], guestName: 'ann', ...options });
    context.clients.push(client);
    return client;
  };
});

test.after.each(async ({ gateway, clients }) => {
  for (const client of clients) client.close();
  await gateway.stop();
});

test('a start that fails in the turn of the reply rejects joinOrCreate', async ({ login, gateway }) => {
  gateway.startFails = true;
  const client = await login();
  assert.is(await codeOf(client.joinOrCreate('arena')), 'NO_GAME_SERVER');
});

test('joinOrCreate asks again in a room that waits, but not for ever', async ({ login, gateway }) => {
  gateway.idleJoins = 2;
  const client = await login();
  assert.is((await client.joinOrCreate('arena')).roomId, 'L-1');
  gateway.idleJoins = 3;
  assert.is(await codeOf((await login()).joinOrCreate('arena')), 'CONFLICT');
});

test('joinOrCreate goes on to the next game when the one it was sent to is over, but not for ever', async ({
  login,
  gateway,
}) => {
  gateway.overGames = 2;
  const room = await (await login()).joinOrCreate('arena');
  assert.equal([room.roomId, room.end, gateway.overGames], ['L-3', undefined, 0]);
  gateway.overGames = 4;
  assert.is(await codeOf((await login()).joinOrCreate('arena')), 'ROOM_ENDED');
  assert.is(gateway.overGames, 1, 'three were tried');
});

test('commands that nobody waits for any more count, as they are said again', async ({ login, gateway }) => {
  const clock = new FakeClock();
  const client = await login({ clock, commandTimeoutMs: 10 });
  gateway.isMute = true;
  const codes: string[] = [];
  for (let n = 0; n < 17; n++) {
    const code = codeOf(client.lobby.list());
    clock.advance(10);
    codes.push(await code);
  }
  assert.equal([codes[0], codes.at(-2), codes.at(-1)], ['TIMEOUT', 'TIMEOUT', 'TOO_MANY_REQUESTS']);
});

test('options that are too long are a rejection, not an exception', async ({ login }) => {
  const { lobby } = await login();
  assert.is(await codeOf(lobby.create('arena', { options: 'x'.repeat(5000) })), 'BAD_OPTIONS');
});

test('a command has a deadline, and an error has a code', async ({ login, gateway }) => {
  const clock = new FakeClock();
  const client = await login({ clock, commandTimeoutMs: 5000 });
  assert.is(await codeOf(client.lobby.join('nowhere')), 'NO_SUCH_ROOM');
  gateway.isMute = true;
  const said = client.lobby.chat('hello');
  clock.advance(5000);
  assert.is(await codeOf(said), 'TIMEOUT');
});

test.run();
