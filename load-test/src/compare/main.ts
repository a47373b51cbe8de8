// `npm run compare`: the same load on Gatehouse and on the two things people would use instead.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { availableParallelism, platform } from 'node:os';
import { findHaproxy } from '@gatehouse/scripts/haproxy-binary';
import { findRedisBinary } from '@gatehouse/scripts/redis-binary';
import { type CompareOptions, readCompareOptions } from './compare-options.ts';
import { Comparison, type WorkloadResult } from './comparison.ts';
import { gatehouseTarget } from './gatehouse-target.ts';
import { haproxyTarget } from './haproxy-target.ts';
import { plainWsTarget } from './plain-ws-target.ts';
import { describeSample } from './progress.ts';
import { summarize } from './summary.ts';
import { describeTable } from './table.ts';
import { TARGET_TITLES, type Target, type TargetName } from './target.ts';
import { workloadOf } from './workloads.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const NOTES = `
Medians of the rounds; × ws is the median of the rounds' own ratios to plain ws. CPU µs/msg is processor time (user and
system, all threads) of the processes on a message's way for each message that arrives. Gatehouse's lobby server and its
Redis bring players into a room and then stand by: they run, but are not counted.`;

async function main(): Promise<void> {
  if (!existsSync('/proc/self/stat')) throw new Error('it reads processor time from /proc, which only Linux has');
  const options = readCompareOptions(process.argv.slice(2));
  const { targets, missing } = await findTargets(options);
  const { rounds, quick, idleConnections, seconds } = options;
  const comparison = new Comparison({
    targets,
    workloads: options.workloads.map(name => workloadOf(name, { quick, idleConnections })),
    rounds,
    durations: { warmUpMs: seconds * 400, measureMs: seconds * 1000 },
    progress: (workload, round, target, sample) =>
      print(`  ${workload.name} round ${round} of ${rounds}: ${TARGET_TITLES[target]} ${describeSample(sample)}`),
  });
  stopOnSignals(comparison);
  try {
    const results = await comparison.run(result => print(`\n${describeTable(result.workload, summarize(result))}\n`));
    for (const { target, why } of missing) print(`${TARGET_TITLES[target]} was not measured: ${why}`);
    print(NOTES.trim());
    if (options.json !== undefined) await writeFile(options.json, report(options, results, missing));
  } finally {
    await comparison.stop();
  }
}

interface MissingTarget {
  readonly target: TargetName;
  readonly why: string;
}

async function findTargets(options: CompareOptions): Promise<{ targets: Target[]; missing: MissingTarget[] }> {
  const targets: Target[] = [];
  const missing: MissingTarget[] = [];
  for (const target of options.targets) {
    if (target === 'plain-ws') targets.push(plainWsTarget);
    else if (target === 'gatehouse') {
      if (!options.quick) await requireRealRedis(); // what is not measured may run on any
      targets.push(gatehouseTarget(print));
    } else {
      try {
        targets.push(haproxyTarget(await findHaproxy(process.env, print)));
      } catch (error) {
        const why = `no haproxy on PATH, and Debian's package cannot be had (${error instanceof Error ? error.message : error})`;
        missing.push({ target, why });
        print(`${TARGET_TITLES[target]} is left out: ${why}`);
      }
    }
  }
  return { targets, missing };
}

/** @throws Error where only the Redis in JavaScript is to be had: what is measured beside it says nothing. */
async function requireRealRedis(): Promise<void> {
  const { kind, origin } = await findRedisBinary(process.env, print);
  if (kind === 'javascript')
    throw new Error(`there is no Redis but ${origin}, too slow to measure with; install redis-server`);
}

function report(
  options: CompareOptions,
  results: readonly WorkloadResult[],
  missing: readonly MissingTarget[],
): string {
  const environment = { node: process.version, platform: platform(), processors: availableParallelism() };
  const workloads = results.map(result => ({ ...result, summaries: summarize(result) }));
  return `${JSON.stringify({ at: new Date().toISOString(), environment, options, missing, workloads }, undefined, 2)}\n`;
}

/** Whatever is running ends with this process; politely where there is time. */
function stopOnSignals(comparison: Comparison): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void comparison.stop().finally(() => process.exit(1)));
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`compare: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
