import type { ServerState } from '@gatehouse/shared/cluster/health';
import type { BackendType } from '@gatehouse/shared/cluster/keys';

/** Evictions by misses are held for at most so long when most servers of a type miss together. */
export const MASS_MISS_HOLD_MS = 30_000;
/** With fewer servers there is no majority to speak of: a guard would never evict. */
const LEAST_SERVERS = 3;

export interface Missing {
  readonly state: ServerState;
  readonly misses: number;
}

/** When most servers of a type miss at the same time, the fault is probably not theirs. Those evicted before do not count. */
export function isMassMiss(servers: readonly Missing[]): boolean {
  const judged = servers.filter(server => server.state !== 'down' && server.state !== 'lost');
  const missing = judged.filter(server => server.misses > 0);
  return judged.length >= LEAST_SERVERS && missing.length > judged.length / 2;
}

/** Holds evictions by misses during a mass miss. One for a gateway. */
export class MassMissGuard {
  private readonly held = new Map<BackendType, { sinceMs: number; lastMs: number }>();
  private readonly sameIncidentMs: number;

  /** A hold that was not asked about for three rounds is over: the servers came back by themselves. */
  constructor({ intervalMs }: { intervalMs: number }) {
    this.sameIncidentMs = 3 * intervalMs;
  }

  /** What to do with a server of this type whose misses suffice, given all servers of the type. */
  judge(type: BackendType, servers: readonly Missing[], nowMs: number): 'evict' | 'hold' | 'hold and alert' {
    if (!isMassMiss(servers)) {
      this.held.delete(type);
      return 'evict';
    }
    const held = this.held.get(type);
    if (held === undefined || nowMs - held.lastMs > this.sameIncidentMs) {
      this.held.set(type, { sinceMs: nowMs, lastMs: nowMs });
      return 'hold and alert';
    }
    held.lastMs = nowMs;
    return nowMs - held.sinceMs >= MASS_MISS_HOLD_MS ? 'evict' : 'hold';
  }
}
