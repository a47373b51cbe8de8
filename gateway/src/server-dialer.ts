import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import { dialFailure, LASTING_LINK_MS, NEVER_DIALED, planRedial } from './redial.ts';
import type { ServerLink } from './server-link.ts';

export interface ServerDialerOptions {
  dial: () => Promise<ServerLink>;
  clock: Clock;
  random: () => number;
  onLink: (open: ServerLink) => void;
  /** `nobodyListens`: so many dials were refused so quickly (redial.ts). Called after the next one was arranged. */
  onFailure: (error: unknown, nobodyListens: boolean) => void;
}

type DialerState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'pausing'; readonly cancel: CancelTimer }
  | { readonly kind: 'dialing' } // each attempt is an object of its own: a result of an older one is not ours any more
  | { readonly kind: 'linked'; readonly sinceMs: number };

/** Dials one address until a link opens, with growing pauses. Say `start` again when that link has ended. */
export class ServerDialer {
  private readonly options: ServerDialerOptions;
  private state: DialerState = { kind: 'idle' };
  private history = NEVER_DIALED;

  constructor(options: ServerDialerOptions) {
    this.options = options;
  }

  /** Dials at once; after the second link that did not last, after a pause. While dialing, nothing. */
  start(): void {
    const { state, options } = this;
    if (state.kind === 'pausing' || state.kind === 'dialing') return;
    const nowMs = options.clock.monotonicMs();
    if (state.kind === 'linked' && nowMs - state.sinceMs >= LASTING_LINK_MS) this.history = NEVER_DIALED;
    if (state.kind === 'linked' && this.history.rounds > 1) this.pause('unreachable', nowMs);
    else this.dial();
  }

  /** Gives up what is under way; a link that opens nevertheless is closed. */
  stop(): void {
    if (this.state.kind === 'pausing') this.state.cancel();
    this.state = { kind: 'idle' };
    this.history = NEVER_DIALED;
  }

  private dial(): void {
    const attempt: DialerState = { kind: 'dialing' };
    this.state = attempt;
    this.options.dial().then(
      open => {
        if (this.state === attempt) this.opened(open);
        else open.link.close();
      },
      (error: unknown) => {
        if (this.state === attempt) this.failed(error);
      },
    );
  }

  private opened(open: ServerLink): void {
    const sinceMs = this.options.clock.monotonicMs();
    this.state = { kind: 'linked', sinceMs };
    this.history = { rounds: this.history.rounds + 1, refusedAtMs: [] }; // forgotten when the link lasts
    this.options.onLink(open);
  }

  private failed(error: unknown): void {
    const nobodyListens = this.pause(dialFailure(error), this.options.clock.monotonicMs());
    this.options.onFailure(error, nobodyListens);
  }

  private pause(failure: 'refused' | 'unreachable', nowMs: number): boolean {
    const { clock, random } = this.options;
    const plan = planRedial(this.history, failure, nowMs, random());
    this.history = plan.history;
    this.state = { kind: 'pausing', cancel: clock.after(plan.delayMs, () => this.dial()) };
    return plan.refused;
  }
}
