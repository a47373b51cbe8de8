import { createLog } from '@gatehouse/shared/runtime/log';
import { runMain } from '@gatehouse/shared/runtime/run-process';
import { readMonitorConfig } from './config.ts';
import { Monitor } from './monitor.ts';

await runMain('monitor', () => {
  const config = readMonitorConfig(process.env);
  const log = createLog({ level: config.LOG_LEVEL, base: { process: 'monitor' } });
  const monitor = new Monitor({ config, log });
  return { log, config, parts: [monitor], started: () => monitor.started() };
});
