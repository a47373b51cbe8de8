import { writeFile } from 'node:fs/promises';
import { CommanderError } from 'commander';
import { readOptions } from './options.ts';
import { describeReport, newReport } from './report.ts';
import { Scenario } from './scenario.ts';
import { selfCheckFailures } from './self-check.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Exit code: 0, or 1 when a limit was passed, the checker is blind, or the flow could not be played. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const blind = selfCheckFailures();
  if (blind.length > 0) {
    print(`self-check failed: ${blind.join('; ')}`);
    return 1;
  }
  print('self-check: injected loss, doubling and reordering are all found');
  const report = newReport(options, await new Scenario(options, print).run());
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(report, undefined, 2)}\n`);
  print(describeReport(report));
  return report.passed ? 0 : 1;
}

main().then(
  code => process.exit(code),
  (error: unknown) => {
    if (error instanceof CommanderError) process.exit(error.exitCode); // it has said why
    process.stderr.write(`load-test: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
