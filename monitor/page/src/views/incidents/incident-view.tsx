import type { Incident } from '../../api/shapes.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Problem } from '../../parts/problem.tsx';
import { routeHash } from '../../route.ts';
import type { Session } from '../../session.ts';
import { IncidentCard } from './incident-card.tsx';

/** One incident alone: where messages lead to. */
export function IncidentView({ session, id }: { readonly session: Session; readonly id: string }) {
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: id,
    kinds: ['incident', 'message'],
    load: () => session.api.read<Incident>(`incidents/${encodeURIComponent(id)}`),
  });
  return (
    <>
      <p>
        <a href={routeHash('incidents')}>← All incidents</a>
      </p>
      <h1>Incident</h1>
      <Problem text={problem} onRetry={reload} />
      {data !== undefined && <IncidentCard incident={data} />}
    </>
  );
}
