import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { MIN_SEAT_HOLD_MS } from '@gatehouse/shared/runtime/settings';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readLobbyServerConfig } from './config.ts';
import { LONGEST_ABSENCE_STEP_MS } from './room-store.ts';
import { LOOK_INTERVAL_MS } from './room-watch.ts';

function problems(env: NodeJS.ProcessEnv): string[] {
  try {
    readLobbyServerConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof GatehouseError)) throw error;
    assert.is(error.code, 'BAD_CONFIG');
    return Object.keys(error.fields).sort();
  }
}

test('lobby server configuration: loopback needs nothing', () => {
  const config = readLobbyServerConfig({});
  assert.is(config.LINK_HOST, '127.0.0.1');
  assert.is(config.LINK_PORT, 0);
});

test('lobby server configuration: every wrong variable is named', () => {
  assert.equal(problems({ LINK_PORT: 'x', SEAT_HOLD_MS: '-1' }), ['LINK_PORT', 'SEAT_HOLD_MS']);
});

test('lobby server configuration: nobody is taken for absent before every lobby server has looked', () => {
  assert.ok(MIN_SEAT_HOLD_MS > LONGEST_ABSENCE_STEP_MS + LOOK_INTERVAL_MS);
  assert.equal(problems({ SEAT_HOLD_MS: `${MIN_SEAT_HOLD_MS}` }), []);
  assert.equal(problems({ SEAT_HOLD_MS: `${MIN_SEAT_HOLD_MS - 1}` }), ['SEAT_HOLD_MS']);
});

test('lobby server configuration: off loopback the cluster secret is required', () => {
  assert.equal(problems({ LINK_HOST: '0.0.0.0' }), ['CLUSTER_SECRET']);
  assert.equal(problems({ LINK_HOST: '0.0.0.0', CLUSTER_SECRET: 'short' }), ['CLUSTER_SECRET']);
  assert.equal(problems({ LINK_HOST: '0.0.0.0', CLUSTER_SECRET: 's'.repeat(32) }), []);
});

test.run();
