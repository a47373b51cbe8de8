import type { LogLine } from '@gatehouse/scripts/log-line';
import type { ServerProcess } from '@gatehouse/scripts/server-process';
import { PATIENCE_MS } from './test-interval.ts';

/** The rooms of these tests tick 20 times a second. */
const TICK_MS = 50;

/**
 * Resolves when a game server stands still for a health interval from now on, for want of processor time too. Then nobody
 * hears it before Redis has confirmed it: a test that keeps Redis away has no beats to wait for. That it holds its output is
 * not enough: its ticks must have been late for as long, which it says up to 10 s later, once for all that time. Pending for
 * ever when none does.
 */
export async function heldOutput(
  gameServers: readonly Pick<ServerProcess, 'lines' | 'waitForEvent'>[],
  intervalMs: number,
): Promise<void> {
  const stalls = gameServers.map(server => {
    const options = { from: server.lines.length, timeoutMs: 2 * PATIENCE_MS };
    // It counts from its last look at the clock, a tenth of an interval before; then a tick may have passed, and one not been due.
    const wasLate = ({ maxLateMs }: LogLine) => Number(maxLateMs) >= 0.9 * intervalMs - 2 * TICK_MS;
    return Promise.all([
      server.waitForEvent('output.held', undefined, options),
      server.waitForEvent('tick.late', wasLate, options),
    ]);
  });
  await Promise.any(stalls).catch(() => new Promise(() => undefined));
}
