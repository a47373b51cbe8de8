import type { ClusterRedis } from './cluster-redis.ts';
import type { Keys } from './keys.ts';
import { loadScript } from './script.ts';

/** A gateway as its hash says. Times are Redis time. */
export interface GatewayRecord {
  readonly id: string;
  readonly incarnation: string;
  /** host:port of its clients. */
  readonly address: string;
  readonly version: string;
  readonly sessions: number;
  readonly startedAtMs: number;
  readonly leaseUntilMs: number;
  readonly state: 'up' | 'draining';
}

const FORGET = loadScript('forget');

/** All gateways of the registry; the ids of those that are long gone are taken off its list. */
export async function readGateways(redis: Pick<ClusterRedis, 'read' | 'run'>, keys: Keys): Promise<GatewayRecord[]> {
  const ids = await redis.read(commands => commands.smembers(keys.servers));
  const gateways = ids.filter(id => keys.serverType(id) === 'Gateway');
  const records = await Promise.all(
    gateways.map(async id => {
      const record = await readGateway(redis, id);
      if (record === undefined) await redis.run(FORGET, [id, keys.servers], []);
      return record;
    }),
  );
  return records.filter(record => record !== undefined);
}

/** Whether this incarnation of a gateway holds its lease now: the owner of a session may be alive. */
export async function leaseLives(
  redis: Pick<ClusterRedis, 'read' | 'nowMs'>,
  owner: { gateway: string; incarnation: string },
): Promise<boolean> {
  const record = await readGateway(redis, owner.gateway);
  return record !== undefined && record.incarnation === owner.incarnation && record.leaseUntilMs > redis.nowMs();
}

async function readGateway(redis: Pick<ClusterRedis, 'read'>, id: string): Promise<GatewayRecord | undefined> {
  const fields = await redis.read(commands => commands.hgetall(id));
  if (fields.incarnation === undefined) return undefined;
  return {
    id,
    incarnation: fields.incarnation,
    address: fields.address ?? '',
    version: fields.version ?? '',
    sessions: Number(fields.sessions ?? 0) || 0,
    startedAtMs: Number(fields.startedAt ?? 0),
    leaseUntilMs: Number(fields.leaseUntil ?? 0),
    state: fields.state === 'draining' ? 'draining' : 'up',
  };
}
