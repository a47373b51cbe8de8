const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  'redis:': 6379,
  'rediss:': 6379,
  'postgres:': 5432,
  'postgresql:': 5432,
};

/** What listens on this machine for the monitor alone; ports that the URLs leave out as well. */
export function ownPorts(config: {
  readonly MONITOR_PORT: number;
  readonly REDIS_URL?: string | undefined;
  readonly DATABASE_URL: string;
}): number[] {
  const urls = [config.REDIS_URL, config.DATABASE_URL].filter(url => url !== undefined && URL.canParse(url));
  const ports = urls.map(url => {
    const { protocol, port } = new URL(url ?? '');
    return port === '' ? DEFAULT_PORTS[protocol] : Number(port);
  });
  return [config.MONITOR_PORT, ...ports.filter(port => port !== undefined)];
}
