import type { Metrics } from '@gatehouse/shared/runtime/metrics';
import { addInputMetrics, addLinkMetrics, addOutputMetrics } from '@gatehouse/shared/transport/traffic-metrics';
import type { TurnFlusher } from '@gatehouse/shared/transport/turn-output';
import type { AdminRoute } from './admin-listener.ts';
import type { Servers } from './servers.ts';
import type { SessionKeeper } from './session-keeper.ts';

export interface GatewayMetricsOptions {
  readonly servers: Pick<Servers, 'all' | 'linked' | 'verdicts'>;
  readonly sessions: Pick<SessionKeeper, 'connections' | 'count' | 'bufferedBytes' | 'traffic'>;
  readonly turns: TurnFlusher;
}

/** `GET /metrics`, for Prometheus and operators. */
export function metricsRoute(metrics: Metrics): AdminRoute {
  const { contentType } = metrics;
  const answer = async () => ({ status: 200, body: await metrics.text(), contentType });
  return { method: 'GET', path: '/metrics', for: 'metrics', answer };
}

/** What a gateway tells Prometheus of itself and of the cluster as it sees it. */
export function addGatewayMetrics(metrics: Metrics, { servers, sessions, turns }: GatewayMetricsOptions): void {
  addOutputMetrics(metrics, turns);
  addInputMetrics(metrics, sessions.traffic);
  addLinkMetrics(metrics, () => linksOf(servers));
  addClientMetrics(metrics, sessions);
  metrics.gauge({
    name: 'gatehouse_servers',
    help: 'Backends as this gateway knows them, by state',
    label: 'state',
    read: () => countStates(servers),
  });
  metrics.gauge({
    name: 'gatehouse_linked_servers',
    help: 'Backends with an open link to this gateway, by type',
    label: 'type',
    read: () => (['Lobby', 'Game'] as const).map(type => [type, servers.linked(type).length]),
  });
  metrics.counter({
    name: 'gatehouse_health_verdicts_total',
    help: 'Health rounds of backends that this gateway has judged',
    label: 'verdict',
    read: () => servers.verdicts,
  });
}

function addClientMetrics(metrics: Metrics, sessions: GatewayMetricsOptions['sessions']): void {
  metrics.gauge({
    name: 'gatehouse_connections',
    help: 'Client connections, also before HELLO',
    read: () => sessions.connections,
  });
  metrics.gauge({ name: 'gatehouse_sessions', help: 'Users logged in here', read: () => sessions.count });
  metrics.counter({
    name: 'gatehouse_client_frames_sent_total',
    help: 'Frames for clients',
    read: () => sessions.traffic.sentFrames,
  });
  metrics.counter({
    name: 'gatehouse_client_bytes_sent_total',
    help: 'Their bytes, without what the transport adds',
    read: () => sessions.traffic.sentBytes,
  });
  metrics.gauge({
    name: 'gatehouse_client_output_waiting_bytes',
    help: 'Bytes for clients that the kernel has not taken, with the backlogs of slow ones',
    read: () => sessions.bufferedBytes,
  });
}

function linksOf(servers: GatewayMetricsOptions['servers']) {
  return [...servers.all()].flatMap(({ link }) => (link === undefined || link.closed ? [] : [link]));
}

function countStates(servers: GatewayMetricsOptions['servers']): Map<string, number> {
  const counts = new Map<string, number>(['up', 'suspect', 'down', 'lost', 'draining'].map(state => [state, 0]));
  for (const { record } of servers.all()) counts.set(record.state, (counts.get(record.state) ?? 0) + 1);
  return counts;
}
