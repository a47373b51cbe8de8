import { setTimeout as pause } from 'node:timers/promises';
import { CAST } from './chaos-cluster.ts';
import type { ChaosOptions } from './chaos-options.ts';
import type { ChaosReport, FaultRecord, MemoryChange } from './chaos-report.ts';
import { describeFaults } from './chaos-report.ts';
import { converge } from './convergence.ts';
import { describeFault, type PlannedFault } from './fault.ts';
import { FaultInjector } from './fault-injector.ts';
import { planSingle, planStorm } from './fault-plan.ts';
import { lastAnswers } from './last-answers.ts';
import type { Playground } from './playground.ts';
import { proofFailures } from './proof.ts';
import { RecoveryMeter } from './recovery-meter.ts';
import { residentMemory } from './resident-memory.ts';

const FIRST_LIMIT_MS = 90_000;
const SINGLE_LIMIT_MS = 60_000;
const STORM_LIMIT_MS = 30_000;
const SETTLE_LIMIT_MS = 15_000;
const LOOK_MS = 20;
const PROGRESS_MS = 5000;
/** In a storm; else before each fault. */
const SPREAD_MS = 10_000;
/** More than a single run can need. */
const SINGLE_FAULTS_PER_MINUTE = 120;
const ACTS_BEFORE_SABOTAGE = 1;

export interface ChaosRunOptions {
  readonly options: ChaosOptions;
  readonly ground: Playground;
  readonly print: (line: string) => void;
  readonly note: (line: string) => void;
  /** Rejects when the run is to end now. */
  readonly interrupted: Promise<never>;
}

/** One run from the first player to the verdict. */
export class ChaosRun {
  private readonly options: ChaosOptions;
  private readonly ground: Playground;
  private readonly note: (line: string) => void;
  private readonly print: (line: string) => void;
  private readonly interrupted: Promise<never>;
  private readonly injector: FaultInjector;
  private readonly startedMs = performance.now();
  private readonly records: FaultRecord[] = [];
  private plan: readonly PlannedFault[] = [];

  constructor({ options, ground, print, note, interrupted }: ChaosRunOptions) {
    this.options = options;
    this.ground = ground;
    this.print = print;
    this.note = note;
    this.interrupted = interrupted;
    this.injector = new FaultInjector(ground.cluster);
  }

  /** @throws Error when it cannot begin, or when its checker is blind */
  async run(): Promise<ChaosReport> {
    const { ground } = this;
    await this.orInterrupted(ground.fill());
    await this.converged(FIRST_LIMIT_MS, 'before the first fault');
    const blind = await this.orInterrupted(proofFailures(ground));
    if (blind.length > 0) throw new Error(`the checker is blind: ${blind.join('; ')}`);
    this.say('proof: a line lost, doubled and out of order in a real room is found by everybody there');
    await this.converged(FIRST_LIMIT_MS, 'after the proof');
    const beginBytes = await residentMemory(ground.cluster);
    const beganAtMs = Date.now();
    const progress = setInterval(() => this.say(this.progress()), PROGRESS_MS);
    try {
      if (this.options.mode === 'single') await this.single();
      else await this.storm();
    } finally {
      clearInterval(progress);
    }
    return this.finish(beginBytes, beganAtMs);
  }

  private async single(): Promise<void> {
    const { seed, minutes, faults: kinds } = this.options;
    const endAtMs = performance.now() + minutes * 60_000;
    this.plan = planSingle({ seed, cast: CAST, kinds }, Math.ceil(minutes * SINGLE_FAULTS_PER_MINUTE));
    for (const fault of this.plan) {
      await this.orInterrupted(pause(fault.atMs));
      await this.spread();
      if (performance.now() >= endAtMs) return;
      await this.one(fault);
      this.sabotageOnce();
      if (this.records.at(-1)?.problems.length) return; // what follows would only be more of it
    }
  }

  private async spread(): Promise<void> {
    const { cluster, book } = this.ground;
    const moved = cluster.spreadPlayers();
    if (moved === 0) return;
    this.note(`${moved} players look for another gateway`);
    book.troubled('client-cut', performance.now());
    await this.converged(SINGLE_LIMIT_MS, 'after players were spread');
    book.allWell();
  }

  private async one(fault: PlannedFault): Promise<void> {
    const { ground } = this;
    const startedMs = performance.now();
    const meter = new RecoveryMeter(ground.parties);
    const looking = setInterval(() => meter.look(), LOOK_MS);
    this.say(`fault ${fault.number}: ${describeFault(fault)}`);
    ground.book.troubled(fault.kind, startedMs);
    try {
      const hit = await this.orInterrupted(this.injector.inject(fault, this.interrupted));
      this.note(`fault ${fault.number} is over`);
      const outcome = await this.orInterrupted(converge(ground, SINGLE_LIMIT_MS));
      const problems = outcome.kind === 'late' ? outcome.problems : [];
      for (const problem of problems) this.say(`NOT CONVERGED: ${problem}`);
      const ms = Math.round(outcome.tookMs);
      this.note(`${outcome.kind} ${ms} ms after fault ${fault.number} was over; ${this.progress()}`);
      if (outcome.kind === 'converged') this.note(`last waited for: ${outcome.waitedFor.join('; ')}`);
      const attachedMs = ground.interruptions.filter(one => one.startedAtMs >= startedMs).map(({ tookMs }) => tookMs);
      this.records.push({
        fault,
        hit,
        recoveredMs: meter.recoveredMs,
        attachedMs,
        convergedMs: outcome.tookMs,
        problems,
      });
    } finally {
      ground.book.allWell();
      clearInterval(looking);
    }
  }

  private async storm(): Promise<void> {
    const { seed, minutes, everyMs, faults: kinds } = this.options;
    this.plan = planStorm({ seed, cast: CAST, kinds, everyMs, stormMs: minutes * 60_000 });
    const startedMs = performance.now();
    this.ground.book.troubled('storm', startedMs);
    const running: Promise<void>[] = [];
    const spreading = setInterval(() => this.ground.cluster.spreadPlayers(), SPREAD_MS);
    try {
      for (const fault of this.plan) {
        await this.orInterrupted(pause(Math.max(0, startedMs + fault.atMs - performance.now())));
        running.push(this.oneOfStorm(fault).catch((error: unknown) => this.failed(fault, error)));
        this.sabotageOnce();
      }
      await this.orInterrupted(Promise.all(running));
    } finally {
      clearInterval(spreading);
    }
  }

  /** The storm goes on, but what it finds is not what was planned. */
  private failed(fault: PlannedFault, error: unknown): void {
    const why = error instanceof Error ? error.message : error;
    this.ground.book.violate(`fault ${fault.number}, ${describeFault(fault)}, could not be made: ${why}`);
  }

  private async oneOfStorm(fault: PlannedFault): Promise<void> {
    const { ground } = this;
    const startedMs = performance.now();
    this.say(`fault ${fault.number}: ${describeFault(fault)}`);
    const hit = await this.injector.inject(
      fault,
      this.interrupted.catch(() => undefined),
    );
    this.note(`fault ${fault.number} is over${hit ? '' : ': nobody was there'}`);
    const endedMs = performance.now();
    const during = ground.interruptions.filter(one => one.startedAtMs >= startedMs && one.startedAtMs <= endedMs);
    const attachedMs = during.map(({ tookMs }) => tookMs);
    this.records.push({ fault, hit, recoveredMs: [], attachedMs, problems: [] });
  }

  private async finish(beginBytes: Readonly<Record<string, number>>, beganAtMs: number): Promise<ChaosReport> {
    const { ground, options } = this;
    const outcome = await this.orInterrupted(
      converge(ground, options.mode === 'storm' ? STORM_LIMIT_MS : SINGLE_LIMIT_MS),
    );
    if (outcome.kind === 'late') for (const problem of outcome.problems) this.say(`NOT CONVERGED: ${problem}`);
    ground.book.allWell();
    ground.quiet();
    await this.orInterrupted(this.settled());
    const { doubledSessions, games } = await this.orInterrupted(lastAnswers(ground));
    const endBytes = await residentMemory(ground.cluster);
    const { book } = ground;
    return {
      options,
      plan: this.plan.slice(0, this.records.length),
      faults: this.records,
      rooms: book.roomTotals(),
      chat: book.chatTotals(),
      questions: book.questionTotals,
      ends: book.endTotals(new Set(this.runningRooms())),
      fresh: book.freshTotals(),
      doubledSessions,
      games,
      memory: this.memory(beginBytes, endBytes, beganAtMs),
      finalConvergenceMs: outcome.kind === 'converged' ? outcome.tookMs : undefined,
      violations: book.violations,
      durationMs: Math.round(performance.now() - this.startedMs),
    };
  }

  /** What is on its way gets a fair time to arrive; then it is lost. */
  private async settled(): Promise<void> {
    const { book } = this.ground;
    const giveUpAtMs = performance.now() + SETTLE_LIMIT_MS;
    const isSettled = () => {
      const { asked, answered } = book.questionTotals;
      if (answered < asked) return false;
      const areRooms = this.runningRooms().every(roomId => book.room(roomId).isSettled);
      return areRooms && [...this.lobbies()].every(([id, members]) => book.chat(id).isSettled(members));
    };
    while (!isSettled() && performance.now() < giveUpAtMs) await pause(LOOK_MS);
    await pause(LOOK_MS * 10); // what is doubled comes last
    book.settle(this.runningRooms(), this.lobbies());
  }

  private runningRooms(): string[] {
    return [...new Set(this.ground.players.flatMap(({ game }) => game?.room.roomId ?? []))];
  }

  private lobbies(): Map<string, string[]> {
    const { parties } = this.ground;
    return new Map(
      parties.flatMap(({ lobbyRoomId, players }) => {
        return lobbyRoomId === undefined ? [] : [[lobbyRoomId, players.map(({ userId }) => userId)]];
      }),
    );
  }

  private memory(
    begin: Readonly<Record<string, number>>,
    end: Readonly<Record<string, number>>,
    beganAtMs: number,
  ): MemoryChange[] {
    return [...this.ground.cluster.processes.values()].map(({ name, startedAtMs }) => ({
      name,
      beginBytes: begin[name] ?? 0,
      endBytes: end[name] ?? 0,
      restarted: startedAtMs > beganAtMs,
    }));
  }

  private sabotageOnce(): void {
    const { inject } = this.options;
    if (inject === undefined || this.records.length !== ACTS_BEFORE_SABOTAGE) return;
    this.say(`a room does it wrong on purpose: ${inject}`);
    this.ground.parties[0]?.leader.sabotage(inject);
  }

  private async converged(limitMs: number, when: string): Promise<void> {
    const outcome = await this.orInterrupted(converge(this.ground, limitMs));
    if (outcome.kind === 'late') throw new Error(`not converged ${when}: ${outcome.problems.join('; ')}`);
    this.note(`converged ${when} in ${Math.round(outcome.tookMs)} ms`);
  }

  private progress(): string {
    const { players, book } = this.ground;
    const playing = players.filter(({ game, isAttached }) => game !== undefined && isAttached).length;
    const rooms = book.roomTotals();
    return `${playing} of ${players.length} play; ${rooms.sent} said, ${rooms.delivered} heard, ${describeFaults(rooms)}`;
  }

  private say(line: string): void {
    const atSeconds = ((performance.now() - this.startedMs) / 1000).toFixed(0);
    this.print(`${atSeconds.padStart(4)} s  ${line}`);
    this.note(line);
  }

  private orInterrupted<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.interrupted]);
  }
}
