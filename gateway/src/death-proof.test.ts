import { Keys } from '@gatehouse/shared/cluster/keys';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DeathProof } from './death-proof.ts';
import { GatewayBus } from './gateway-bus.ts';
import type { Server } from './server.ts';
import { TestLog } from './test-log.ts';

const id = 'gh:Game:g1';
const keys = new Keys({ namespace: 'gh' });

interface Known {
  incarnation?: string;
  linked?: boolean;
  pongAgeMs?: number;
  state?: string;
}

function known({ incarnation = 'i1', linked = false, pongAgeMs = 2000, state = 'up' }: Known): Server {
  const link = linked ? { closed: false } : undefined;
  return { id, record: { incarnation, state }, link, pongAgeMs } as unknown as Server;
}

interface Situation {
  subscribers: () => Promise<number>;
  /** What the other gateway knows. */
  other?: Known;
  own?: Known;
  /** What Redis says, however this gateway sees it. */
  stored?: string;
}

/** A gateway that asks and one that may object, over one channel. Returns what the first concluded and wrote to Redis. */
async function examine({ subscribers, other = {}, own = {}, stored = 'up' }: Situation) {
  const clock = new FakeClock();
  const log = new TestLog();
  const receivers: ((text: string) => void)[] = [];
  const evicted: unknown[] = [];
  const redis = {
    subscribers,
    publish: async (_channel: string, text: string) => {
      for (const receive of receivers) receive(text);
      return receivers.length;
    },
    subscribe: async (channel: string, receive: (text: string) => void) => {
      if (channel === keys.gateways) receivers.push(receive);
      return () => undefined;
    },
    run: async (_script: unknown, _keys: unknown, [incarnation]: readonly unknown[]) => {
      evicted.push(incarnation);
      return [stored === 'down' ? 'lost' : 'evicted'];
    },
  };
  const gateway = async (name: string, server: Server) => {
    const bus = new GatewayBus({ redis, keys, self: `gh:Gateway:${name}` });
    await bus.start();
    const proof = new DeathProof({
      redis,
      keys,
      bus,
      clock,
      log,
      server: asked => (asked === id ? server : undefined),
    });
    proof.start();
    return proof;
  };
  const server = known(own);
  const proof = await gateway('a', server);
  await gateway('b', known(other));
  const concluded = proof.examine(server);
  for (let turn = 0; turn < 20; turn++) {
    await new Promise(resolve => setImmediate(resolve));
    clock.advance(100);
  }
  return { dead: await concluded, evicted, log };
}

const nobody = async () => 0;

test('death proof: nobody listens, nobody subscribes, nobody objects', async () => {
  const { dead, evicted, log } = await examine({ subscribers: nobody });
  assert.is(dead, true);
  assert.equal(evicted, ['i1']);
  assert.is(log.of(LOG_EVENTS.serverEvicted, { server: id, why: 'dead' }).length, 1);
  assert.is(log.of(LOG_EVENTS.serverLost, { server: id, why: 'dead' }).length, 1);
});

test('death proof: of one that was evicted before, only the loss is said', async () => {
  const { log } = await examine({ subscribers: nobody, own: { state: 'suspect' }, stored: 'down' });
  assert.equal(log.of(LOG_EVENTS.serverEvicted), []);
  assert.is(log.of(LOG_EVENTS.serverLost).length, 1);
});

const unproven: [name: string, situation: Situation][] = [
  ['it is subscribed', { subscribers: async () => 1 }],
  ['another gateway has heard it since', { subscribers: nobody, other: { linked: true, pongAgeMs: 100 } }],
  ['a dial has succeeded meanwhile', { subscribers: nobody, own: { linked: true } }],
  [
    'Redis cannot say',
    {
      subscribers: async () => {
        throw new GatehouseError('UNAVAILABLE');
      },
    },
  ],
];
for (const [name, situation] of unproven) {
  test(`death proof: not when ${name}`, async () => {
    const { dead, evicted, log } = await examine(situation);
    assert.is(dead, false);
    assert.equal([evicted, log.lines], [[], []]);
  });
}

test('death proof: a server that came back while the others were asked lives', async () => {
  const answers = [0, 1];
  const { dead } = await examine({ subscribers: async () => answers.shift() ?? 1 });
  assert.is(dead, false);
});

test.run();
