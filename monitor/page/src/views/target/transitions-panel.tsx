import { useState } from 'preact/hooks';
import type { List, Transition } from '../../api/shapes.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Pager } from '../../parts/pager.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Session } from '../../session.ts';
import { StandingMark } from '../../standing/standing-mark.tsx';
import { clockText } from '../../time/clock-text.ts';

const PAGE_SIZE = 10;

/** When the standing changed, newest first. */
export function TransitionsPanel({ session, id }: { readonly session: Session; readonly id: string }) {
  const [offset, setOffset] = useState(0);
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: `${id} ${offset}`,
    kinds: ['target'],
    id,
    load: () =>
      session.api.read<List<Transition>>(
        `targets/${encodeURIComponent(id)}/transitions?offset=${offset}&limit=${PAGE_SIZE}`,
      ),
  });
  return (
    <section class="panel" aria-label="Changes">
      <h2>Changes</h2>
      <Problem text={problem} onRetry={reload} />
      {data?.items.length === 0 && <p class="muted">It has always been as it is.</p>}
      <ol class="lines">
        {data?.items.map(({ id: key, at, to, reason }) => (
          <li key={key}>
            <time class="muted" dateTime={new Date(at).toISOString()}>
              {clockText(at)}
            </time>
            <StandingMark standing={to} />
            <span class="wrap">{reason}</span>
          </li>
        ))}
      </ol>
      {data !== undefined && <Pager offset={offset} limit={PAGE_SIZE} total={data.total} onGo={setOffset} />}
    </section>
  );
}
