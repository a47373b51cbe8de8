import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '@gatehouse/scripts/checkout';
import type { ServerProcess } from '@gatehouse/scripts/server-process';

/** What a process still holds after its garbage was collected. */
export interface ProcessReport {
  readonly timers: number;
  readonly sockets: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
}

/** For the environment of processes that are to be asked. */
export const REPORTING = {
  NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'tests/harness/process-report.mjs')).href}`,
};

export async function reportOf(server: ServerProcess): Promise<ProcessReport> {
  const from = server.lines.length;
  server.kill('SIGUSR2');
  const { timers, sockets, rssBytes, heapBytes } = await server.waitForEvent('test.report', () => true, { from });
  return { timers: Number(timers), sockets: Number(sockets), rssBytes: Number(rssBytes), heapBytes: Number(heapBytes) };
}
