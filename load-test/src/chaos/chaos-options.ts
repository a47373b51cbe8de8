import { Command, InvalidArgumentError } from 'commander';
import { SABOTAGES, type Sabotage } from './chaos-messages.ts';
import { FAULT_KINDS, type FaultKind } from './fault.ts';

export const MODES = ['single', 'storm'] as const;
export type Mode = (typeof MODES)[number];

export interface ChaosOptions {
  readonly mode: Mode;
  readonly minutes: number;
  readonly seed: number;
  readonly players: number;
  /** Of one lobby room and its games. */
  readonly party: number;
  /** Lines of each player in a second; as many volatile ones. */
  readonly rate: number;
  readonly faults: readonly FaultKind[];
  /** Mean time between two faults of a storm. */
  readonly everyMs: number;
  readonly healthIntervalMs: number;
  /** Where the whole result goes. */
  readonly json?: string;
  /** The logs of a run that went well are kept too. */
  readonly keep: boolean;
  /** What a room does wrong in the middle of the run: to see that such a run fails. */
  readonly inject?: Sabotage;
}

/** Reads the command line; a wrong one ends the process with one line that says what is wrong. */
export function readChaosOptions(argv: readonly string[]): ChaosOptions {
  const command = new Command('chaos')
    .description('A cluster of real processes under faults; checks that players lose, double and reorder nothing.')
    .option('--mode <mode>', 'single: one fault at a time; storm: they overlap', oneOf(MODES), 'single')
    .option('--minutes <minutes>', 'how long faults come', positive, 3)
    .option('--seed <number>', 'the same one means the same faults', wholeNumber(0), 1)
    .option('--players <count>', 'on the SDK, half on WebSocket, half on TCP', wholeNumber(2), 120)
    .option('--party <count>', 'players of one room', wholeNumber(2), 6)
    .option('--rate <per second>', 'numbered lines of each player', positive, 3)
    .option('--faults <kinds>', FAULT_KINDS.join(', '), someOf(FAULT_KINDS), FAULT_KINDS)
    .option('--every-ms <ms>', 'mean time between two faults of a storm', wholeNumber(1), 2500)
    .option('--health-interval-ms <ms>', 'HEALTH_INTERVAL_MS of all servers', wholeNumber(100), 2000)
    .option('--json <file>', 'write the whole result there')
    .option('--keep', 'keep the logs also when all went well', false)
    .option(
      '--inject <fault>',
      `a room does this once, and the run must fail: ${SABOTAGES.join(', ')}`,
      oneOf(SABOTAGES),
    );
  command.parse(argv, { from: 'user' });
  return command.opts<ChaosOptions>();
}

function oneOf<N extends string>(known: readonly N[]): (text: string) => N {
  return text => {
    const found = known.find(name => name === text);
    if (found === undefined) throw new InvalidArgumentError(`It is none of ${known.join(', ')}.`);
    return found;
  };
}

/** Names with commas; one that ends with `*` is all that begin so. */
function someOf<N extends string>(known: readonly N[]): (text: string) => readonly N[] {
  return text => {
    const patterns = text.split(',').map(pattern => pattern.trim());
    const fits = (name: string, pattern: string) => {
      return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
    };
    const wrong = patterns.find(pattern => !known.some(name => fits(name, pattern)));
    if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is none of ${known.join(', ')}.`);
    return known.filter(name => patterns.some(pattern => fits(name, pattern)));
  };
}

function wholeNumber(min: number): (text: string) => number {
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
