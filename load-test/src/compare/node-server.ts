import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '@gatehouse/scripts/checkout';
import { type ServerProcess, type ServerProcessOptions, startServer } from '@gatehouse/scripts/server-process';
import type { Purpose } from './target.ts';

const collector = pathToFileURL(join(root, 'load-test/src/compare/collect-garbage.mjs')).href;

/** The space of young objects grows with what was done so far: kept small, it does not pass for memory of connections. */
const PURPOSE_OPTIONS: Readonly<Record<Purpose, readonly string[]>> = {
  traffic: [],
  memory: ['--max-semi-space-size=1'],
};

/** A server of Node that can collect its garbage on demand. What NODE_OPTIONS says here holds for it too; its errors are shown. */
export function startNodeServer(options: ServerProcessOptions, purpose: Purpose): ServerProcess {
  const nodeOptions = [process.env.NODE_OPTIONS ?? '', '--import', collector, ...PURPOSE_OPTIONS[purpose]].join(' ');
  const onLine: ServerProcessOptions['onLine'] = (text, line) => {
    if (line === undefined || line.level === 'error') process.stderr.write(`${options.name}: ${text}\n`);
  };
  return startServer({ ...options, onLine, env: { ...options.env, NODE_OPTIONS: nodeOptions } });
}

/** The port of an address `host:port`. */
export function portOf(address: string): number {
  return Number(address.slice(address.lastIndexOf(':') + 1));
}

/** Ends it at once: nothing it holds is needed any more. */
export async function killServer(server: ServerProcess): Promise<void> {
  server.kill('SIGKILL');
  await server.exited;
}
