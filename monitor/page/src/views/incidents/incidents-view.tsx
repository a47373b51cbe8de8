import { useState } from 'preact/hooks';
import type { Incident, List } from '../../api/shapes.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Pager } from '../../parts/pager.tsx';
import { Problem } from '../../parts/problem.tsx';
import { routeHash } from '../../route.ts';
import type { Session } from '../../session.ts';
import { IncidentCard } from './incident-card.tsx';

const PAGE_SIZE = 20;

export function IncidentsView({ session, isOpenOnly }: { readonly session: Session; readonly isOpenOnly: boolean }) {
  const [offset, setOffset] = useState(0);
  const query = `${isOpenOnly ? 'open=true&' : ''}offset=${offset}&limit=${PAGE_SIZE}`;
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: query,
    kinds: ['incident', 'message', 'channel'],
    load: () => session.api.read<List<Incident>>(`incidents?${query}`),
  });
  const show = (open: boolean) => {
    setOffset(0);
    location.hash = routeHash('incidents', '', new URLSearchParams(open ? { open: 'true' } : {}));
  };
  return (
    <>
      <div class="row between">
        <h1>Incidents</h1>
        <fieldset class="segments" aria-label="Which">
          <button type="button" aria-pressed={!isOpenOnly} onClick={() => show(false)}>
            All
          </button>
          <button type="button" aria-pressed={isOpenOnly} onClick={() => show(true)}>
            Open
          </button>
        </fieldset>
      </div>
      <Problem text={problem} onRetry={reload} />
      {data?.items.map(incident => (
        <IncidentCard key={incident.id} incident={incident} />
      ))}
      {data?.items.length === 0 && (
        <p class="panel muted">{isOpenOnly ? 'No incident is open.' : 'Nothing has happened yet.'}</p>
      )}
      {data !== undefined && <Pager offset={offset} limit={PAGE_SIZE} total={data.total} onGo={setOffset} />}
    </>
  );
}
