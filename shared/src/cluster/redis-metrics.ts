import type { Metrics } from '../runtime/metrics.ts';
import type { ClusterRedis } from './cluster-redis.ts';

/** Whether Redis answers this process, and how fast: measured on the TIME that is read every 0.1 health intervals anyway. */
export function addRedisMetrics(metrics: Metrics, redis: Pick<ClusterRedis, 'up' | 'roundTrips'>): void {
  metrics.gauge({ name: 'gatehouse_redis_up', help: '1: Redis answers', read: () => (redis.up ? 1 : 0) });
  metrics.counter({
    name: 'gatehouse_redis_round_trip_seconds_total',
    help: 'Time that round trips to Redis took, all together',
    read: () => redis.roundTrips.sumMs / 1000,
  });
  metrics.counter({
    name: 'gatehouse_redis_round_trips_total',
    help: 'Round trips to Redis that were measured',
    read: () => redis.roundTrips.count,
  });
  metrics.gauge({
    name: 'gatehouse_redis_last_round_trip_seconds',
    help: 'The newest round trip to Redis',
    read: () => redis.roundTrips.lastMs / 1000,
  });
}
