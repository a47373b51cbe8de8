// `npm run chaos`: a cluster under faults, and players who check that nothing is lost, doubled or out of order.
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { type ChaosOptions, readChaosOptions } from './chaos-options.ts';
import { brokenPromises, type ChaosReport } from './chaos-report.ts';
import { ChaosRun } from './chaos-run.ts';
import { describeReport, overKind } from './chaos-table.ts';
import { Playground } from './playground.ts';
import { RunFolder } from './run-folder.ts';

const INTERRUPTED_CODE = 130;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

class Interrupted extends Error {}

/** Exit code: 0, or 1 when a promise was broken, the checker is blind, or the run could not begin. */
async function main(): Promise<number> {
  const options = readChaosOptions(process.argv.slice(2));
  const interrupted = untilInterrupted();
  const folder = await RunFolder.create();
  let ground: Playground | undefined;
  let isGood = false;
  try {
    ground = await Playground.open(options, folder);
    const run = new ChaosRun({ options, ground, print, note: folder.note, interrupted });
    const report = await run.run();
    print(describeReport(report));
    const broken = promisesBroken(report);
    isGood = broken.length === 0;
    for (const promise of broken) print(`BROKEN  ${promise}`);
    print(isGood ? '\nevery promise was kept' : `\n${broken.length} promises were broken`);
    await write(options, report, broken);
    return isGood ? 0 : 1;
  } catch (error) {
    isGood = error instanceof Interrupted;
    if (!isGood) print(`chaos: ${error instanceof Error ? error.message : error}`);
    return isGood ? INTERRUPTED_CODE : 1;
  } finally {
    if (!isGood) await keepDump(folder, ground);
    await ground?.close();
    if (isGood && !options.keep) await folder.remove();
    else {
      await folder.keep();
      print(`logs: ${folder.path}`);
    }
  }
}

function promisesBroken(report: ChaosReport): string[] {
  return brokenPromises(report, kind => overKind(report.faults, kind, ({ attachedMs }) => attachedMs, 99));
}

async function keepDump(folder: RunFolder, ground: Playground | undefined): Promise<void> {
  const dump = await ground?.view.dump().catch((error: unknown) => JSON.stringify({ error: String(error) }));
  if (dump !== undefined) await folder.file('redis.json', dump);
}

async function write(options: ChaosOptions, report: ChaosReport, broken: readonly string[]): Promise<void> {
  if (options.json === undefined) return;
  await writeFile(options.json, `${JSON.stringify({ ...report, broken }, undefined, 2)}\n`);
}

function untilInterrupted(): Promise<never> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const interrupted = Promise.race(signals.map(signal => once(process, signal))).then(() => {
    throw new Interrupted();
  });
  interrupted.catch(() => undefined); // whoever waits for it hears
  return interrupted;
}

main().then(
  code => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`chaos: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
