import type { LogLine } from '@gatehouse/scripts/log-line';
import type { Trouble } from './resume-check.ts';

/** What a process was doing, or what was done to it, when it ended. */
export type ExitCause =
  | { readonly kind: 'killed' }
  /** `complaint`: the line that it said why with. */
  | { readonly kind: 'notStarted'; readonly complaint: string }
  | { readonly kind: 'byItself' };

export interface ProcessEnd {
  readonly name: string;
  /** Its signal or exit code. */
  readonly how: string;
  readonly cause: ExitCause;
}

/** Without Redis no process starts; the storm may have taken it away. */
const WITHOUT_REDIS = /: (UNAVAILABLE|LATE): /;

/** What is wrong with this end, in words. Undefined: we have killed it, or it could not start for want of Redis in a storm. */
export function unexpectedEnd({ name, how, cause }: ProcessEnd, trouble: Trouble | undefined): string | undefined {
  switch (cause.kind) {
    case 'killed':
      return undefined;
    case 'notStarted':
      if (trouble === 'storm' && WITHOUT_REDIS.test(cause.complaint)) return undefined;
      return `${name} could not start: ${how}, ${cause.complaint}`;
    case 'byItself':
      return `${name} ended by itself: ${how}`;
    default:
      return cause satisfies never;
  }
}

/** No fault explains an error of a server that lives on: whoever reads its log has to act on it. */
export function isUnexpected({ level }: LogLine): boolean {
  return level === 'error';
}
