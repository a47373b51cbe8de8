import { randomBytes } from 'node:crypto';
import { playerToken } from '@gatehouse/scripts/player-token';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Cut, CuttingRelay } from './harness/cutting-relay.ts';
import { ParrotPlayer, type PlayerIdentity } from './harness/parrot-player.ts';
import { TestCluster } from './harness/test-cluster.ts';

// Real connections that end at every byte of what is said on them: the greeting, the attach, and the first frames behind it.
// Whatever was half said, the player goes on at the other gateway: nothing lost, doubled or out of order in either direction.

const JWT_SECRET = randomBytes(32).toString('hex');
/** Players that are cut at once, each at its own positions. */
const PLAYERS = 16;
const TRANSPORTS = ['websocket', 'tcp'] as const;
/** Every so many cuts the gateway is not told; every so many the player may get whole before the next one. */
const HALF_OPEN = 3;
const WHOLE = 4;
/** The HTTP before the first frame has its tests elsewhere; only some of its positions are cut here. */
const HTTP_BYTES = { player: 129, gateway: 150 };
const HTTP_STEP = 16;

/** The greeting alone is longer. */
const FEWEST_POSITIONS = 90;

/** Whether the connection was cut before the player had what it waited for. */
type Outcome = 'cut' | 'late';
type Transport = (typeof TRANSPORTS)[number];

const cluster = await TestCluster.start({
  gateways: 2,
  gameServerEntry: 'tests/rooms/parrot-game-server.ts',
  healthIntervalMs: 5000,
  env: { JWT_SECRET, ROOM_LOG_MS: '120000', ROOM_LOG_BYTES: String(16 * 1024 * 1024) },
});
const urls = { websocket: await cluster.urls(), tcp: await cluster.tcpUrls() };

const players: ParrotPlayer[] = [];

test.after.each(() => Promise.all(players.splice(0).map(player => player.close())).then(() => undefined));
test.after(() => cluster.stop());

function identityOf(name: string): PlayerIdentity {
  return name.endsWith('guest') ? { guestName: name } : { token: playerToken(name, JWT_SECRET) };
}

async function connectPlayer(name: string, relay: CuttingRelay): Promise<ParrotPlayer> {
  const player = await ParrotPlayer.connect(relay, identityOf(name));
  players.push(player);
  return player;
}

/** Calls `cutAt` with 0, 1, 2 … until it says that the cut has come too late, and returns how many it did. Ends with its first error. */
async function everyPosition(cutAt: (position: number, worker: number) => Promise<Outcome>): Promise<number> {
  let next = 0;
  let late = Number.POSITIVE_INFINITY;
  const work = async (worker: number): Promise<void> => {
    for (let position = next++; position < late; position = next++) {
      const outcome = await cutAt(position, worker).catch((error: unknown) => {
        late = 0;
        throw new Error(`cut at ${position}: ${error}`);
      });
      if (outcome === 'late') late = Math.min(late, position);
    }
  };
  await Promise.all(Array.from({ length: PLAYERS }, (_, worker) => work(worker)));
  return late;
}

function bytesOf(position: number, { towards, transport }: { towards: Cut['towards']; transport: Transport }): number {
  if (transport === 'tcp') return position;
  const steps = Math.ceil(HTTP_BYTES[towards] / HTTP_STEP);
  return position < steps ? position * HTTP_STEP : HTTP_BYTES[towards] + position - steps;
}

for (const transport of TRANSPORTS) {
  for (const towards of ['player', 'gateway'] as const) {
    test(`${transport}, resumed: cut towards the ${towards} at every byte`, async () => {
      const names = Array.from({ length: PLAYERS }, (_, n) => `${transport}-${towards}-${n}${n % 2 ? '-guest' : ''}`);
      await Promise.all(names.map(async name => connectPlayer(name, await CuttingRelay.open(urls[transport]))));
      await Promise.all(players.map(player => player.play()));
      const positions = await everyPosition(async (position, worker) => {
        const player = players[worker] as ParrotPlayer;
        const afterBytes = bytesOf(position, { towards, transport });
        const cut = player.relay.cutNext({ towards, afterBytes, isHalfOpen: position % HALF_OPEN === 0 });
        player.say();
        const outcome = await Promise.race([
          cut.then(() => 'cut' as const),
          player.heardAll().then(() => 'late' as const),
        ]);
        if (outcome === 'cut' && position % WHOLE !== 0) return outcome; // the next cut comes on top of this one
        player.relay.cutNothing();
        await player.heardAll();
        return outcome;
      });
      assert.ok(positions > FEWEST_POSITIONS, `only ${positions} positions`);
      await Promise.all(players.map(player => player.heardAll()));
      assert.equal(
        players.flatMap(({ faults }) => faults),
        [],
      );
    });
  }
}

for (const towards of ['player', 'gateway'] as const) {
  test(`tcp, a new player: cut towards the ${towards} at every byte of login, lobby and first attach`, async () => {
    const positions = await everyPosition(async position => {
      const relay = await CuttingRelay.open(urls.tcp);
      let outcome: Outcome = 'late';
      void relay.cutNext({ towards, afterBytes: position, isHalfOpen: position % HALF_OPEN === 0 }).then(() => {
        outcome = 'cut';
      });
      const name = `new-${towards}-${position}${position % 2 ? '-guest' : ''}`;
      const player = await connectPlayer(name, relay);
      await player.play();
      player.say();
      await player.heardAll();
      await player.close();
      return outcome;
    });
    assert.ok(positions > FEWEST_POSITIONS, `only ${positions} positions`);
    assert.equal(
      players.flatMap(({ faults }) => faults),
      [],
    );
  });
}

test.run();
