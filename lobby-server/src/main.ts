import { createLog } from '@gatehouse/shared/runtime/log';
import { thisProcess } from '@gatehouse/shared/runtime/process-host';
import { runMain } from '@gatehouse/shared/runtime/run-process';
import { readLobbyServerConfig } from './config.ts';
import { LobbyServer } from './lobby-server.ts';

await runMain('lobby-server', stopRequests => {
  const config = readLobbyServerConfig(process.env);
  const log = createLog({ level: config.LOG_LEVEL, base: { process: 'lobby-server', name: config.SERVER_NAME } });
  const onReplaced = (by: string) => {
    thisProcess.complain(`lobby-server: another process holds the id of ${config.SERVER_NAME} (incarnation ${by})`);
    thisProcess.exit(1);
  };
  const onDrain = (limit: number | 'default') => stopRequests.drain(limit);
  const server = new LobbyServer({ config, log, onReplaced, onDrain });
  const { parts } = server;
  const drainLimitMs = config.DRAIN_DEADLINE_MS;
  return { log, config, parts, started: () => server.started(), drainLimitMs, left: () => server.left() };
});
