import { STANDINGS, type Standing } from '../api/shapes.ts';
import { overallHealth } from '../overall.ts';
import { Problem } from '../parts/problem.tsx';
import { routeHash } from '../route.ts';
import type { SessionState } from '../session.ts';
import { StandingShape } from '../standing/standing-mark.tsx';
import { STANDING_WORDS } from '../standing/standing-words.ts';

/** Always shown, also when it is none of them. */
const ALWAYS: readonly Standing[] = ['DOWN', 'PENDING', 'MAINTENANCE', 'PAUSED', 'UP'];

/** Everything in one sentence, and the counts, which filter the list. */
export function SummaryStrip({
  state: { summary, openIncidents, overviewProblem, live },
}: {
  readonly state: SessionState;
}) {
  const problem = live.kind === 'lost' ? '' : overviewProblem; // that one says it already
  if (summary === undefined) {
    return (
      <div class="summary" aria-busy={problem === ''}>
        <Problem text={problem} />
      </div>
    );
  }
  const { mood, sentence } = overallHealth(summary, openIncidents);
  const shown = STANDINGS.filter(standing => ALWAYS.includes(standing) || (summary.counts[standing] ?? 0) > 0);
  return (
    <section class="summary" aria-label="Summary">
      <p class={`overall overall-${mood}`}>
        {(live.kind === 'lost' || problem !== '') && 'Then: '}
        {sentence}
      </p>
      <Problem text={problem} />
      <ul class="counts">
        {shown.map(standing => (
          <li key={standing}>
            <a
              class={`count is-${standing.toLowerCase()} ${(summary.counts[standing] ?? 0) === 0 ? 'is-none' : ''}`}
              href={routeHash('targets', '', new URLSearchParams({ standing }))}
            >
              <b>{summary.counts[standing] ?? 0}</b>
              <span>
                <StandingShape standing={standing} /> {STANDING_WORDS[standing]}
              </span>
            </a>
          </li>
        ))}
        <li>
          <a
            class={`count ${summary.openIncidents === 0 ? 'is-none' : 'is-down'}`}
            href={routeHash('incidents', '', new URLSearchParams({ open: 'true' }))}
          >
            <b>{summary.openIncidents}</b>
            <span>Open incidents</span>
          </a>
        </li>
      </ul>
    </section>
  );
}
