// 1000 targets every 10 s, on this machine: what it costs, and how late checks begin.
// node --conditions=source --import tsx monitor/src/probes/schedule-bench.ts [targets] [seconds]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { openDatabase, transact } from '../store/database.ts';
import { insertTarget } from '../targets/target-fixtures.ts';
import { targetAddresses } from './address-policy.ts';
import { Prober } from './prober.ts';
import { TargetStandIns } from './target-stand-ins.ts';

const INTERVAL_MS = 10_000;
const TIMEOUT_MS = 3_000;
/** What the product promises: by then a target that never answers has failed. */
const MAX_OVERTIME_MS = 100;
/** Of 100: these never answer. */
const SILENT_SHARE = 5;
/** The first round is another one: everything within 5 s. */
const WARM_UP_MS = 12_000;

if (process.send === undefined) await measure();
else await serveTargets();

/** In a process of its own, so that its work is not counted. */
async function serveTargets(): Promise<void> {
  const standIns = new TargetStandIns();
  const well = await standIns.http((_request, response) => response.end('ok'));
  const webSocket = await standIns.webSocket({ answersClose: true });
  process.send?.({ well, webSocket, silent: await standIns.silent() });
  await once(process, 'disconnect');
  process.exit();
}

async function measure(): Promise<void> {
  const [targets = 1000, seconds = 30] = process.argv.slice(2).map(Number);
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-schedule-bench-'));
  const server = fork(new URL(import.meta.url).pathname);
  const [ports] = (await once(server, 'message')) as [Record<'well' | 'webSocket' | 'silent', number>];
  const db = await openDatabase(`file:${join(folder, 'bench.db')}`);
  await transact(db, async transaction => {
    for (let index = 0; index < targets; index += 1) {
      const silent = index % 100 < SILENT_SHARE;
      const type = index % 2 === 0 ? 6 : 3;
      const port = silent ? ports.silent : type === 6 ? ports.well : ports.webSocket;
      await insertTarget(transaction, {
        id: `target-${index}`,
        type,
        port,
        intervalMs: INTERVAL_MS,
        timeoutMs: TIMEOUT_MS,
      });
    }
  });
  const late: number[] = [];
  const policy = targetAddresses({ allow: [], loopback: true, ownPorts: [], isRegistered: () => false });
  const lease = { held: true, onChange: () => () => {} };
  const tools = { db, clock: systemClock, log: silentLog, lease, policy };
  const prober = new Prober({ ...tools, written: () => {}, late: lateMs => late.push(lateMs) });
  prober.start();
  await pause(WARM_UP_MS);
  late.length = 0;
  const cpu = process.cpuUsage();
  const beganMs = performance.now();
  const from = Date.now();
  await pause(seconds * 1000);
  const { user, system } = process.cpuUsage(cpu);
  const tookMs = performance.now() - beganMs;
  const stored = db
    .selectFrom('results')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('at', '>=', from);
  const { count } = await stored.executeTakeFirstOrThrow();
  const failed = await db.selectFrom('results').select('phases').where('ok', '=', 0).where('at', '>=', from).execute();
  const overtimes = failed.map(({ phases }) => JSON.parse(phases).whole - TIMEOUT_MS);
  console.log(`${targets} targets every ${INTERVAL_MS / 1000} s, ${SILENT_SHARE} % of them never answer; ${seconds} s`);
  console.log(`checks begun ${late.length}, results stored ${count}`);
  console.log(`CPU ${((user + system) / 10 / tookMs).toFixed(1)} % of one core`);
  console.log(`begun late: ${quantiles(late)}`);
  console.log(
    `${failed.length} failed, after the timeout: ${quantiles(overtimes)}; promised are ${MAX_OVERTIME_MS} ms`,
  );
  console.log(`memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`);
  await prober.stop();
  await db.destroy();
  server.disconnect();
  await rm(folder, { recursive: true });
  process.exit();
}

/** Sorts them. */
function quantiles(numbersMs: number[]): string {
  numbersMs.sort((one, other) => one - other);
  const at = (share: number) => `${(numbersMs[Math.floor((numbersMs.length - 1) * share)] ?? 0).toFixed(1)} ms`;
  return `median ${at(0.5)}, 99 % ${at(0.99)}, worst ${at(1)}`;
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
