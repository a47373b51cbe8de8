import { Keys } from '@gatehouse/shared/cluster/keys';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RoomPlace } from './client-stream.ts';
import type { Detour, Reachable } from './detours.ts';
import type { FanOut } from './fan-out.ts';
import type { RoomLocation } from './room-placement.ts';
import { Router } from './router.ts';

const id = 'gh:Game:g1';
const OLD = { fanOut: {} as FanOut, incarnation: 'i1' };
const NEW = { fanOut: {} as FanOut, incarnation: 'i2' };

const RUNNING = { kind: 'running', serverId: id, incarnation: OLD.incarnation } as const;

interface Case {
  /** The server at first. Default: OLD. */
  readonly now?: typeof OLD;
  readonly detour?: Detour;
  /** What becomes of the server while the other gateways are asked about it. */
  readonly meanwhile?: typeof OLD | undefined;
  /** What Redis says of the room. Default: that it runs on OLD. */
  readonly locate?: () => Promise<RoomLocation>;
  readonly lastPlace?: RoomPlace;
}

function routeOf(options: Case) {
  let current: typeof OLD | undefined = options.now ?? OLD;
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
    placement: { locate: options.locate ?? (async () => RUNNING) },
    detours: {
      find: async () => {
        if ('meanwhile' in options) current = options.meanwhile;
        return options.detour;
      },
    },
  });
  return router.routeRoom({ roomId: 'A-1', userId: 'ann', lastPlace: options.lastPlace });
}

const place = { serverId: id, incarnation: OLD.incarnation };
const toOld = { kind: 'found', fanOut: OLD.fanOut, place };
const later = { kind: 'none', code: 'NO_ROUTE', retryable: true };

test('route: to the server that runs the room', async () => {
  assert.equal(await routeOf({}), toOld);
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

test('route: without Redis where the room ran last, without asking other gateways by way of Redis', async () => {
  const detour = { url: 'ws://b' };
  assert.equal(await routeOf({ locate: unavailable, lastPlace: place, detour }), toOld);
  assert.equal(await routeOf({ locate: unavailable, lastPlace: place, now: NEW }), later);
});

test('route: without Redis nobody knows where a room runs that was not found before', async () => {
  const error = await routeOf({ locate: unavailable }).catch((reason: unknown) => reason);
  assert.is(error instanceof GatehouseError && error.code, 'UNAVAILABLE');
});

test('route: what Redis says counts more than where the room ran last', async () => {
  assert.equal(await routeOf({ locate: async () => ({ kind: 'placing' }), lastPlace: place }), later);
});

function unavailable(): Promise<never> {
  return Promise.reject(new GatehouseError('UNAVAILABLE'));
}

test.run();
