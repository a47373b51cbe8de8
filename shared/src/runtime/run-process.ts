import { type Clock, systemClock } from './clock.ts';
import { DrainLog, type Remainder } from './drain-log.ts';
import { Lifecycle, type Part } from './lifecycle.ts';
import type { Log, LogFields } from './log.ts';
import { LOG_EVENTS } from './log-events.ts';
import { type ProcessHost, type StopSignal, thisProcess } from './process-host.ts';
import { startFailureLine } from './start-failure.ts';
import { StopRequests } from './stop-requests.ts';

export interface ProcessOptions {
  /** Begins the line that says why the process could not start. */
  name: string;
  log: Log;
  /** Started in order; drained and stopped newest first. */
  parts: readonly Part[];
  /** The configuration, so that a port in use is named by its variable. */
  config?: Readonly<Record<string, unknown>>;
  /** Fields of `process.started`, asked when all parts run: at least id and address. */
  started?: () => LogFields;
  /** How long the parts may finish what runs, unless somebody who asks for the end says otherwise. Default: not at all. */
  drainLimitMs?: number;
  /** What is left to finish, for the log. */
  left?: () => Remainder;
  /** Of the process's own parts. */
  stopRequests?: StopRequests;
  /** For all that is neither draining nor waiting. */
  stopTimeoutMs?: number;
  host?: ProcessHost;
  clock?: Clock;
}

/** npm hands on the signal that the terminal has sent to the whole group already: both are one. */
const SAME_SIGNAL_MS = 500;
const STOP_TIMEOUT_MS = 10_000;
const ORPHAN_STOP_TIMEOUT_MS = 3000;
const EXIT_CODES: Readonly<Record<StopSignal, number>> = { SIGINT: 130, SIGTERM: 143 };

/**
 * `main` of a process: `assemble` reads the configuration and builds the parts, which are then run by `runProcess`.
 * What `assemble` throws (BAD_CONFIG above all) is one line on standard error and exit code 1.
 */
export async function runMain(
  name: string,
  assemble: (stopRequests: StopRequests) => Omit<ProcessOptions, 'name' | 'stopRequests'>,
  host: ProcessHost = thisProcess,
): Promise<void> {
  const stopRequests = new StopRequests();
  let assembled: Omit<ProcessOptions, 'name' | 'stopRequests'>;
  try {
    assembled = assemble(stopRequests);
  } catch (error) {
    host.complain(startFailureLine(name, error));
    return host.exit(1);
  }
  await runProcess({ host, ...assembled, name, stopRequests });
}

/**
 * Starts the parts and resolves when all run. SIGTERM, SIGINT, a stop request or the parent's death drains and stops them,
 * then exits with 0; a second signal exits at once. A failed start, an error nobody caught or a stop that takes too long:
 * exit 1.
 */
export async function runProcess(options: ProcessOptions): Promise<void> {
  const { name, log, host = thisProcess } = options;
  const life = new Lifecycle(options.parts);
  const clock = options.clock ?? systemClock;
  const { left } = options;
  const drainLog = left && new DrainLog({ log, clock, left });
  const stopping = new Stopping({ ...options, host, clock, life, drainLog });
  host.onUncaught(error => {
    log.error(LOG_EVENTS.processFailed, { error });
    host.exit(1);
  });
  host.onSignal(signal => stopping.signalled(signal));
  const orphaned = { why: 'parent gone', drainLimitMs: 0, stopTimeoutMs: ORPHAN_STOP_TIMEOUT_MS };
  host.onParentGone(() => void stopping.begin(orphaned));
  options.stopRequests?.listen(({ why, drainLimitMs }) => void stopping.begin({ why, drainLimitMs }));
  try {
    await life.start();
  } catch (error) {
    if (stopping.begun) return; // asked to stop while starting: no failure
    host.complain(startFailureLine(name, error, options.config));
    return host.exit(1);
  }
  if (!stopping.begun) log.info(LOG_EVENTS.processStarted, options.started?.());
}

interface StoppingOptions {
  life: Lifecycle;
  log: Log;
  host: ProcessHost;
  clock: Clock;
  drainLog: DrainLog | undefined;
  drainLimitMs?: number;
  stopTimeoutMs?: number;
}

interface Stop {
  why: string;
  drainLimitMs?: number | undefined;
  stopTimeoutMs?: number;
}

/** The end of a process: begun once, forced by a second signal or by its time limit. */
class Stopping {
  private readonly options: StoppingOptions;
  private hasBegun = false;
  private signalledAtMs: number | undefined;

  constructor(options: StoppingOptions) {
    this.options = options;
  }

  get begun(): boolean {
    return this.hasBegun;
  }

  /** The first one also when the process ends already for another reason: who sends it may not know of that. */
  signalled(signal: StopSignal): void {
    const { host, clock, drainLog } = this.options;
    const nowMs = clock.monotonicMs();
    this.signalledAtMs ??= nowMs;
    void this.begin({ why: signal });
    if (nowMs - this.signalledAtMs <= SAME_SIGNAL_MS) return;
    drainLog?.force(signal);
    host.exit(EXIT_CODES[signal]);
  }

  async begin({ why, ...limits }: Stop): Promise<void> {
    const { life, log, host, clock, drainLog } = this.options;
    if (this.hasBegun) return;
    this.hasBegun = true;
    const drainLimitMs = limits.drainLimitMs ?? this.options.drainLimitMs ?? 0;
    const timeoutMs = drainLimitMs + (limits.stopTimeoutMs ?? this.options.stopTimeoutMs ?? STOP_TIMEOUT_MS);
    log.info(LOG_EVENTS.processStopping, { why });
    const cancelTimeout = clock.after(timeoutMs, () => this.failed(new Error(`not stopped after ${timeoutMs} ms`)));
    try {
      drainLog?.start({ why, limitMs: drainLimitMs });
      await life.drain(drainLimitMs);
      drainLog?.finish();
      await life.shutdown();
    } catch (error) {
      return this.failed(error);
    } finally {
      cancelTimeout();
    }
    log.info(LOG_EVENTS.processStopped);
    host.exit(0);
  }

  private failed(error: unknown): void {
    this.options.log.error(LOG_EVENTS.processFailed, { error });
    this.options.host.exit(1);
  }
}
