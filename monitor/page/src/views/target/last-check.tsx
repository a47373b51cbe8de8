import type { List, ProbeResult, Target } from '../../api/shapes.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Problem } from '../../parts/problem.tsx';
import type { Session } from '../../session.ts';
import { clockText } from '../../time/clock-text.ts';
import { latencyText } from '../../time/durations.ts';

/** In the order they happen. */
const PHASES = [
  ['dns', 'Name looked up'],
  ['connect', 'Connected'],
  ['tls', 'TLS agreed'],
  ['firstByte', 'First byte'],
  ['whole', 'Whole answer'],
] as const;

/** Where the time of the newest check went, and what the last failed one said. */
export function LastCheck({ session, target }: { readonly session: Session; readonly target: Target }) {
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: target.id,
    kinds: ['target'],
    id: target.id,
    load: () => session.api.read<List<ProbeResult>>(`targets/${encodeURIComponent(target.id)}/results`),
  });
  const newest = data?.items.at(-1);
  const failed = data?.items.findLast(({ ok }) => !ok);
  return (
    <section class="panel" aria-label="Last check">
      <h2>Last check</h2>
      <Problem text={problem} onRetry={reload} />
      {data !== undefined && newest === undefined && <p class="muted">Not checked yet.</p>}
      {newest !== undefined && (
        <>
          <p class="muted">{clockText(newest.at)}</p>
          <Phases phases={newest.phases} />
        </>
      )}
      {failed !== undefined && (
        <p class="wrap">
          <b>Last error</b> ({clockText(failed.at)}): {failed.error ?? 'no answer'}
        </p>
      )}
    </section>
  );
}

function Phases({ phases }: Pick<ProbeResult, 'phases'>) {
  const { status, certificateDays } = phases;
  return (
    <dl class="facts">
      {PHASES.map(([name, text]) => {
        const ms = phases[name];
        return typeof ms === 'number' && <Fact key={name} name={text} text={latencyText(ms)} />;
      })}
      {typeof status === 'number' && <Fact name="HTTP status" text={`${status}`} />}
      {typeof certificateDays === 'number' && <Fact name="Certificate" text={`${certificateDays} days left`} />}
    </dl>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
