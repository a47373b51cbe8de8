import { type ChaosReport, describeFaults, type FaultRecord } from './chaos-report.ts';
import type { DeliveryTotals } from './delivery-totals.ts';
import { FAULT_KINDS, type FaultKind } from './fault.ts';
import { percentile } from './percentile.ts';

const BYTES_PER_MEBIBYTE = 1024 * 1024;

/** Percentile over all faults of one kind. */
export function overKind(
  faults: readonly FaultRecord[],
  kind: FaultKind,
  times: (record: FaultRecord) => readonly number[],
  percent: number,
): number | undefined {
  return percentile(faults.filter(({ fault }) => fault.kind === kind).flatMap(times), percent);
}

/** What a run found, for the terminal. */
export function describeReport(report: ChaosReport): string {
  return [
    '',
    ...table(faultRows(report.faults)),
    '',
    `rooms            ${describeDeliveries(report.rooms)}`,
    `lobby chat       ${describeDeliveries(report.chat)}`,
    `requests         ${report.questions.asked} asked, ${report.questions.answered} answered`,
    `ends of games    ${describeEnds(report)}`,
    `fresh            ${list(report.fresh)}`,
    `double sessions  ${report.doubledSessions.length === 0 ? 0 : report.doubledSessions.join(', ')}`,
    `games            ${report.games.map(({ server, recorded, running }) => `${server} ${recorded} in Redis, ${running} running`).join('; ')}`,
    `converged        ${report.finalConvergenceMs === undefined ? 'no' : `${seconds(report.finalConvergenceMs)} s after the last fault`}`,
    '',
    ...table(memoryRows(report)),
  ].join('\n');
}

function faultRows(faults: readonly FaultRecord[]): string[][] {
  const head = ['fault', 'times', 'hears all p50 s', 'p99', 'attached p50 s', 'p99', 'converged p50 s', 'p99', 'late'];
  const kinds = FAULT_KINDS.filter(kind => faults.some(({ fault }) => fault.kind === kind));
  const rows = kinds.map(kind => {
    const of = faults.filter(({ fault, hit }) => fault.kind === kind && hit);
    const both = (times: (record: FaultRecord) => readonly number[]) => {
      return [50, 99].map(percent => seconds(overKind(of, kind, times, percent)));
    };
    return [
      kind,
      `${of.length}`,
      ...both(({ recoveredMs }) => recoveredMs),
      ...both(({ attachedMs }) => attachedMs),
      ...both(({ convergedMs }) => (convergedMs === undefined ? [] : [convergedMs])),
      `${of.filter(({ problems }) => problems.length > 0).length}`,
    ];
  });
  return [head, ...rows];
}

function memoryRows({ memory }: ChaosReport): string[][] {
  const rows = memory.map(({ name, beginBytes, endBytes, restarted }) => [
    name,
    mebibytes(beginBytes),
    mebibytes(endBytes),
    restarted ? 'started anew' : `${((endBytes / beginBytes - 1) * 100).toFixed(0)} %`,
  ]);
  return [['RSS after GC, MiB', 'begin', 'end', ''], ...rows];
}

function describeDeliveries(totals: DeliveryTotals): string {
  const { sent, delivered, skipped, unheardAtEnd } = totals;
  const fresh = skipped === 0 ? '' : `; ${skipped} not shown, as fresh said`;
  const explained = unheardAtEnd === 0 ? fresh : `${fresh}; ${unheardAtEnd} by players away at an end`;
  return `${sent} said, ${delivered} heard, ${describeFaults(totals)}${explained}`;
}

function describeEnds({ ends }: ChaosReport): string {
  const { expected, heard, doubled, withoutReason, byReason } = ends;
  return `${heard} of ${expected} heard, ${doubled} doubled, ${withoutReason} without a reason (${list(byReason)})`;
}

function list(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts);
  return entries.length === 0 ? 'none' : entries.map(([what, count]) => `${what} ${count}`).join(', ');
}

/** Columns of equal width: the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return rows.map(row => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

function seconds(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '–' : (milliseconds / 1000).toFixed(2);
}

function mebibytes(bytes: number): string {
  return (bytes / BYTES_PER_MEBIBYTE).toFixed(1);
}
