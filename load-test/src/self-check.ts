import { type Deliveries, DeliveryChecker } from './delivery-checker.ts';

const PLAYERS = 3;
const MESSAGES = 50;

/** What is done to the messages of one sender on their way to one receiver, and what must be counted for it. */
interface Injection {
  readonly name: string;
  readonly change: (numbers: number[]) => number[];
  readonly counted: Partial<Deliveries>;
}

const INJECTIONS: readonly Injection[] = [
  { name: 'nothing', change: numbers => numbers, counted: {} },
  { name: 'loss', change: numbers => numbers.filter(n => n !== 7 && n !== 8), counted: { lost: 2 } },
  { name: 'loss of the last one', change: numbers => numbers.slice(0, -1), counted: { lost: 1 } },
  { name: 'doubling', change: numbers => numbers.flatMap(n => (n === 9 ? [n, n] : [n])), counted: { doubled: 1 } },
  {
    name: 'reordering',
    change: numbers => numbers.map(n => (n === 20 ? 21 : n === 21 ? 20 : n)),
    counted: { reordered: 1 },
  },
  { name: 'a message nobody sent', change: numbers => [...numbers, MESSAGES + 1], counted: { unknown: 1 } },
];

/**
 * Runs the checker on messages of which it is known what happened to them. Returns what it got wrong: a checker that
 * sees nothing must not report that nothing was lost.
 */
export function selfCheckFailures(): string[] {
  const failures: string[] = [];
  for (const { name, change, counted } of INJECTIONS) {
    const { lost, doubled, reordered, unknown } = checkedWith(change);
    const expected = { lost: 0, doubled: 0, reordered: 0, unknown: 0, ...counted };
    const found = { lost, doubled, reordered, unknown };
    if (JSON.stringify(found) !== JSON.stringify(expected)) {
      failures.push(`${name}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
    }
  }
  return failures;
}

function checkedWith(change: Injection['change']): Deliveries {
  const checker = new DeliveryChecker(PLAYERS);
  const players = Array.from({ length: PLAYERS }, (_, index) => index);
  const numbers = Array.from({ length: MESSAGES }, (_, index) => index + 1);
  for (const sender of players) for (const _ of numbers) checker.nextNumber(sender);
  for (const receiver of players) {
    for (const sender of players) {
      const arriving = receiver === 1 && sender === 2 ? change(numbers) : numbers;
      for (const n of arriving) checker.received(receiver, sender, n);
    }
  }
  return checker.result();
}
