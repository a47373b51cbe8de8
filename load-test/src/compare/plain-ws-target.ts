import { killServer, portOf, startNodeServer } from './node-server.ts';
import { RawConnection } from './raw-connection.ts';
import { openAll, type Purpose, type RunningTarget, type Target, type TargetProcess } from './target.ts';
import { ROOM_SIZE } from './workloads.ts';

/** One process of plain `ws`. */
export const plainWsTarget: Target = {
  name: 'plain-ws',
  start: async purpose => {
    const server = await startPlainWs(purpose);
    return runningPlainWs(server, server.port, [server.process]);
  },
};

export interface PlainWs {
  readonly port: number;
  readonly process: TargetProcess;
  stop(): Promise<void>;
}

export async function startPlainWs(purpose: Purpose): Promise<PlainWs> {
  const entry = 'load-test/src/compare/plain-ws-server.ts';
  const server = startNodeServer({ role: 'game-server', name: 'plain-ws', entry, env: {} }, purpose);
  const { address } = await server.ready;
  return {
    port: portOf(address),
    process: { name: 'ws', pid: server.pid, counted: true, runtime: 'node' },
    stop: () => killServer(server),
  };
}

/** Clients connect to `port`, which is the server's own or leads to it. */
export function runningPlainWs(
  server: { stop(): Promise<void> },
  port: number,
  processes: readonly TargetProcess[],
): RunningTarget {
  return {
    processes,
    enter: (count, listenerOf) =>
      openAll(count, client =>
        RawConnection.open(port, `/rooms/${Math.floor(client / ROOM_SIZE)}`, listenerOf(client)),
      ),
    stop: () => server.stop(),
  };
}
