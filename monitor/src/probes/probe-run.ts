import type { AddressPolicy } from './address-policy.ts';
import type { PhaseWatch } from './phases.ts';

/** What a kind of probe gets: it throws why the target failed. */
export interface ProbeRun {
  readonly url: URL;
  readonly policy: AddressPolicy;
  readonly signal: AbortSignal;
  readonly watch: PhaseWatch;
}
