import type { ClusterRedis } from './cluster-redis.ts';
import type { Keys } from './keys.ts';
import { loadScript, type ScriptRunner } from './script.ts';
import { badReply, textList } from './script-reply.ts';

/** Three lost pushes of a server that pushes every 3 s. */
export const HEARTBEAT_STALE_MS = 10_000;
export const MAX_HEARTBEAT_SERVERS = 1000;

/** What a foreign WebSocket server says of itself. */
export interface Heartbeat {
  /** Where its clients reach it, as they are told. */
  readonly address: string;
  readonly connectionCount: number;
  /** By its own clock and in its own form: shown, never judged. */
  readonly heartBeatTime: string;
  /** Tells a process from the next one on its address; undefined: it does not say. */
  readonly incarnation?: string | undefined;
}

/** `replaced`: a newer process has pushed from this address, this one is over. `full`: MAX_HEARTBEAT_SERVERS are there. */
export type PushOutcome =
  | { readonly kind: 'kept' }
  | { readonly kind: 'replaced'; readonly by: string }
  | { readonly kind: 'full' };

export interface OptimalServer {
  readonly address: string;
  /** As last pushed. */
  readonly connectionCount: number;
  /** How often it was named since, this one included. */
  readonly answers: number;
}

/** A server as its hash says. Times are Redis time. */
export interface HeartbeatRecord {
  readonly address: string;
  readonly connectionCount: number;
  readonly heartBeatTime: string;
  readonly receivedAtMs: number;
  readonly answers: number;
}

const PUSH = loadScript('push-heartbeat');
const OPTIMAL = loadScript('optimal-server');
const SWEEP = loadScript('sweep-heartbeats');

/** An address as logs and messages may have it: its query may hold a token. */
export function withoutQuery(address: string): string {
  return address.replace(/\?.*$/s, '');
}

/** @throws GatehouseError LATE, UNAVAILABLE */
export async function pushHeartbeat(redis: ScriptRunner, keys: Keys, heartbeat: Heartbeat): Promise<PushOutcome> {
  const { address, connectionCount, heartBeatTime, incarnation = '' } = heartbeat;
  const args = [address, connectionCount, heartBeatTime, incarnation, MAX_HEARTBEAT_SERVERS];
  const reply = textList(PUSH, await redis.run(PUSH, [keys.heartbeatOf(address), keys.heartbeats], args));
  const [kind, by = ''] = reply;
  switch (kind) {
    case 'kept':
    case 'full':
      return { kind };
    case 'replaced':
      return { kind, by };
    default:
      throw badReply(PUSH, reply);
  }
}

/** Undefined: none is alive. `random` from 0 to below 1 decides between equals. @throws GatehouseError LATE, UNAVAILABLE */
export async function chooseOptimal(
  redis: ScriptRunner,
  keys: Keys,
  { staleAfterMs, random }: { staleAfterMs: number; random: number },
): Promise<OptimalServer | undefined> {
  const args = [keys.heartbeatOf(''), staleAfterMs, random];
  const [address, connectionCount, answers] = textList(OPTIMAL, await redis.run(OPTIMAL, [keys.heartbeats], args));
  if (address === undefined) return undefined;
  return { address, connectionCount: Number(connectionCount), answers: Number(answers) };
}

/** The addresses that this call has taken off the list. @throws GatehouseError LATE, UNAVAILABLE */
export async function sweepHeartbeats(redis: ScriptRunner, keys: Keys, staleAfterMs: number): Promise<string[]> {
  return textList(SWEEP, await redis.run(SWEEP, [keys.heartbeats], [keys.heartbeatOf(''), staleAfterMs]));
}

/** Those that are alive, by address. @throws GatehouseError UNAVAILABLE */
export async function readHeartbeats(
  redis: Pick<ClusterRedis, 'read' | 'nowMs'>,
  keys: Keys,
  staleAfterMs: number = HEARTBEAT_STALE_MS,
): Promise<HeartbeatRecord[]> {
  const oldestMs = redis.nowMs() - staleAfterMs;
  const addresses = await redis.read(commands => commands.zrangebyscore(keys.heartbeats, oldestMs, '+inf'));
  const records = await Promise.all(addresses.map(address => readHeartbeat(redis, keys, address)));
  return records.filter(record => record !== undefined).sort((a, b) => (a.address < b.address ? -1 : 1));
}

async function readHeartbeat(
  redis: Pick<ClusterRedis, 'read'>,
  keys: Keys,
  address: string,
): Promise<HeartbeatRecord | undefined> {
  const fields = await redis.read(commands => commands.hgetall(keys.heartbeatOf(address)));
  if (fields.address === undefined) return undefined;
  return {
    address,
    connectionCount: Number(fields.connectionCount ?? 0),
    heartBeatTime: fields.heartBeatTime ?? '',
    receivedAtMs: Number(fields.receivedAt ?? 0),
    answers: Number(fields.answers ?? 0),
  };
}
