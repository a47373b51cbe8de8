import { createLog } from '@gatehouse/shared/runtime/log';
import { type ProcessHost, thisProcess } from '@gatehouse/shared/runtime/process-host';
import { runMain } from '@gatehouse/shared/runtime/run-process';
import { readGameServerConfig } from './config.ts';
import { GameServer } from './game-server.ts';
import { RoomCode } from './room-code.ts';
import type { RoomClass } from './room-context.ts';

export interface GameServerDefinition {
  /** Room class by name: what players ask for. */
  readonly rooms: Readonly<Record<string, RoomClass>>;
}

/**
 * The `main` of a game server: `startGameServer({ rooms: { arena: Arena } })`. Everything else comes from environment
 * variables. Resolves when it runs, and logs `process.started`; when it cannot run, one line says why and the process
 * exits with 1.
 */
export async function startGameServer({ rooms }: GameServerDefinition): Promise<void> {
  const code = new RoomCode();
  const host: ProcessHost = {
    ...thisProcess,
    onUncaught: listener => thisProcess.onUncaught(error => void (code.claimUncaught(error) || listener(error))),
  };
  await runMain(
    'game-server',
    stopRequests => {
      const config = readGameServerConfig(process.env);
      const log = createLog({ level: config.LOG_LEVEL, base: { process: 'game-server', name: config.SERVER_NAME } });
      const onReplaced = (by: string) => {
        host.complain(`game-server: another process holds the id of ${config.SERVER_NAME} (incarnation ${by})`);
        host.exit(1);
      };
      const onDrain = (limit: number | 'default') => stopRequests.drain(limit);
      const server = new GameServer({ config, rooms, code, log, onReplaced, onDrain });
      const { parts } = server;
      const drainLimitMs = config.DRAIN_DEADLINE_MS;
      return { log, config, parts, started: () => server.started(), drainLimitMs, left: () => server.left() };
    },
    host,
  );
}
