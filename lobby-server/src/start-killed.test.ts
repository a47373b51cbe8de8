import { loadScript } from '@gatehouse/shared/cluster/script';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { TestClient } from './test-client.ts';
import type { Cut, RedisCut } from './test-cut.ts';
import type { TestGateway } from './test-gateway.ts';
import { TestLobbies } from './test-lobbies.ts';

// The host, its lobby server or the gateway that places the game dies at each step of a start; the game starts all the same.

const COMMIT = loadScript('commit-room', new URL('../lua/', import.meta.url));
const lobbies = await TestLobbies.start();
const survivor = await lobbies.lobbyServer('survivor');
const b = await lobbies.gateway('b', [survivor]);
const { raw, keys } = lobbies.cluster;
const place = b.place;
const gateways = [b];
let tries = 0;

test.after(() => lobbies.stop());

interface Scene {
  readonly ann: TestClient;
  readonly bob: TestClient;
  readonly id: string;
  readonly victim: { id: string; cut: RedisCut };
  /** Linked to both lobby servers; Ann is on it. */
  readonly a: TestGateway;
}

/** Ann is host, on the lobby server that is to die; Bob is on the other one, through another gateway, and is ready. */
async function scene(): Promise<Scene> {
  tries++;
  const victim = await lobbies.victim(`victim${tries}`);
  const a = await lobbies.gateway(`a${tries}`, [victim.id, survivor]);
  gateways.push(a);
  const ann = await lobbies.client(`ann${tries}`, a, victim.id);
  const bob = await lobbies.client(`bob${tries}`, b, survivor);
  const id = (await ann.create('arena')).room?.lobbyRoomId ?? '';
  await bob.join(id);
  await bob.done(bob.ready());
  await ann.event('readyChanged');
  return { ann, bob, id, victim, a };
}

/** Ann attaches to the other server as the SDK does, and hears the answer to her START, once. */
async function annGoesOn({ ann, a, id }: Scene, ref: number): Promise<void> {
  await ann.login(a);
  const opened = await ann.attach(a, survivor, { roomId: id, first: ref });
  if (opened.have < ref) ann.send(FRAME_TYPES.startGame, undefined, ref);
  await ann.done(ref);
  assert.is(ann.received.filter(each => each.kind === 'done' && each.message.ref === ref).length, 1);
}

/** A start is repeated when it is 2 s old: now it is. */
async function hurry(id: string): Promise<void> {
  const key = keys.lobbyRoom(id);
  const state = JSON.parse((await raw.hget(key, 'state')) ?? '{}');
  if (state.phase?.kind !== 'starting') return;
  state.phase.sinceMs -= 2000;
  await raw.hset(key, 'state', JSON.stringify(state));
}

/** Everybody plays round 1, and was told so once. */
async function assertStarted({ bob, id }: Scene): Promise<void> {
  await hurry(id);
  await bob.event('started');
  await bob.done(bob.say('on we go')); // behind whatever else was said of the start
  const said = bob.received.flatMap(each => (each.kind === 'event' ? [each.message.event] : []));
  assert.equal(
    said.filter(event => event === 'starting' || event === 'started' || event === 'startFailed'),
    ['starting', 'started'],
  );
  const rooms = gateways.flatMap(({ placed }) => placed.map(({ roomId }) => roomId ?? ''));
  assert.equal(
    [...new Set(rooms.filter(roomId => roomId.startsWith(id)))],
    [`${id}-1`],
    'whoever repeated it named the same game room',
  );
}

const cuts: [name: string, cut: Cut][] = [
  ['before the start is committed', { script: COMMIT, when: 'before' }],
  ['right after the start is committed', { script: COMMIT, when: 'after' }],
  ['when the game runs, before that is committed', { script: COMMIT, nth: 2, when: 'before' }],
  ['when the game runs, right after that is committed', { script: COMMIT, nth: 2, when: 'after' }],
];
for (const [name, cut] of cuts) {
  test(`start: the lobby server dies ${name}`, async () => {
    const at = await scene();
    const dead = at.victim.cut.at(cut);
    const ref = at.ann.send(FRAME_TYPES.startGame);
    await dead;
    lobbies.kill(at.victim);
    await annGoesOn(at, ref);
    await assertStarted(at);
  });

  test(`start: the host and its lobby server die ${name}`, async () => {
    const at = await scene();
    const dead = at.victim.cut.at(cut);
    at.ann.send(FRAME_TYPES.startGame);
    await dead;
    lobbies.kill(at.victim);
    if (name.startsWith('before')) return; // nobody has heard of a start: the next host may
    await assertStarted(at);
  });
}

test('start: the lobby server dies while a gateway places the game', async () => {
  const at = await scene();
  at.a.place = async () => {
    lobbies.kill(at.victim);
    return { maxPlayers: 8 };
  };
  const ref = at.ann.send(FRAME_TYPES.startGame);
  await at.bob.event('starting');
  await lobbies.until(() => at.a.placed.length === 1);
  at.a.place = place;
  await annGoesOn(at, ref);
  await assertStarted(at);
});

const gatewayDeaths: [name: string, runs: boolean][] = [
  ['before the game runs', false],
  ['when the game runs, before it says so', true],
];
for (const [name, runs] of gatewayDeaths) {
  test(`start: the placing gateway dies ${name}`, async () => {
    const at = await scene();
    at.a.place = async () => {
      at.a.close(); // whatever it answers now reaches nobody
      return { maxPlayers: runs ? 8 : 0 };
    };
    at.ann.send(FRAME_TYPES.startGame);
    await lobbies.until(() => at.a.placed.length === 1);
    await assertStarted(at);
    lobbies.kill(at.victim);
  });
}

test.run();
