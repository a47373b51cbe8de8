import type { TestCluster } from './test-cluster.ts';
import { PATIENCE_MS } from './test-interval.ts';

/**
 * Resolves when a game server stands still for a health interval from now on, for want of processor time too. Then nobody
 * hears it before Redis has confirmed it: a test that keeps Redis away has no beats to wait for. Pending for ever when none does.
 */
export async function heldOutput({ gameServers }: TestCluster): Promise<void> {
  const held = gameServers.map(server =>
    server.waitForEvent('output.held', undefined, { from: server.lines.length, timeoutMs: 2 * PATIENCE_MS }),
  );
  await Promise.any(held).catch(() => new Promise(() => undefined));
}
