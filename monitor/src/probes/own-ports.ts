import { parseRedisUrl } from '@gatehouse/shared/runtime/redis-source';

const REDIS_PORT = 6379;
const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  'redis:': REDIS_PORT,
  'rediss:': REDIS_PORT,
  'postgres:': 5432,
  'postgresql:': 5432,
};

/** What listens on this machine for the monitor alone; ports that the URLs leave out as well. */
export function ownPorts(config: {
  readonly MONITOR_PORT: number;
  readonly REDIS_URL?: string | undefined;
  readonly DATABASE_URL: string;
}): number[] {
  return [config.MONITOR_PORT, ...redisPorts(config.REDIS_URL), ...portOf(config.DATABASE_URL)];
}

/** Sentinels do not say where Redis itself listens before they are asked, and it moves: the usual port. */
function redisPorts(url: string | undefined): number[] {
  if (url === undefined) return [];
  const source = parseRedisUrl(url);
  return source.kind === 'sentinels' ? [...source.sentinels.map(({ port }) => port), REDIS_PORT] : portOf(url);
}

function portOf(url: string): number[] {
  if (!URL.canParse(url)) return [];
  const { protocol, port } = new URL(url);
  const found = port === '' ? DEFAULT_PORTS[protocol] : Number(port);
  return found === undefined ? [] : [found];
}
