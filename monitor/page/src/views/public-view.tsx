import { ApiProblem } from '../api/request.ts';
import type { PublicTarget, PublicTargets } from '../api/shapes.ts';
import { useLoaded } from '../live/use-loaded.ts';
import { overallHealth } from '../overall.ts';
import { Pager } from '../parts/pager.tsx';
import { Problem } from '../parts/problem.tsx';
import { routeHash } from '../route.ts';
import type { Session } from '../session.ts';
import { StandingMark } from '../standing/standing-mark.tsx';
import { useStore } from '../store.ts';
import { Since } from '../time/since.tsx';

const PAGE_SIZE = 100;
const REFRESH_MS = 10_000;

/** How it stands, for people without an account: names and standings, read again every 10 s. */
export function PublicView({ session, query }: { readonly session: Session; readonly query: URLSearchParams }) {
  const offset = Number(query.get('offset') ?? 0) || 0;
  const { account } = useStore(session.state);
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: `${offset}`,
    kinds: [],
    everyMs: REFRESH_MS,
    load: () => readPublic(session, offset),
  });
  const isOld = problem !== '' || data?.checked === false;
  return (
    <div class={isOld ? 'shell is-old' : 'shell'}>
      <main class="screen">
        <div class="row between">
          <h1>How it stands</h1>
          <a href={routeHash('targets')}>{account.kind === 'in' ? 'Back to the targets' : 'Log in'}</a>
        </div>
        <Problem text={problem} onRetry={reload} />
        {data !== undefined && <Overall targets={data} />}
        {data !== undefined && data.items.length > 0 && <Table items={data.items} />}
        <Pager
          offset={offset}
          limit={PAGE_SIZE}
          total={data?.total ?? 0}
          onGo={next => {
            location.hash = routeHash('public', '', new URLSearchParams({ offset: `${next}` }));
          }}
        />
      </main>
    </div>
  );
}

function Overall({ targets }: { readonly targets: PublicTargets }) {
  const { counts, checked } = targets;
  const prober = checked ? { owner: '', sinceMs: 0 } : null;
  const { mood, sentence } = overallHealth({ counts, prober, openIncidents: 0, cluster: 'none' }, []);
  return (
    <p class={`overall overall-${mood}`} role="status">
      {sentence}
    </p>
  );
}

function Table({ items }: { readonly items: readonly PublicTarget[] }) {
  return (
    <div class="panel table-panel">
      <table>
        <thead>
          <tr>
            <th scope="col">Standing</th>
            <th scope="col">Name</th>
            <th scope="col" class="number">
              Since
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ host_name: name, standing, since }) => (
            <tr key={name}>
              <td>
                <StandingMark standing={standing} />
              </td>
              <th scope="row" class="public-name">
                {name}
              </th>
              <td class="number">
                <Since atMs={since} isShort />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

async function readPublic(session: Session, offset: number): Promise<PublicTargets> {
  try {
    return await session.api.read<PublicTargets>(`public?offset=${offset}&limit=${PAGE_SIZE}`);
  } catch (error) {
    const isOff = error instanceof ApiProblem && (error.status === 401 || error.status === 404);
    throw isOff ? new Error('This monitor shows nothing to people who have not logged in.') : error;
  }
}
