import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { startFailureLine } from '@gatehouse/shared/runtime/start-failure';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DemoPage } from './demo-page.ts';

test('demo page: a port in use is told once, with the variable that moves it', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const page = new DemoPage({ port, gatewayUrls: () => [], say: () => {} });
  const error = await page.start().catch((reason: unknown) => reason);
  taken.close();
  const line = `npm start: port ${port} of the page is in use (every port follows from GATEWAY_WS_PORT)`;
  assert.is(startFailureLine('npm start', error), line);
});

test.run();
