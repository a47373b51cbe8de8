import { Keys } from '@gatehouse/shared/cluster/keys';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Detours, type Reachable, STAYS_FOR_MS, UNREACHABLE_AFTER_MS } from './detours.ts';
import { GatewayBus } from './gateway-bus.ts';

const id = 'gh:Game:g1';
const keys = new Keys({ namespace: 'gh' });

function known(view: Partial<Reachable> = {}): Reachable {
  return { id, record: { incarnation: 'i1', state: 'up' }, unlinkedForMs: undefined, pongAgeMs: 100, ...view };
}

const lost: Partial<Reachable> = { unlinkedForMs: UNREACHABLE_AFTER_MS, pongAgeMs: 5000 };

interface Other {
  view: Partial<Reachable> | undefined;
  takesClients?: boolean;
  url?: string;
}

/** A gateway with this view of the server, and others, over one bus. */
async function cluster(own: Partial<Reachable>, others: readonly Other[]) {
  const clock = new FakeClock();
  const channels: [channel: string, receive: (text: string) => void][] = [];
  const said: string[] = [];
  let up = true;
  const redis = {
    publish: async (to: string, text: string) => {
      if (!up) throw new GatehouseError('UNAVAILABLE');
      said.push(text.split(' ')[0] ?? '');
      const receivers = channels.filter(([channel]) => channel === to);
      for (const [, receive] of receivers) receive(text);
      return receivers.length;
    },
    subscribe: async (channel: string, receive: (text: string) => void) => {
      channels.push([channel, receive]);
      return () => undefined;
    },
  };
  const gateway = async (name: string, { view, takesClients = true, url }: Other) => {
    const self = `gh:Gateway:${name}`;
    const bus = new GatewayBus({ redis, keys, self });
    await bus.start();
    const server = () => view && known(view);
    const detours = new Detours({ bus, clock, self, url, random: () => 0, server, takesClients: () => takesClients });
    detours.start();
    return detours;
  };
  const detours = await gateway('a', { view: own, url: 'ws://a' });
  for (const [index, other] of others.entries()) await gateway(`b${index}`, other);
  const find = async (userId = 'u') => {
    const found = detours.find(known(own), userId);
    for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setImmediate(resolve));
    clock.advance(300);
    return found;
  };
  const cut = () => {
    up = false;
  };
  return { clock, said, find, cut };
}

test('detour: to a gateway that hears the server, with its URL', async () => {
  const { find, said } = await cluster(lost, [{ view: {}, url: 'ws://b' }]);
  assert.equal(await find(), { url: 'ws://b' });
  assert.equal(said, ['heard?', 'heard']);
});

const stays: [name: string, own: Partial<Reachable>, others: Other[], asks: boolean][] = [
  ['nobody else is there', lost, [], true],
  ['the others do not know it', lost, [{ view: undefined }], true],
  ['the others cannot reach it either', lost, [{ view: lost }], true],
  ['their newest pong is 3 s old', lost, [{ view: { pongAgeMs: 3000 } }], true],
  ['they hear another incarnation', lost, [{ view: { record: { incarnation: 'i2', state: 'up' } } }], true],
  ['they drain', lost, [{ view: {}, takesClients: false }], true],
  ['the link was lost a moment ago', { ...lost, unlinkedForMs: UNREACHABLE_AFTER_MS - 1 }, [{ view: {} }], false],
  ['it is linked here', {}, [{ view: {} }], false],
  ['the server is lost', { ...lost, record: { incarnation: 'i1', state: 'lost' } }, [{ view: {} }], false],
];
for (const [name, own, others, asks] of stays) {
  test(`detour: none, the client stays, when ${name}`, async () => {
    const { find, said } = await cluster(own, others);
    assert.is(await find(), undefined);
    assert.is(said.includes('heard?'), asks);
  });
}

test('detour: without Redis everybody stays', async () => {
  const { find, cut } = await cluster(lost, [{ view: {} }]);
  cut();
  assert.is(await find(), undefined);
});

test('detour: one question serves many clients; who comes back at once stays', async () => {
  const { find, said, clock } = await cluster(lost, [{ view: {} }]);
  assert.ok(await find('u'));
  assert.ok(await find('w'));
  assert.is(await find('u'), undefined, 'it was sent a moment ago');
  assert.is(said.filter(word => word === 'heard?').length, 1);
  clock.advance(STAYS_FOR_MS);
  assert.ok(await find('u'));
  assert.is(said.filter(word => word === 'heard?').length, 2);
});

test.run();
