import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';

export interface VitalsOptions {
  readonly clock: Clock;
  /** Any question to the database. */
  ask(): Promise<unknown>;
}

const LOOK_MS = 5_000;
/** A process whose timers come so late watches nothing any more. */
const LATE_MS = 5_000;
/** A database that is started anew is back within this time: no reason to end the monitor. */
const SILENT_MS = 30_000;
/** Of whoever wants to know now. */
const ANSWER_MS = 2_000;

/** Whether this process runs, and whether its database answers it. */
export class Vitals implements Part {
  readonly name = 'vitals';
  private readonly options: VitalsOptions;
  private answeredAtMs: number;
  private dueMs: number;
  private lateMs = 0;
  private asking: Promise<unknown> | undefined;
  private cancel: CancelTimer | undefined;

  constructor(options: VitalsOptions) {
    this.options = options;
    this.answeredAtMs = options.clock.monotonicMs();
    this.dueMs = this.answeredAtMs + LOOK_MS;
  }

  /** The database has just been opened: it counts as heard. */
  start(): void {
    if (this.cancel !== undefined) return;
    const { clock } = this.options;
    this.answeredAtMs = clock.monotonicMs();
    this.dueMs = this.answeredAtMs + LOOK_MS;
    this.cancel = clock.every(LOOK_MS, () => this.look());
  }

  stop(): void {
    this.cancel?.();
  }

  /** Why this process is past help and should be started anew; undefined: it lives. */
  notAlive(): string | undefined {
    const nowMs = this.options.clock.monotonicMs();
    const lateMs = Math.max(this.lateMs, nowMs - this.dueMs);
    if (lateMs > LATE_MS) return `timers run ${Math.round(lateMs / 1000)} s late`;
    const silentMs = nowMs - this.answeredAtMs;
    return silentMs > SILENT_MS ? `the database has not answered for ${Math.round(silentMs / 1000)} s` : undefined;
  }

  /** Why nothing should be asked of it now; undefined: it is ready. Within ANSWER_MS. */
  async notReady(): Promise<string | undefined> {
    const { clock } = this.options;
    let cancel = () => {};
    const overdue = new Promise<string>(resolve => {
      cancel = clock.after(ANSWER_MS, () => resolve(`the database does not answer within ${ANSWER_MS} ms`));
    });
    const answered = this.askDatabase().then(
      () => this.notAlive(),
      () => 'the database refuses to answer',
    );
    return Promise.race([answered, overdue]).finally(() => cancel());
  }

  private look(): void {
    const nowMs = this.options.clock.monotonicMs();
    this.lateMs = nowMs - this.dueMs;
    this.dueMs = nowMs + LOOK_MS;
    this.askDatabase().catch(() => undefined); // silence is what counts
  }

  /** One question at a time, however many want to know: a database that hangs is not heaped with more. */
  private askDatabase(): Promise<unknown> {
    this.asking ??= this.options
      .ask()
      .then(() => {
        this.answeredAtMs = this.options.clock.monotonicMs();
      })
      .finally(() => {
        this.asking = undefined;
      });
    return this.asking;
  }
}
