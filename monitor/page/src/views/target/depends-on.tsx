import type { Target } from '../../api/shapes.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Problem } from '../../parts/problem.tsx';
import { routeHash } from '../../route.ts';
import type { Session } from '../../session.ts';
import { STANDING_WORDS } from '../../standing/standing-words.ts';

export interface DependsOnProps {
  readonly session: Session;
  readonly target: Target;
  /** Of the list one comes from. */
  readonly query: URLSearchParams;
}

interface Before {
  readonly nearest: Target;
  /** The nearest one that holds alerts back. */
  readonly ill: Target | undefined;
}

/** As the monitor follows it, which refuses longer ones. */
const MAX_CHAIN = 10;
/** Only the nearest one is listened to: one further away may fall ill without a word. */
const INTERVAL_MS = 5000;

/** What it is reached through, and whether that is why nobody is told of it. */
export function DependsOn({ session, target, query }: DependsOnProps) {
  const { dependsOn } = target;
  return dependsOn === null ? null : (
    <Line key={dependsOn} session={session} target={target} dependsOn={dependsOn} query={query} />
  );
}

function Line({ session, target, dependsOn, query }: DependsOnProps & { readonly dependsOn: string }) {
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: dependsOn,
    kinds: ['target'],
    id: dependsOn,
    everyMs: INTERVAL_MS,
    load: () => readBefore(session, dependsOn),
  });
  return (
    <>
      <Problem text={problem} onRetry={reload} />
      {data !== undefined && (
        <p class="muted wrap">
          Depends on <a href={routeHash('targets', dependsOn, query)}>{data.nearest.host_name}</a>
        </p>
      )}
      {data?.ill !== undefined && target.notification && (
        <p class="wrap">
          <b>Alerts are held back:</b> <a href={routeHash('targets', data.ill.id, query)}>{data.ill.host_name}</a>,
          which this is reached through, is {STANDING_WORDS[data.ill.standing.standing].toLowerCase()}.
        </p>
      )}
    </>
  );
}

async function readBefore(session: Session, dependsOn: string): Promise<Before> {
  const nearest = await readTarget(session, dependsOn);
  let each = nearest;
  for (let length = 1; length < MAX_CHAIN && !isIll(each) && each.dependsOn !== null; length++) {
    each = await readTarget(session, each.dependsOn);
  }
  return { nearest, ill: isIll(each) ? each : undefined };
}

function readTarget(session: Session, id: string): Promise<Target> {
  return session.api.read<Target>(`targets/${encodeURIComponent(id)}`);
}

function isIll({ standing: { standing } }: Target): boolean {
  return standing === 'DOWN' || standing === 'PENDING';
}
