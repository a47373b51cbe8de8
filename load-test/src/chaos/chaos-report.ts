import type { ChaosOptions } from './chaos-options.ts';
import type { GameCounts } from './cluster-view.ts';
import { type DeliveryTotals, isWhole } from './delivery-totals.ts';
import type { FaultKind, PlannedFault } from './fault.ts';
import type { EndTotals } from './run-book.ts';

/** A fault that was injected, and what followed. Times in milliseconds. */
export interface FaultRecord {
  readonly fault: PlannedFault;
  /** Its victim was there. */
  readonly hit: boolean;
  /** Of each player, from the beginning of the fault until it heard all of its party (single only). */
  readonly recoveredMs: readonly number[];
  /** Of each player that lost its connection, from then until all its streams were attached again. */
  readonly attachedMs: readonly number[];
  /** From the end of the fault until the whole cluster had converged (single only). */
  readonly convergedMs?: number;
  /** What was not as it should be when the time was over. */
  readonly problems: readonly string[];
}

export interface MemoryChange {
  readonly name: string;
  readonly beginBytes: number;
  readonly endBytes: number;
  /** It was started anew meanwhile. */
  readonly restarted: boolean;
}

export interface ChaosReport {
  readonly options: ChaosOptions;
  readonly plan: readonly PlannedFault[];
  readonly faults: readonly FaultRecord[];
  readonly rooms: DeliveryTotals;
  readonly chat: DeliveryTotals;
  readonly questions: { readonly asked: number; readonly answered: number };
  readonly ends: EndTotals;
  readonly fresh: Readonly<Record<string, number>>;
  readonly doubledSessions: readonly string[];
  readonly games: readonly GameCounts[];
  readonly memory: readonly MemoryChange[];
  /** After the last fault. */
  readonly finalConvergenceMs: number | undefined;
  readonly violations: readonly string[];
  readonly durationMs: number;
}

/** Gateway killed: 99 of 100 players are attached again after no more than this. */
const GATEWAY_KILL_P99_MS = 3000;

/** Promises that were not kept, in words; empty: all were. */
export function brokenPromises(report: ChaosReport, p99: (kind: FaultKind) => number | undefined): string[] {
  const { rooms, chat, questions, ends, doubledSessions, violations, faults, games } = report;
  const broken: string[] = [];
  if (!isWhole(rooms)) broken.push(`rooms: ${describeFaults(rooms)}`);
  if (!isWhole(chat)) broken.push(`chat: ${describeFaults(chat)}`);
  if (questions.answered !== questions.asked) {
    broken.push(`${questions.asked - questions.answered} of ${questions.asked} requests were not answered`);
  }
  if (ends.heard !== ends.expected) broken.push(`${ends.expected - ends.heard} ends of games were not heard`);
  if (doubledSessions.length > 0) broken.push(`users with two sessions: ${doubledSessions.join(', ')}`);
  for (const { fault, problems } of faults) {
    if (problems.length > 0)
      broken.push(`not converged after fault ${fault.number}: ${problems.slice(0, 3).join('; ')}`);
  }
  if (report.finalConvergenceMs === undefined) broken.push('not converged in the end');
  for (const { server, running, recorded } of games) {
    if (running !== recorded) broken.push(`${server} runs ${running} games, Redis knows ${recorded}`);
  }
  if (report.options.mode === 'single') {
    const resumedMs = p99('gateway-kill') ?? 0;
    if (resumedMs > GATEWAY_KILL_P99_MS) broken.push(`gateway-kill: attached again p99 ${Math.round(resumedMs)} ms`);
  }
  return [...broken, ...violations];
}

export function describeFaults({ lost, doubled, reordered, unannounced, wentBack }: DeliveryTotals): string {
  const rare = unannounced + wentBack === 0 ? '' : `, ${unannounced} unannounced, ${wentBack} back`;
  return `${lost} lost, ${doubled} doubled, ${reordered} reordered${rare}`;
}
