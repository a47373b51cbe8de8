import { Command, InvalidArgumentError } from 'commander';
import { TARGET_NAMES, type TargetName } from './target.ts';
import { WORKLOAD_NAMES } from './workloads.ts';

export interface CompareOptions {
  readonly rounds: number;
  readonly workloads: readonly string[];
  readonly targets: readonly TargetName[];
  /** Seconds that are counted, of each run. */
  readonly seconds: number;
  readonly idleConnections: number;
  readonly quick: boolean;
  /** Where the whole result goes. */
  readonly json?: string;
}

const QUICK = { rounds: 1, seconds: 0.5 };

/** Reads the command line; a wrong one ends the process with one line that says what is wrong. */
export function readCompareOptions(argv: readonly string[]): CompareOptions {
  const command = new Command('compare')
    .description('Gatehouse, plain ws and HAProxy before it under the same load: processor time, latency, memory.')
    .option('--rounds <count>', 'runs of each workload on each target, interleaved', atLeast(1), 5)
    .option('--workloads <names>', WORKLOAD_NAMES.join(', '), namesOf(WORKLOAD_NAMES), WORKLOAD_NAMES)
    .option('--targets <names>', TARGET_NAMES.join(', '), namesOf(TARGET_NAMES), TARGET_NAMES)
    .option('--seconds <seconds>', 'counted in each run', positive, 3)
    .option('--idle-connections <count>', 'of the workload idle, at least 100', atLeast(100), 2000)
    .option('--quick', 'one short round, everything a tenth as large: shows that it works, not how fast', false)
    .option('--json <file>', 'write every sample there');
  command.parse(argv, { from: 'user' });
  const options = command.opts<CompareOptions>();
  return options.quick ? { ...options, ...QUICK } : options;
}

function namesOf<N extends string>(known: readonly N[]): (text: string) => readonly N[] {
  return text => {
    const names = text.split(',').map(name => name.trim());
    const wrong = names.find(name => !known.some(other => other === name));
    if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is none of ${known.join(', ')}.`);
    return known.filter(name => names.includes(name));
  };
}

function atLeast(min: number): (text: string) => number {
  return text => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= min) return value;
    throw new InvalidArgumentError(`It must be a whole number, ${min} or more.`);
  };
}

function positive(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('It must be a number above 0.');
}
