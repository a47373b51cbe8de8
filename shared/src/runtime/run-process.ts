import { type Clock, systemClock } from './clock.ts';
import { Lifecycle, type Part } from './lifecycle.ts';
import type { Log, LogFields } from './log.ts';
import { LOG_EVENTS } from './log-events.ts';
import { type ProcessHost, type StopSignal, thisProcess } from './process-host.ts';
import { startFailureLine } from './start-failure.ts';

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
  stopTimeoutMs?: number;
  host?: ProcessHost;
  clock?: Clock;
}

/** npm hands on the signal that the terminal has sent to the whole group already: both are one. */
const SAME_SIGNAL_MS = 500;
const STOP_TIMEOUT_MS = 30_000;
const ORPHAN_STOP_TIMEOUT_MS = 3000;
const EXIT_CODES: Readonly<Record<StopSignal, number>> = { SIGINT: 130, SIGTERM: 143 };

/**
 * `main` of a process: `assemble` reads the configuration and builds the parts, which are then run by `runProcess`.
 * What `assemble` throws (BAD_CONFIG above all) is one line on standard error and exit code 1.
 */
export async function runMain(
  name: string,
  assemble: () => Omit<ProcessOptions, 'name'>,
  host: ProcessHost = thisProcess,
): Promise<void> {
  let assembled: Omit<ProcessOptions, 'name'>;
  try {
    assembled = assemble();
  } catch (error) {
    host.complain(startFailureLine(name, error));
    return host.exit(1);
  }
  await runProcess({ host, ...assembled, name });
}

/**
 * Starts the parts and resolves when all run. SIGTERM, SIGINT or the parent's death drains and stops them, then exits
 * with 0; a second signal exits at once. A failed start, an error nobody caught or a stop that takes too long: exit 1.
 */
export async function runProcess(options: ProcessOptions): Promise<void> {
  const { name, log, host = thisProcess } = options;
  const life = new Lifecycle(options.parts);
  const stopping = new Stopping({ ...options, host, clock: options.clock ?? systemClock, life });
  host.onUncaught(error => {
    log.error(LOG_EVENTS.processFailed, { error });
    host.exit(1);
  });
  host.onSignal(signal => stopping.signalled(signal));
  host.onParentGone(() => void stopping.begin({ why: 'parent gone', timeoutMs: ORPHAN_STOP_TIMEOUT_MS }));
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
  stopTimeoutMs?: number;
}

/** The end of a process: begun once, forced by a second signal or by its time limit. */
class Stopping {
  private readonly options: StoppingOptions;
  private begunAtMs: number | undefined;

  constructor(options: StoppingOptions) {
    this.options = options;
  }

  get begun(): boolean {
    return this.begunAtMs !== undefined;
  }

  signalled(signal: StopSignal): void {
    const { host, clock, stopTimeoutMs = STOP_TIMEOUT_MS } = this.options;
    if (this.begunAtMs === undefined) void this.begin({ why: signal, timeoutMs: stopTimeoutMs });
    else if (clock.monotonicMs() - this.begunAtMs > SAME_SIGNAL_MS) host.exit(EXIT_CODES[signal]);
  }

  async begin({ why, timeoutMs }: { why: string; timeoutMs: number }): Promise<void> {
    const { life, log, host, clock } = this.options;
    if (this.begunAtMs !== undefined) return;
    this.begunAtMs = clock.monotonicMs();
    log.info(LOG_EVENTS.processStopping, { why });
    const cancelTimeout = clock.after(timeoutMs, () => this.failed(new Error(`not stopped after ${timeoutMs} ms`)));
    try {
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
