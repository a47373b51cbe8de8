import { silentLog } from '@gatehouse/shared/runtime/log';
import { Metrics } from '@gatehouse/shared/runtime/metrics';
import { TurnFlusher } from '@gatehouse/shared/transport/turn-output';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { AdminListener } from './admin-listener.ts';
import { ClientTraffic } from './client-traffic.ts';
import { addGatewayMetrics, type GatewayMetricsOptions, metricsRoute } from './gateway-metrics.ts';

const [ADMIN, METRICS, HEARTBEAT] = ['a', 'm', 'h'].map(letter => letter.repeat(32)) as [string, string, string];

/** Whether /metrics opens with each of the tokens, and without one. */
async function answers(tokens: { token?: string; metricsToken?: string }): Promise<string> {
  const routes = [metricsRoute(new Metrics())];
  const port = { host: '127.0.0.1', port: 0, heartbeatToken: HEARTBEAT };
  const admin = new AdminListener({ ...port, token: undefined, ...tokens, routes, log: silentLog });
  await admin.start();
  const given = { admin: ADMIN, metrics: METRICS, heartbeat: HEARTBEAT, none: undefined };
  const open: string[] = [];
  for (const [name, token] of Object.entries(given)) {
    const headers = new Headers(token === undefined ? {} : { authorization: `Bearer ${token}` });
    const response = await fetch(`http://127.0.0.1:${admin.port}/metrics`, { headers });
    const text = await response.text();
    assert.match(text, response.status === 200 ? 'process_cpu_seconds_total' : 'METRICS_TOKEN');
    if (response.status === 200) open.push(name);
  }
  await admin.stop();
  return open.join(' ');
}

test('metrics: opened by METRICS_TOKEN and by ADMIN_TOKEN, open without both', async () => {
  assert.is(await answers({ token: ADMIN, metricsToken: METRICS }), 'admin metrics');
  assert.is(await answers({ metricsToken: METRICS }), 'metrics');
  assert.is(await answers({ token: ADMIN }), 'admin');
  assert.is(await answers({}), 'admin metrics heartbeat none');
});

test('metrics: what clients send and get, what waits, how backends stand', async () => {
  const traffic = new ClientTraffic();
  traffic.received(new Uint8Array(10));
  traffic.sent(new Uint8Array(3));
  traffic.sent(new Uint8Array(4));
  const backends = [
    { record: { state: 'up' }, link: { closed: false, bufferedBytes: 5 } },
    { record: { state: 'up' }, link: { closed: true, bufferedBytes: 7 } },
    { record: { state: 'down' }, link: undefined },
  ];
  const servers = {
    all: () => backends,
    linked: (type: string) => (type === 'Game' ? backends.slice(0, 1) : []),
    verdicts: new Map([['missed', 2]]),
  } as unknown as GatewayMetricsOptions['servers'];
  const metrics = new Metrics();
  const sessions = { connections: 3, count: 2, bufferedBytes: 99, traffic };
  addGatewayMetrics(metrics, { servers, sessions, turns: new TurnFlusher() });
  const lines = (await metrics.text()).split('\n').filter(line => /^gatehouse_.* [1-9]/.test(line));
  assert.equal(lines.sort(), [
    'gatehouse_client_bytes_received_total 10',
    'gatehouse_client_bytes_sent_total 7',
    'gatehouse_client_frames_received_total 1',
    'gatehouse_client_frames_sent_total 2',
    'gatehouse_client_output_waiting_bytes 99',
    'gatehouse_connections 3',
    'gatehouse_health_verdicts_total{verdict="missed"} 2',
    'gatehouse_link_output_waiting_bytes 5',
    'gatehouse_linked_servers{type="Game"} 1',
    'gatehouse_links 1',
    'gatehouse_servers{state="down"} 1',
    'gatehouse_servers{state="up"} 2',
    'gatehouse_sessions 2',
  ]);
});

test.run();
