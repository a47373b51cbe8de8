import type { LobbyListing } from '@gatehouse/client';
import { useEffect } from 'preact/hooks';
import { type ArenaSession, ROOM_CLASS } from '../arena-session.ts';
import { joinButton } from '../join-button.ts';
import type { PageState } from '../page-state.ts';
import { CodeForm } from '../parts/code-form.tsx';
import { CreateForm } from '../parts/create-form.tsx';
import { roomName } from '../room-name.ts';

export function HallScreen({ session, state }: { session: ArenaSession; state: PageState }) {
  useEffect(() => session.watchArenas(), [session]);
  const isWaiting = state.waitingFor !== '';
  return (
    <main class="screen hall">
      <section class="panel hero">
        <h1>Play</h1>
        <p class="muted">Into the next arena that has a place for you.</p>
        <button
          type="button"
          class="primary large"
          disabled={isWaiting}
          onClick={() => session.ask('Looking for an arena', lobby => lobby.joinOrCreate(ROOM_CLASS))}
        >
          Quick play
        </button>
      </section>
      <section class="panel">
        <h2>With friends</h2>
        <p class="muted">Make an arena, then send its address to others.</p>
        <CreateForm
          isWaiting={isWaiting}
          onCreate={room => session.ask('Making an arena', lobby => lobby.create(ROOM_CLASS, room))}
        />
      </section>
      <section class="panel listings">
        <header class="row">
          <h2>Arenas</h2>
          <CodeForm isWaiting={isWaiting} onJoin={code => session.ask('Joining', lobby => lobby.joinByCode(code))} />
        </header>
        {state.listings.length === 0 && <p class="muted">There are none yet. Quick play makes the first one.</p>}
        <ul>
          {state.listings.map(listing => (
            <Listing
              key={listing.id}
              listing={listing}
              isWaiting={isWaiting}
              onJoin={spectator => session.ask('Joining', lobby => lobby.join(listing.id, { spectator }))}
            />
          ))}
        </ul>
      </section>
    </main>
  );
}

interface ListingProps {
  readonly listing: LobbyListing;
  readonly isWaiting: boolean;
  readonly onJoin: (asSpectator: boolean) => void;
}

function Listing({ listing, isWaiting, onJoin }: ListingProps) {
  const { phase, memberCount, maxMembers, spectatorCount, metadata } = listing;
  const name = roomName(listing);
  const { label, isDisabled } = joinButton(listing, { isWaiting });
  const { round, leader, best } = metadata;
  return (
    <li>
      <div class="about">
        <span class="name">{name}</span>
        <span class="muted">
          {maxMembers > 0 ? `${memberCount} of ${maxMembers}` : memberCount}
          {spectatorCount > 0 && `, ${spectatorCount} looking on`}
          {phase === 'playing' && leader ? ` · round ${round}, ${leader} leads with ${best}` : ''}
        </span>
      </div>
      <span class={`tag tag-${phase}`}>{phase}</span>
      <button
        type="button"
        class="quiet"
        aria-label={`Watch ${name}`}
        disabled={isWaiting}
        onClick={() => onJoin(true)}
      >
        Watch
      </button>
      <button type="button" aria-label={`Join ${name}`} disabled={isDisabled} onClick={() => onJoin(false)}>
        {label}
      </button>
    </li>
  );
}
