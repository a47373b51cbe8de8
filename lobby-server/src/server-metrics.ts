import type { Metrics } from '@gatehouse/shared/runtime/metrics';
import type { LinkListener } from '@gatehouse/shared/transport/link-listener';
import { addInputMetrics, addLinkMetrics, addOutputMetrics } from '@gatehouse/shared/transport/traffic-metrics';
import type { TurnFlusher } from '@gatehouse/shared/transport/turn-output';
import type { LobbyLinks } from './lobby-links.ts';

export interface ServerMetricsOptions {
  readonly links: Pick<LobbyLinks, 'userCount' | 'receivedFrames' | 'receivedBytes'>;
  readonly listener: Pick<LinkListener, 'links'>;
  readonly turns: TurnFlusher;
}

/** What a lobby server tells Prometheus of itself. */
export function addServerMetrics(metrics: Metrics, { links, listener, turns }: ServerMetricsOptions): void {
  addOutputMetrics(metrics, turns);
  addInputMetrics(metrics, links);
  addLinkMetrics(metrics, () => listener.links());
  metrics.gauge({ name: 'gatehouse_lobby_users', help: 'Users whose lobby is here', read: () => links.userCount });
}
