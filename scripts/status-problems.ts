import type { BackendType } from '@gatehouse/shared/cluster/keys';
import type { ShownCluster, ShownGateway, ShownServer } from '@gatehouse/shared/cluster/shown-cluster';

const ROLE: Readonly<Record<BackendType, string>> = { Game: 'game server', Lobby: 'lobby server' };
const WITHOUT: Readonly<Record<BackendType, string>> = { Game: 'no game can start', Lobby: 'nobody can enter a room' };
/** A link that works is heard in every health interval. */
const SILENT_INTERVALS = 4;

/** What an operator should look at, the worst first; none: all is well. A drain is none. Pure. */
export function problemsOf(cluster: ShownCluster, healthIntervalMs: number): string[] {
  const { gateways, servers } = cluster;
  if (gateways.length + servers.length === 0) return ['no server at all is registered: is NAMESPACE right?'];
  return [
    ...(gateways.some(({ state }) => state === 'up') ? [] : ['no gateway is up: nobody can connect']),
    ...(['Lobby', 'Game'] as const).flatMap(type => lackOf(type, servers)),
    ...gateways.flatMap(gatewayProblem),
    ...servers.flatMap(server => serverProblem(server, SILENT_INTERVALS * healthIntervalMs)),
  ];
}

function lackOf(type: BackendType, servers: readonly ShownServer[]): string[] {
  const up = servers.filter(server => server.type === type && server.state === 'up');
  if (up.length === 0) return [`no ${ROLE[type]} is up: ${WITHOUT[type]}`];
  const isFull = up.every(server => loadOf(server) >= (server.capacity ?? Number.POSITIVE_INFINITY));
  return isFull ? [`every ${ROLE[type]} is full (CAPACITY): ${WITHOUT[type]}`] : [];
}

/** What CAPACITY limits. */
export function loadOf({ type, games, users }: ShownServer): number {
  return type === 'Game' ? games : users;
}

function gatewayProblem({ id, state }: ShownGateway): string[] {
  return state === 'lost' ? [`${id} is lost: it has not renewed its lease`] : [];
}

function serverProblem({ id, type, state, misses, linkSilentMs }: ShownServer, silentMs: number): string[] {
  switch (state) {
    case 'lost':
      return [`${id} is lost: ${type === 'Game' ? 'its games are over' : 'its users are at another one'}`];
    case 'down':
      return [`${id} is down: evicted, nothing new goes there`];
    case 'suspect':
      return [`${id} is suspect: ${misses} health ${misses === 1 ? 'check' : 'checks'} missed`];
    case 'draining':
      return [];
    case 'up':
      return linkSilentMs !== null && linkSilentMs > silentMs
        ? [`${id} is up, but no gateway has heard it over its link for ${Math.round(linkSilentMs / 1000)} s`]
        : [];
    default:
      return state satisfies never;
  }
}
