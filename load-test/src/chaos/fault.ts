/** Everything that is done to a cluster, by name. Append only: a seed means the same faults as before. */
export const FAULT_KINDS = [
  'gateway-kill',
  'lobby-kill',
  'game-kill',
  'gateway-freeze',
  'lobby-freeze',
  'game-freeze',
  'redis-freeze',
  'redis-restart',
  'redis-flush',
  'client-cut',
  'client-black-hole',
  'client-delay',
  'client-drip',
  'link-cut',
  'link-black-hole',
  'link-delay',
  'link-drip',
  'redis-cut',
  'redis-black-hole',
  'redis-delay',
  'redis-drip',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** One thing done to the cluster, and undone after `durationMs` (a process is started again, a line clears up). */
export interface Fault {
  readonly kind: FaultKind;
  /**
   * Whom it hits: a process (`gateway-1`), `redis`, or a line: `gateway-1/ws` to players, `gateway-1/lobby-2` of a link,
   * `game-3/redis`.
   */
  readonly victim: string;
  /** 0: a cut of the moment. */
  readonly durationMs: number;
  /** Of delay: milliseconds; of drip: bytes a second; else 0. */
  readonly strength: number;
}

export interface PlannedFault extends Fault {
  /** From 1. */
  readonly number: number;
  /** Single: pause after the cluster has converged. Storm: since the beginning of the storm. */
  readonly atMs: number;
}

/** Names of the processes that can be hit. */
export interface Cast {
  readonly gateways: readonly string[];
  readonly lobbyServers: readonly string[];
  readonly gameServers: readonly string[];
}

export function describeFault({ kind, victim, durationMs, strength }: Fault): string {
  const how = kind.endsWith('-delay') ? ` by ${strength} ms` : kind.endsWith('-drip') ? ` at ${strength} B/s` : '';
  return `${kind} ${victim}${how}${durationMs === 0 ? '' : ` for ${(durationMs / 1000).toFixed(1)} s`}`;
}
