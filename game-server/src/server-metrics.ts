import type { Metrics } from '@gatehouse/shared/runtime/metrics';
import type { LinkListener } from '@gatehouse/shared/transport/link-listener';
import { addInputMetrics, addLinkMetrics, addOutputMetrics } from '@gatehouse/shared/transport/traffic-metrics';
import type { TurnFlusher } from '@gatehouse/shared/transport/turn-output';
import type { GatewayLinks } from './gateway-links.ts';
import type { RoomTable } from './room-table.ts';
import type { TickScheduler } from './tick-scheduler.ts';

export interface ServerMetricsOptions {
  readonly table: Pick<RoomTable, 'load'>;
  readonly links: Pick<GatewayLinks, 'receivedFrames' | 'receivedBytes'>;
  readonly listener: Pick<LinkListener, 'links'>;
  readonly ticks: Pick<TickScheduler, 'late'>;
  readonly turns: TurnFlusher;
}

/** What a game server tells Prometheus of itself. */
export function addServerMetrics(metrics: Metrics, options: ServerMetricsOptions): void {
  const { table, links, listener, ticks, turns } = options;
  addOutputMetrics(metrics, turns);
  addInputMetrics(metrics, links);
  addLinkMetrics(metrics, () => listener.links());
  metrics.gauge({ name: 'gatehouse_game_rooms', help: 'Rooms that run here', read: () => table.load().games });
  metrics.gauge({ name: 'gatehouse_game_players', help: 'Players in them, connected', read: () => table.load().users });
  metrics.counter({
    name: 'gatehouse_late_ticks_total',
    help: 'Ticks that began at least one interval late',
    read: () => ticks.late.lateTicks,
  });
  metrics.counter({
    name: 'gatehouse_dropped_ticks_total',
    help: 'Ticks that never ran: their room was too far behind',
    read: () => ticks.late.droppedTicks,
  });
}
