import type { LobbyListing } from '@gatehouse/client';
import { useEffect } from 'preact/hooks';
import type { ArenaSession } from '../arena-session.ts';
import type { PageState } from '../page-state.ts';
import { CreateForm } from '../parts/create-form.tsx';

const LOOK_INTERVAL_MS = 2000;

export function HallScreen({ session, state }: { session: ArenaSession; state: PageState }) {
  useEffect(() => {
    void session.lookAround();
    const timer = setInterval(() => void session.lookAround(), LOOK_INTERVAL_MS);
    return () => clearInterval(timer);
  }, [session]);
  const isWaiting = state.waitingFor !== '';
  return (
    <main class="screen hall">
      <section class="panel hero">
        <h1>Play</h1>
        <p class="muted">Into the next arena that has a place for you.</p>
        <button type="button" class="primary large" disabled={isWaiting} onClick={() => session.quickPlay()}>
          Quick play
        </button>
      </section>
      <section class="panel">
        <h2>With friends</h2>
        <p class="muted">Make an arena, then send its address to others.</p>
        <CreateForm isWaiting={isWaiting} onCreate={options => session.create(options)} />
      </section>
      <section class="panel listings">
        <h2>Arenas</h2>
        {state.listings.length === 0 && <p class="muted">There are none yet. Quick play makes the first one.</p>}
        <ul>
          {state.listings.map(listing => (
            <Listing key={listing.id} listing={listing} isWaiting={isWaiting} onJoin={() => session.join(listing.id)} />
          ))}
        </ul>
      </section>
    </main>
  );
}

interface ListingProps {
  readonly listing: LobbyListing;
  readonly isWaiting: boolean;
  readonly onJoin: () => void;
}

function Listing({ listing, isWaiting, onJoin }: ListingProps) {
  const { id, phase, memberCount, maxMembers } = listing;
  const name = `Arena ${shortId(id)}`;
  const isFull = maxMembers > 0 && memberCount >= maxMembers;
  return (
    <li>
      <span class="name">{name}</span>
      <span class={`tag tag-${phase}`}>{phase}</span>
      <span class="count" title="Players">
        {memberCount}
        {maxMembers > 0 && ` of ${maxMembers}`}
      </span>
      <button type="button" aria-label={`Join ${name}`} disabled={isWaiting || isFull} onClick={onJoin}>
        {isFull ? 'Full' : 'Join'}
      </button>
    </li>
  );
}

export function shortId(lobbyRoomId: string): string {
  return lobbyRoomId.slice(0, 5);
}
