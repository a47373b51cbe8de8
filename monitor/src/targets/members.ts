import type { GatewayRecord } from '@gatehouse/shared/cluster/gateway-record';
import type { ServerRecord } from '@gatehouse/shared/cluster/server-record';
import { parseAddress } from './address.ts';
import type { NamedTarget } from './reconcile.ts';
import type { Observation } from './standing.ts';
import { MEMBER_TYPES } from './target-types.ts';

// Pure: members of the cluster as targets, and what the registry says of them as observations.

/** One member as the registry has it at this moment. */
export interface Member {
  readonly named: NamedTarget;
  readonly incarnation: string;
  readonly observation: Observation;
  readonly details: Readonly<Record<string, unknown>>;
}

/** `evicted`: why, when it is. */
export function memberOfServer(record: ServerRecord, evicted: string): Member {
  const { id, type, address, incarnation, state, misses, games, users, version } = record;
  const capacity = Number.isFinite(record.capacity) ? record.capacity : null;
  return {
    named: namedMember(id, MEMBER_TYPES[type], address),
    incarnation,
    observation: serverObservation(record, evicted),
    details: {
      ...{ state, misses, games, users, capacity, version, incarnation },
      ...{ rooms: record.rooms, startedAtMs: record.startedAtMs, joinedAtMs: record.joinedAtMs },
    },
  };
}

/** A gateway is alive as long as its lease is. */
export function memberOfGateway(record: GatewayRecord, redisNowMs: number): Member {
  const { id, incarnation, address, version, sessions, startedAtMs } = record;
  const state = record.leaseUntilMs <= redisNowMs ? 'lapsed' : record.state;
  return {
    named: namedMember(id, MEMBER_TYPES.Gateway, address),
    incarnation,
    observation: gatewayObservation(state),
    details: { state, sessions, version, incarnation, startedAtMs },
  };
}

/** By the record alone. */
export function evictionReason({ state, misses }: ServerRecord): string {
  return state === 'lost' && misses < 2 ? 'evicted: dead' : `evicted: ${inMisses(misses)}`;
}

function serverObservation({ state, misses }: ServerRecord, evicted: string): Observation {
  switch (state) {
    case 'up':
      return { kind: 'up' };
    case 'suspect':
      return { kind: 'suspect', reason: inMisses(misses) };
    case 'draining':
      return { kind: 'draining', reason: 'draining' };
    case 'down':
    case 'lost':
      return { kind: 'down', reason: evicted };
    default:
      return state satisfies never;
  }
}

function gatewayObservation(state: 'up' | 'draining' | 'lapsed'): Observation {
  switch (state) {
    case 'up':
      return { kind: 'up' };
    case 'draining':
      return { kind: 'draining', reason: 'draining' };
    case 'lapsed':
      return { kind: 'down', reason: 'its lease has run out' };
    default:
      return state satisfies never;
  }
}

function inMisses(misses: number): string {
  return misses === 1 ? '1 miss' : `${misses} misses`;
}

function namedMember(id: string, type: number, address: string): NamedTarget {
  return { hostName: id, ...parseAddress(address), type, path: '', secure: null, environment: 'UNKNOWN' };
}
