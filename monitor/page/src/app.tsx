import { useEffect } from 'preact/hooks';
import { type Route, useRoute } from './route.ts';
import type { Session, SessionState } from './session.ts';
import { Header } from './shell/header.tsx';
import { LiveBanner } from './shell/live-banner.tsx';
import { NoteLine } from './shell/note-line.tsx';
import { SummaryStrip } from './shell/summary-strip.tsx';
import { useViewChange } from './shell/use-view-change.ts';
import { useStore } from './store.ts';
import { followSystemTheme } from './theme.ts';
import { showInTab } from './title.ts';
import { ChannelsView } from './views/channels/channels-view.tsx';
import { ClusterView } from './views/cluster/cluster-view.tsx';
import { IncidentView } from './views/incidents/incident-view.tsx';
import { IncidentsView } from './views/incidents/incidents-view.tsx';
import { LoginView } from './views/login-view.tsx';
import { PublicView } from './views/public-view.tsx';
import { SettingsView } from './views/settings/settings-view.tsx';
import { TargetView } from './views/target/target-view.tsx';
import { TargetsView } from './views/targets/targets-view.tsx';

export function App({ session }: { readonly session: Session }) {
  const state = useStore(session.state);
  const isOld = state.live.kind === 'lost' || state.overviewProblem !== '';
  useEffect(() => followSystemTheme(() => undefined), []);
  useEffect(() => showInTab(state.summary?.counts.DOWN ?? 0, isOld), [state.summary, isOld]);
  return (
    <>
      <Content session={session} state={state} />
      <NoteLine session={session} note={state.note} />
      <p class="only-spoken" aria-live="polite">
        {state.spoken}
      </p>
    </>
  );
}

function Content({ session, state }: { readonly session: Session; readonly state: SessionState }) {
  const route = useRoute();
  const { account } = state;
  useViewChange(`${account.kind} ${route.page} ${route.id}`);
  if (account.kind === 'unknown') return <main class="screen" aria-busy="true" />;
  if (route.page === 'public') return <PublicView session={session} query={route.query} />;
  if (account.kind === 'out') return <LoginView session={session} notice={account.notice} />;
  return (
    <div class={state.live.kind === 'lost' ? 'shell is-old' : 'shell'}>
      <button type="button" class="skip" onClick={() => document.getElementById('content')?.focus()}>
        Skip to the content
      </button>
      <Header session={session} user={account.user} live={state.live} page={route.page} />
      <LiveBanner live={state.live} />
      <SummaryStrip state={state} />
      <main class="screen" id="content" tabIndex={-1}>
        <View session={session} route={route} />
      </main>
    </div>
  );
}

function View({ session, route }: { readonly session: Session; readonly route: Route }) {
  const { page, id, query } = route;
  switch (page) {
    case 'targets':
      if (id !== '') return <TargetView key={id} session={session} id={id} query={query} />;
      return <TargetsView session={session} query={query} />;
    case 'cluster':
      return <ClusterView session={session} userId={query.get('player') ?? ''} />;
    case 'incidents':
      if (id !== '') return <IncidentView key={id} session={session} id={id} />;
      return <IncidentsView session={session} isOpenOnly={query.get('open') === 'true'} />;
    case 'channels':
      return <ChannelsView session={session} />;
    case 'settings':
      return <SettingsView session={session} />;
    case 'public':
      return null; // without the shell of those who are logged in
    default:
      return page satisfies never;
  }
}
