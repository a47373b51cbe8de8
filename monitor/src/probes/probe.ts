import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { AddressPolicy } from './address-policy.ts';
import { failureText } from './failure-text.ts';
import { probeHttp } from './http-probe.ts';
import { type Phases, PhaseWatch } from './phases.ts';
import type { ProbeRun } from './probe-run.ts';
import { probeWebSocket } from './web-socket-probe.ts';

export interface ProbeTarget {
  readonly kind: 'http' | 'websocket';
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly secure: boolean;
  readonly timeoutMs: number;
}

export type ProbeResult =
  | { readonly ok: true; readonly latencyMs: number; readonly phases: Phases }
  | { readonly ok: false; readonly error: string; readonly phases: Phases };

/** No answer in time. */
export class Overdue extends Error {}

/**
 * Checks once. Never throws, and is over after `timeoutMs` whatever the target does: the deadline counts from here, not from the last
 * byte, so that one which drips is cut off as well.
 */
export async function probe(
  target: ProbeTarget,
  { policy, clock }: { policy: AddressPolicy; clock: Clock },
): Promise<ProbeResult> {
  const watch = new PhaseWatch();
  const deadline = new AbortController();
  const overdue = () => deadline.abort(new Overdue(`no answer within ${target.timeoutMs} ms`));
  const cancel = clock.after(target.timeoutMs, overdue);
  try {
    const run: ProbeRun = { url: urlOf(target), policy, signal: deadline.signal, watch };
    const latencyMs = target.kind === 'http' ? await probeHttp(run) : await probeWebSocket(run, clock);
    return { ok: true, latencyMs, phases: watch.phases };
  } catch (error) {
    watch.finish();
    return { ok: false, error: failureText(error), phases: watch.phases };
  } finally {
    cancel();
  }
}

function urlOf({ kind, host, port, path, secure }: ProbeTarget): URL {
  const scheme = `${kind === 'http' ? 'http' : 'ws'}${secure ? 's' : ''}`;
  const url = new URL(`${scheme}://${host.includes(':') ? `[${host}]` : host}`);
  url.port = String(port);
  // Not resolved against the origin: a path like //elsewhere/ would lead away from it.
  const [pathname = '', query = ''] = path.split(/\?(.*)/s);
  url.pathname = pathname;
  url.search = query;
  return url;
}
