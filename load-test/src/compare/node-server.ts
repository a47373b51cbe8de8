import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '@gatehouse/scripts/checkout';
import { type ServerProcess, type ServerProcessOptions, startServer } from '@gatehouse/scripts/server-process';

const collector = pathToFileURL(join(root, 'load-test/src/compare/collect-garbage.mjs')).href;

/** A server of Node that can be told to collect its garbage. What NODE_OPTIONS says here holds for it too. */
export function startNodeServer(options: ServerProcessOptions): ServerProcess {
  const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --import ${collector}`;
  return startServer({ ...options, env: { ...options.env, NODE_OPTIONS: nodeOptions } });
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
