import { useEffect, useState } from 'preact/hooks';
import type { PlayerPlace } from '../../api/shapes.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Field } from '../../parts/field.tsx';
import { Problem } from '../../parts/problem.tsx';
import { routeHash } from '../../route.ts';
import type { Session } from '../../session.ts';

/** Where a player is, and why there. `userId` is that of the address; empty: nobody is looked for. */
export function FindPlayer({ session, userId }: { readonly session: Session; readonly userId: string }) {
  const [text, setText] = useState(userId);
  useEffect(() => setText(userId), [userId]);
  return (
    <section class="panel" aria-label="Find a player">
      <h2>Find a player</h2>
      <form
        class="row find"
        onSubmit={event => {
          event.preventDefault();
          location.hash = routeHash('cluster', '', new URLSearchParams({ player: text.trim() }));
        }}
      >
        <Field label="User id" text={text} onText={setText} required autocomplete="off" spellcheck={false} />
        <button type="submit">Find</button>
      </form>
      {userId !== '' && <Place key={userId} session={session} userId={userId} />}
    </section>
  );
}

function Place({ session, userId }: { readonly session: Session; readonly userId: string }) {
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: userId,
    kinds: ['cluster'],
    load: () => session.api.read<PlayerPlace>(`cluster/players/${encodeURIComponent(userId)}`),
  });
  return (
    <>
      <Problem text={problem} onRetry={reload} />
      {data !== undefined && (
        <>
          <p>{data.why}</p>
          <ol class="steps">
            {data.steps.map(({ what, id, state, why }) => (
              <li key={what}>
                <span class="muted">{what}</span>
                {id === '' ? <span class="muted">{state}</span> : <b class="wrap">{id}</b>}
                {id === '' ? <span /> : <span class="tag">{state}</span>}
                <span class="why">{why}</span>
              </li>
            ))}
          </ol>
          <button type="button" class="quiet small" onClick={reload}>
            Look again
          </button>
        </>
      )}
    </>
  );
}
