import type { ClusterRedis } from './cluster-redis.ts';
import { parseState, type ServerState } from './health.ts';
import type { BackendType, Keys } from './keys.ts';

/** A backend as its hash says. Times are Redis time. */
export interface ServerRecord {
  readonly id: string;
  readonly type: BackendType;
  /** host:port of its link listener. */
  readonly address: string;
  /** UNIX socket of its link listener and the host it is on (transport/local-socket.ts). */
  readonly local?: string | undefined;
  readonly incarnation: string;
  readonly state: ServerState;
  readonly misses: number;
  readonly games: number;
  readonly users: number;
  readonly capacity: number;
  /** Room classes it runs. */
  readonly rooms: readonly string[];
  readonly version: string;
  readonly startedAtMs: number;
  /** Of this incarnation, or of its return after an eviction. */
  readonly joinedAtMs: number;
}

export type RegistryReader = Pick<ClusterRedis, 'read'>;

/** All backends of the registry, whatever their state; ids without a whole hash are left out. */
export async function readServers(redis: RegistryReader, keys: Keys): Promise<ServerRecord[]> {
  const ids = await redis.read(commands => commands.smembers(keys.servers));
  const backends = ids.filter(id => isBackend(keys, id));
  const records = await Promise.all(backends.map(id => readServer(redis, keys, id)));
  return records.filter(record => record !== undefined);
}

export async function readServer(redis: RegistryReader, keys: Keys, id: string): Promise<ServerRecord | undefined> {
  const type = keys.serverType(id);
  if (type === undefined || type === 'Gateway') return undefined;
  return parseServer(id, type, await redis.read(commands => commands.hgetall(id)));
}

/** Undefined: not registered, or nothing but a late acknowledgement. */
export function parseServer(
  id: string,
  type: BackendType,
  fields: Readonly<Record<string, string>>,
): ServerRecord | undefined {
  if (fields.address === undefined || fields.address === '') return undefined;
  return {
    id,
    type,
    address: fields.address,
    local: fields.local,
    incarnation: fields.incarnation ?? '',
    state: parseState(fields.state),
    misses: count(fields.misses),
    games: count(fields.games),
    users: count(fields.users),
    capacity: fields.capacity === undefined ? Number.POSITIVE_INFINITY : count(fields.capacity),
    rooms: (fields.rooms ?? '').split(',').filter(name => name !== ''),
    version: fields.version ?? '',
    startedAtMs: count(fields.startedAt),
    joinedAtMs: count(fields.joinedAt),
  };
}

function isBackend(keys: Keys, id: string): boolean {
  const type = keys.serverType(id);
  return type === 'Game' || type === 'Lobby';
}

function count(text: string | undefined): number {
  const value = Number(text ?? 0);
  return Number.isFinite(value) && value > 0 ? value : 0; // written by foreign servers too
}
