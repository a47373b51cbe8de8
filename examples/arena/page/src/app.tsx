import type { ArenaSession } from './arena-session.ts';
import type { Invitation } from './invitation.ts';
import type { PageState } from './page-state.ts';
import { ConnectionBanner } from './parts/connection-banner.tsx';
import { rememberedName, rememberName } from './remembered-name.ts';
import { ArenaScreen } from './screens/arena-screen.tsx';
import { HallScreen } from './screens/hall-screen.tsx';
import { RoomScreen } from './screens/room-screen.tsx';
import { WelcomeScreen } from './screens/welcome-screen.tsx';
import { useStore } from './store.ts';

export interface AppProps {
  readonly session: ArenaSession;
  /** The lobby room whose address was opened. */
  readonly invitation: Invitation | undefined;
}

export function App({ session, invitation }: AppProps) {
  const state = useStore(session.state);
  return (
    <>
      <ConnectionBanner connection={state.connection} />
      {state.problem !== '' && (
        <p class="banner banner-bad" role="alert">
          {state.problem}
        </p>
      )}
      {(state.stage.kind === 'hall' || state.stage.kind === 'room') && <TopBar name={state.name} />}
      <Screen session={session} state={state} invitation={invitation} />
      <p class="only-spoken" role="status" aria-live="polite">
        {state.waitingFor === '' ? state.spoken : `${state.waitingFor} …`}
      </p>
    </>
  );
}

function TopBar({ name }: { name: string }) {
  return (
    <header class="top">
      <img src="./favicon.svg" alt="" width="28" height="28" />
      <b>Arena</b>
      <span class="muted">You are {name}</span>
    </header>
  );
}

function Screen({ session, state, invitation }: AppProps & { state: PageState }) {
  const { stage } = state;
  switch (stage.kind) {
    case 'welcome':
      return (
        <WelcomeScreen
          firstName={rememberedName()}
          isInvited={invitation !== undefined}
          isWaiting={state.waitingFor !== ''}
          onEnter={name => {
            rememberName(name);
            void session.enter(name, invitation);
          }}
        />
      );
    case 'hall':
      return <HallScreen session={session} state={state} />;
    case 'room':
      return state.lobbyRoom && <RoomScreen session={session} state={state} room={state.lobbyRoom} />;
    case 'arena':
      return <ArenaScreen session={session} state={state} game={stage.game} />;
    default:
      return stage satisfies never;
  }
}
