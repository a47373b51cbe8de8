// Runs every test file (or those given: files and folders) in a process of its own, several at once.
// The last line is `N passed, N failed`, with `, N skipped` when there are, and the reasons before it; the exit code
// says the same.
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleMonitorTests, bundleServers } from './bundle-servers.ts';
import { root } from './checkout.ts';
import { findPostgres } from './postgres-binary.ts';
import { PostgresProcess } from './postgres-process.ts';
import { findRedisBinary, redisBinaryEnvironment } from './redis-binary.ts';
import { findTestFiles, type TestWeight, testWeight } from './test-files.ts';
import { startTestProcess, type TestProcess, type TestResult } from './test-process.ts';
import { filesOnDatabases, type TestRun, testRuns } from './test-runs.ts';

const jobs = Number(process.env.TEST_JOBS || availableParallelism());
const timeoutMs = Number(process.env.TEST_TIMEOUT_MS || 240_000);
const LEAK_TIMEOUT_MS = 5000;
const running = new Set<TestProcess>();
let postgres: PostgresProcess | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const test of running) test.kill();
    process.exit(1);
  });
}

try {
  const files = await findTestFiles(root, process.argv.slice(2));
  const redis = await findRedisBinary(process.env, console.log);
  if (redis.kind === 'javascript') console.log(`tests: Redis is ${redis.origin}`);
  const isCompiled = files.some(file => testWeight(file) !== 'light') && (await compile());
  const onDatabases = await filesOnDatabases(root, files);
  if (isCompiled) await Promise.all([bundleServers(), bundleMonitorTests([...onDatabases])]);
  const built = isCompiled ? { GATEHOUSE_COMPILED: '1', GATEHOUSE_BUNDLED: '1' } : {};
  const env = { ...process.env, ...redisBinaryEnvironment(redis), ...built, NODE_ENV: 'test', NO_COLOR: '1' };
  postgres = onDatabases.size === 0 ? undefined : await startPostgres();
  const runs = testRuns(files, { onDatabases, postgresUrl: postgres?.url });
  const results = await runAll(runs, env);
  process.exitCode = report(results);
} catch (error) {
  console.log(`tests: ${error instanceof Error ? error.message : error}\n\n0 passed, 1 failed`);
  process.exitCode = 1;
} finally {
  await postgres?.stop();
}

/** Undefined: there is none here, and tests run on libsql alone. */
async function startPostgres(): Promise<PostgresProcess | undefined> {
  try {
    return await PostgresProcess.start(await findPostgres(process.env, console.log));
  } catch (error) {
    console.log(`tests: nothing runs on PostgreSQL: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

/** Tests of `tests/` start servers, which start faster when compiled. Code with wrong types runs from its sources. */
async function compile(): Promise<boolean> {
  const tsc = join(root, 'node_modules/.bin/tsc');
  return promisify(execFile)(tsc, ['-b'], { cwd: root }).then(
    () => true,
    () => {
      console.log('tests: the types are wrong (npm run check says where); servers run from their sources');
      return false;
    },
  );
}

async function runAll(runs: readonly TestRun[], env: NodeJS.ProcessEnv): Promise<TestResult[]> {
  const queue = (weight: TestWeight) => runs.filter(({ file }) => testWeight(file) === weight).values();
  const [busy, light, cluster] = [queue('busy'), queue('light'), queue('cluster')]; // shared: each run is taken once
  const results: TestResult[] = [];
  const work = async (...queues: Iterable<TestRun>[]) => {
    for (const each of queues) for (const run of each) results.push(await runOne(run, env));
  };
  // What needs the machine runs one after the other, with others beside it. Small tests and clusters wait for half of their
  // time, so a processor bears two of them; that clusters begin early leaves fewer of them for the end.
  const others = Array.from({ length: jobs - 1 }, () => [work(cluster, light), work(light, cluster)]);
  await Promise.all([work(busy, cluster, light), ...others.flat()]);
  return results;
}

async function runOne({ file, label, env: own }: TestRun, env: NodeJS.ProcessEnv): Promise<TestResult> {
  const isCompiled = env.GATEHOUSE_COMPILED === '1';
  const test = startTestProcess({
    root,
    file,
    isCompiled,
    env: { ...env, ...own },
    timeoutMs,
    leakTimeoutMs: LEAK_TIMEOUT_MS,
  });
  running.add(test);
  const result = { ...(await test.result), file: label };
  running.delete(test);
  const seconds = `${(result.durationMs / 1000).toFixed(1)} s`.padStart(7);
  const verdict = result.failed === 0 ? 'ok  ' : 'FAIL';
  console.log(`${verdict} ${seconds}  ${label} (${counts(result)})${result.why ? `: ${result.why}` : ''}`);
  for (const failure of result.failures) console.log(`      ${failure}`);
  return result;
}

function report(results: readonly TestResult[]): 0 | 1 {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const result of results) {
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
    if (result.failed > 0) console.log(`\n---- ${result.file} ${result.why ?? ''}\n${result.output.trim()}`);
  }
  if (results.length === 0) {
    console.log('tests: no test file was found');
    total.failed = 1;
  }
  const skips = results.flatMap(skipsOf);
  if (skips.length > 0) console.log(`\nskipped:\n  ${skips.join('\n  ')}`);
  console.log(`\n${counts(total)}`);
  return total.failed === 0 ? 0 : 1;
}

function skipsOf({ file, skipped, skipReasons }: TestResult): string[] {
  const silent = skipped - skipReasons.length;
  const lines = silent > 0 ? [...skipReasons, `${silent} without a reason`] : skipReasons;
  return lines.map(line => `${file}: ${line}`);
}

function counts({ passed, failed, skipped }: { passed: number; failed: number; skipped: number }): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
