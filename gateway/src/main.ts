import { createLog } from '@gatehouse/shared/runtime/log';
import { runMain } from '@gatehouse/shared/runtime/run-process';
import { readGatewayConfig } from './config.ts';
import { Gateway } from './gateway.ts';

await runMain('gateway', stopRequests => {
  const config = readGatewayConfig(process.env);
  const log = createLog({ level: config.LOG_LEVEL, base: { process: 'gateway', name: config.SERVER_NAME } });
  const exitReplaced = (by: string) => {
    process.stderr.write(`gateway: another process holds the id of ${config.SERVER_NAME} (incarnation ${by})\n`);
    process.exit(1);
  };
  const onDrain = (limit: number | 'default') => stopRequests.drain(limit);
  const gateway = new Gateway({ config, log, onReplaced: exitReplaced, onDrain });
  const { parts } = gateway;
  const drainLimitMs = config.DRAIN_DEADLINE_MS;
  return { log, config, parts, started: () => gateway.started(), drainLimitMs, left: () => gateway.left() };
});
