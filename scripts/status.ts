// `npm run status`: the state of a cluster as its Redis has it. Exit code 0: healthy, 1: something is down or in doubt, 2: nobody
// can say, the reason is on standard error.
import { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { Keys } from '@gatehouse/shared/cluster/keys';
import { shownRedisUrl } from '@gatehouse/shared/cluster/redis-url';
import { readCluster } from '@gatehouse/shared/cluster/shown-cluster';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { startFailureLine } from '@gatehouse/shared/runtime/start-failure';
import { root } from './checkout.ts';
import { findClusterFiles } from './cluster-file.ts';
import { problemsOf } from './status-problems.ts';
import { type StatusSource, statusSource } from './status-source.ts';
import { plain, type StatusReport, statusJson, statusText, unknownJson } from './status-table.ts';

const HEALTHY = 0;
const DEGRADED = 1;
const UNKNOWN = 2;
const MAX_ERROR_LENGTH = 1000;
const HELP = `npm run status [-- --json]

Prints gateways, lobby servers and game servers. Exit code 0: healthy, 1: something is down or in doubt, 2: cannot be determined.
It asks the Redis of REDIS_URL (and NAMESPACE), else that of the \`npm start\` that runs here, else redis://127.0.0.1:6379.
For programs: npm run status --silent -- --json
`;

const flags = process.argv.slice(2);
const isJson = flags.includes('--json');

async function main(): Promise<number> {
  if (flags.includes('--help')) {
    process.stdout.write(HELP);
    return HEALTHY;
  }
  const wrong = flags.find(flag => flag !== '--json');
  if (wrong !== undefined) throw new Error(`what is ${wrong}? Only --json and --help are known`);
  const report = await readReport(statusSource(process.env, await findClusterFiles(root)));
  const isColoured = process.stdout.isTTY && !process.env.NO_COLOR;
  process.stdout.write(isJson ? statusJson(report) : statusText(report, isColoured));
  return report.problems.length === 0 ? HEALTHY : DEGRADED;
}

/** Within seconds, whatever Redis does. @throws Error saying which Redis does not answer, and why that one was asked */
async function readReport(source: StatusSource): Promise<StatusReport> {
  const { REDIS_URL: url, NAMESPACE: namespace, HEALTH_INTERVAL_MS: healthIntervalMs } = source;
  const keys = new Keys({ namespace });
  const redis = new ClusterRedis({ url, keys, healthIntervalMs, clock: systemClock, log: silentLog });
  try {
    await redis.start();
    const cluster = await readCluster(redis, keys);
    return { namespace, redis: shownRedisUrl(url), cluster, problems: problemsOf(cluster, healthIntervalMs) };
  } catch (error) {
    const reason =
      error instanceof GatehouseError ? (error.fields.reason ?? error.fields.redis ?? error.message) : error;
    const taught = `${shownRedisUrl(url)} does not answer as the Redis of a cluster: ${reason} (taken from ${source.chosenBy})`;
    throw new Error(taught);
  } finally {
    await redis.stop();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  const line = plain(startFailureLine('status', error), MAX_ERROR_LENGTH);
  if (isJson) process.stdout.write(unknownJson(line));
  process.stderr.write(`${line}\n`);
  return UNKNOWN;
});
