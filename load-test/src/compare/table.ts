import type { TargetSummary } from './summary.ts';
import { TARGET_TITLES } from './target.ts';
import type { Workload } from './workloads.ts';

const BYTES_PER_KIB = 1024;

type Column = [head: string, cell: (summary: TargetSummary) => string];

const TRAFFIC_COLUMNS: readonly Column[] = [
  ['', ({ target }) => TARGET_TITLES[target]],
  ['CPU µs/msg', ({ figures }) => fixed(figures.cpuMicros?.median, 2)],
  ['× ws', ({ figures }) => fixed(figures.cpuMicros?.ratio, 2)],
  ['msg/s', ({ figures }) => fixed(figures.messagesPerSecond?.median, 0)],
  ['× ws', ({ figures }) => fixed(figures.messagesPerSecond?.ratio, 2)],
  ['p50 ms', ({ figures }) => fixed(figures.p50Ms?.median, 2)],
  ['p99 ms', ({ figures }) => fixed(figures.p99Ms?.median, 2)],
  ['p99.9 ms', ({ figures }) => fixed(figures.p999Ms?.median, 2)],
  ['load gen.', ({ figures }) => `${fixed((figures.generatorLoad?.median ?? 0) * 100, 0)} %`],
  ['  CPU µs/msg by process', ({ byProcess }) => processes(byProcess, 1, 2)],
];

const IDLE_COLUMNS: readonly Column[] = [
  ['', ({ target }) => TARGET_TITLES[target]],
  ['KiB/connection', ({ figures }) => fixed((figures.rssBytes?.median ?? 0) / BYTES_PER_KIB, 2)],
  ['× ws', ({ figures }) => fixed(figures.rssBytes?.ratio, 2)],
  ['  KiB/connection by process', ({ byProcess }) => processes(byProcess, BYTES_PER_KIB, 2)],
];

/** What was measured, for the terminal: a title, a head, a row for each target; names to the left, figures to the right. */
export function describeTable({ kind, title }: Workload, summaries: readonly TargetSummary[]): string {
  const columns = kind === 'traffic' ? TRAFFIC_COLUMNS : IDLE_COLUMNS;
  const rows = [columns.map(([head]) => head), ...summaries.map(summary => columns.map(([, cell]) => cell(summary)))];
  const widths = columns.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const isText = (column: number): boolean => column === 0 || column === columns.length - 1;
  const lines = rows.map(row => {
    const cells = row.map((cell, column) => pad(cell, widths[column] ?? 0, isText(column)));
    return `  ${cells.join('  ')}`.trimEnd();
  });
  return [title, ...lines, ...losses(summaries)].join('\n');
}

/** A target that loses messages does less than the others. */
function losses(summaries: readonly TargetSummary[]): string[] {
  const losing = summaries.filter(({ figures }) => (figures.lost?.median ?? 0) > 0);
  return losing.map(({ target, figures }) => `  ${TARGET_TITLES[target]} lost ${figures.lost?.median} messages`);
}

function pad(cell: string, width: number, isText: boolean): string {
  return isText ? cell.padEnd(width) : cell.padStart(width);
}

function processes(byProcess: Readonly<Record<string, number>>, unit: number, digits: number): string {
  return `  ${Object.entries(byProcess)
    .map(([name, value]) => `${name} ${(value / unit).toFixed(digits)}`)
    .join(', ')}`;
}

function fixed(value: number | undefined, digits: number): string {
  return value === undefined ? '–' : value.toFixed(digits);
}
