import type { User } from '../api/shapes.ts';
import type { LiveState } from '../live/live-stream.ts';
import { PAGES, type PageName, routeHash } from '../route.ts';
import type { Session } from '../session.ts';
import { clockText } from '../time/clock-text.ts';

export interface HeaderProps {
  readonly session: Session;
  readonly user: User;
  readonly live: LiveState;
  readonly page: PageName;
}

const NAMES: Readonly<Record<(typeof PAGES)[number], string>> = {
  targets: 'Targets',
  cluster: 'Cluster',
  incidents: 'Incidents',
  channels: 'Channels',
  settings: 'Settings',
};

export function Header({ session, user, live, page }: HeaderProps) {
  return (
    <header class="top">
      <a class="brand" href={routeHash('targets')}>
        <img src="./favicon.svg" alt="" width="28" height="28" />
        <b>Gatehouse</b>
      </a>
      <nav aria-label="Views">
        {PAGES.map(name => (
          <a key={name} href={routeHash(name)} aria-current={name === page ? 'page' : undefined}>
            {NAMES[name]}
          </a>
        ))}
      </nav>
      <LiveMark live={live} />
      <span class="account">
        <span class="muted" title={`Logged in as ${user.role}`}>
          {user.name}
        </span>
        <button type="button" class="quiet small" onClick={() => void session.logout()}>
          Log out
        </button>
      </span>
    </header>
  );
}

/** Whether the picture follows what happens. Shape and word differ, not only the colour. */
function LiveMark({ live }: { readonly live: LiveState }) {
  if (live.kind === 'live') {
    return (
      <span class="live live-on" title="What you see is as it is now">
        <span class="live-dot" aria-hidden="true" />
        live
      </span>
    );
  }
  const title = live.kind === 'lost' ? `The picture is as of ${clockText(live.sinceMs)}` : 'Not yet connected';
  return (
    <span class="live live-off" title={title}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path class="spin" d="M10.5 6A4.5 4.5 0 1 1 6 1.5" fill="none" stroke="currentColor" stroke-width="2" />
      </svg>
      {live.kind === 'lost' ? 'reconnecting' : 'connecting'}
    </span>
  );
}
