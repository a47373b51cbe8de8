import { reportOf } from './process-report.ts';
import type { ServerView, TestCluster } from './test-cluster.ts';

/** What a cluster holds because of its players. */
export interface Holdings {
  /** Summed over all gateways, by their own counts. */
  readonly connections: number;
  readonly sessions: number;
  readonly channels: number;
  readonly groups: number;
  /** As the backends report them. */
  readonly games: number;
  readonly users: number;
  /** Keys of Redis that do not go by themselves. */
  readonly lastingKeys: readonly string[];
  /** By process. */
  readonly timers: Readonly<Record<string, number>>;
}

interface GatewayView {
  readonly here: { readonly connections: number; readonly sessions: number };
  readonly servers: readonly ServerView[];
}

export async function holdingsOf(cluster: TestCluster): Promise<Holdings> {
  const views = await Promise.all(
    cluster.gateways.map(async gateway => {
      const { adminPort } = await gateway.ready;
      return (await (await fetch(`http://127.0.0.1:${adminPort}/servers`)).json()) as GatewayView;
    }),
  );
  const sum = (count: (view: GatewayView) => number) => views.reduce((all, view) => all + count(view), 0);
  const all = (count: (server: ServerView) => number) => (view: GatewayView) =>
    view.servers.reduce((total, server) => total + count(server), 0);
  const [first = { here: { connections: 0, sessions: 0 }, servers: [] }] = views;
  const reports = await Promise.all(
    cluster.processes().map(async server => [server.name, (await reportOf(server)).timers] as const),
  );
  return {
    connections: sum(({ here }) => here.connections),
    sessions: sum(({ here }) => here.sessions),
    channels: sum(all(({ channels }) => channels)),
    groups: sum(all(({ groups }) => groups)),
    games: all(({ games }) => games)(first),
    users: all(({ users }) => users)(first),
    lastingKeys: (await keysWithTtl(cluster)).filter(([, ttlMs]) => ttlMs < 0).map(([key]) => key),
    timers: Object.fromEntries(reports),
  };
}

/** Every key and how long it will live yet; -1: for ever. */
export async function keysWithTtl({ inspect }: TestCluster): Promise<[key: string, ttlMs: number][]> {
  const keys = (await inspect.keys('*')).sort();
  const ttls = await Promise.all(keys.map(key => inspect.pttl(key)));
  return keys.map((key, at) => [key, ttls[at] ?? -2] as [string, number]).filter(([, ttlMs]) => ttlMs !== -2);
}
