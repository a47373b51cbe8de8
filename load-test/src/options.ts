import { Command, InvalidArgumentError } from 'commander';
import { MIN_SAY_BYTES } from './say-payload.ts';

export interface LoadTestOptions {
  readonly urls: readonly string[];
  readonly clients: number;
  readonly rooms: number;
  /** Messages per second of each client. */
  readonly rate: number;
  /** Seconds of sending, all rounds together. */
  readonly duration: number;
  readonly rounds: number;
  /** Seconds at the begin of each round whose latencies are not counted; deliveries are. */
  readonly warmUp: number;
  /** Seconds that messages may still take after the last one of a round was sent. */
  readonly drain: number;
  /** Of one message's payload. */
  readonly bytes: number;
  readonly roomClass: string;
  /** Guests are called `<guest>-<number>`. */
  readonly guest: string;
  readonly seed: number;
  readonly maxLost: number;
  readonly maxDoubled: number;
  readonly maxReordered: number;
  readonly maxP99Ms?: number;
  /** Where the report goes. */
  readonly json?: string;
}

const DEFAULT_URLS = ['ws://127.0.0.1:7400', 'ws://127.0.0.1:7410'];

/**
 * Reads the command line.
 * @throws CommanderError with the exit code, when the reason (or the help that was asked for) is printed already
 */
export function readOptions(argv: readonly string[], printError?: (text: string) => void): LoadTestOptions {
  const command = new Command('load-test')
    .exitOverride()
    .configureOutput(printError === undefined ? {} : { writeErr: printError })
    .description('Plays whole games with many clients at once and checks every message: lost, doubled, reordered.')
    .option('--urls <urls>', 'gateways, separated by commas', readUrls, DEFAULT_URLS)
    .option('--clients <count>', 'players', whole(1), 200)
    .option('--rooms <count>', 'rooms they play in', whole(1), 20)
    .option('--rate <messages>', 'messages per second of each client', positive, 10)
    .option('--duration <seconds>', 'of sending, all rounds together', positive, 20)
    .option('--rounds <count>', 'games played one after the other', whole(1), 2)
    .option('--warm-up <seconds>', 'of each round without latencies', atLeastZero, 1)
    .option('--drain <seconds>', 'that messages may take after the last was sent', positive, 10)
    .option('--bytes <count>', 'payload of one message', whole(MIN_SAY_BYTES), 64)
    .option('--room-class <name>', 'a room that repeats `say` to all and ends at `finish`', 'echo')
    .option('--guest <name>', 'what guests are called', 'load')
    .option('--seed <number>', 'of the moments at which clients send', whole(0), 1)
    .option('--max-lost <count>', 'more are a failure', whole(0), 0)
    .option('--max-doubled <count>', 'more are a failure', whole(0), 0)
    .option('--max-reordered <count>', 'more are a failure', whole(0), 0)
    .option('--max-p99-ms <milliseconds>', 'a higher 99th percentile is a failure', positive)
    .option('--json <file>', 'write the report there');
  command.parse(argv, { from: 'user' });
  const options = command.opts<LoadTestOptions>();
  if (options.rooms > options.clients) command.error('error: there cannot be more --rooms than --clients');
  return options;
}

function readUrls(text: string): string[] {
  const urls = text.split(',').map(url => url.trim());
  const wrong = urls.find(url => !/^(wss?|tcp):\/\/./.test(url) || !URL.canParse(url));
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is no ws://, wss:// or tcp:// URL.`);
  return urls;
}

function whole(min: number): (text: string) => number {
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

function atLeastZero(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError('It must be a number, 0 or more.');
}
