import { Keys } from '@gatehouse/shared/cluster/keys';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Detour, Reachable } from './detours.ts';
import type { FanOut } from './fan-out.ts';
import { Router } from './router.ts';

const id = 'gh:Game:g1';
const OLD = { fanOut: {} as FanOut, incarnation: 'i1' };
const NEW = { fanOut: {} as FanOut, incarnation: 'i2' };

/** A room runs on OLD; while the other gateways are asked about it, `meanwhile` happens to the server. */
function routeOf(options: { detour?: Detour; meanwhile?: typeof OLD | undefined }) {
  let current: typeof OLD | undefined = OLD;
  const server: Reachable & { record: { users: number }; fanOut: FanOut | undefined } = {
    id,
    unlinkedForMs: 1500,
    pongAgeMs: undefined,
    get record() {
      return { incarnation: current?.incarnation ?? OLD.incarnation, state: 'up' as const, users: 0 };
    },
    get fanOut() {
      return current?.fanOut;
    },
  };
  const router = new Router({
    redis: { run: () => Promise.reject(new Error('no lobby is asked for')) },
    keys: new Keys({ namespace: 'gh' }),
    servers: { get: () => server, candidates: () => [] },
    placement: { locate: async () => ({ kind: 'running', serverId: id, incarnation: OLD.incarnation }) },
    detours: {
      find: async () => {
        if ('meanwhile' in options) current = options.meanwhile;
        return options.detour;
      },
    },
  });
  return router.routeRoom('A-1', 'ann');
}

const later = { kind: 'none', code: 'NO_ROUTE', retryable: true };

test('route: to the server that runs the room', async () => {
  assert.equal(await routeOf({}), { kind: 'found', fanOut: OLD.fanOut });
});

test('route: elsewhere, when another gateway hears the server', async () => {
  assert.equal(await routeOf({ detour: { url: 'ws://b' } }), { kind: 'elsewhere', url: 'ws://b' });
});

test('route: not to a server that was started anew meanwhile, which knows nothing of the room', async () => {
  assert.equal(await routeOf({ meanwhile: NEW }), later);
});

test('route: later, while it is not linked', async () => {
  assert.equal(await routeOf({ meanwhile: undefined }), later);
});

test.run();
