import type { Environment, Target, TargetEdit } from '../../api/shapes.ts';

/** A target as it stands in a form: numbers are text, empty is "the default". */
export interface TargetDraft {
  readonly hostName: string;
  readonly host: string;
  readonly port: string;
  readonly type: string;
  readonly path: string;
  readonly environment: Environment;
  readonly notification: boolean;
  /** Seconds. */
  readonly interval: string;
  /** Seconds. */
  readonly timeout: string;
  readonly downAfter: string;
  readonly upAfter: string;
  /** Milliseconds. */
  readonly slow: string;
  /** Name of the target it depends on, as written; empty: none; undefined: nothing was written. */
  readonly dependsOn: string | undefined;
}

export function draftOf(target: Target | undefined): TargetDraft {
  return {
    hostName: target?.host_name ?? '',
    host: target?.host ?? '',
    port: `${target?.port ?? ''}`,
    type: `${target?.type ?? 1}`,
    path: target?.path ?? '/',
    environment: target?.environment ?? 'UNKNOWN',
    notification: target?.notification ?? true,
    interval: secondsText(target?.intervalMs),
    timeout: secondsText(target?.timeoutMs),
    downAfter: `${target?.downAfter ?? ''}`,
    upAfter: `${target?.upAfter ?? ''}`,
    slow: `${target?.slowMs ?? ''}`,
    dependsOn: undefined,
  };
}

/** Only what differs from `target`: what an operator has edited, no source overwrites any more. `dependsOn`: id for the name in the draft. */
export function changesOf(draft: TargetDraft, target: Target | undefined, dependsOn: string | null): TargetEdit {
  const wanted: Required<TargetEdit> = {
    host_name: hasSource(target) ? target.host_name : draft.hostName.trim(),
    host: draft.host.trim(),
    port: Number(draft.port),
    type: Number(draft.type),
    path: draft.path.trim() || (target?.path ?? '/'),
    environment: draft.environment,
    notification: draft.notification,
    intervalMs: millisecondsOf(draft.interval),
    timeoutMs: millisecondsOf(draft.timeout),
    downAfter: numberOf(draft.downAfter),
    upAfter: numberOf(draft.upAfter),
    slowMs: numberOf(draft.slow),
    dependsOn,
  };
  if (target === undefined) return wanted;
  const isChanged = ([name, value]: [string, unknown]) => target[name as keyof TargetEdit] !== value;
  return Object.fromEntries(Object.entries(wanted).filter(isChanged));
}

/** Its name is its source's. */
export function hasSource(target: Target | undefined): target is Target {
  return target !== undefined && target.origin !== 'hand';
}

function secondsText(ms: number | null | undefined): string {
  return ms === null || ms === undefined ? '' : `${ms / 1000}`;
}

function millisecondsOf(seconds: string): number | null {
  const number = numberOf(seconds);
  return number === null ? null : Math.round(number * 1000);
}

function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
