import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosCluster } from './chaos-cluster.ts';

const COLLECTIONS = 2;
const SETTLE_MS = 700;

/** RSS of each process after its garbage was collected, in bytes. */
export async function residentMemory({ processes }: ChaosCluster): Promise<Record<string, number>> {
  for (let time = 0; time < COLLECTIONS; time++) {
    for (const server of processes.values()) server.collectGarbage();
    await pause(SETTLE_MS); // what one collection has freed, the next one gives back
  }
  const bytes = [...processes.values()].map(server => [server.name, server.rssBytes() ?? 0] as const);
  return Object.fromEntries(bytes);
}
