import type { LobbyMember, LobbyRoom } from '@gatehouse/client';
import { winnersOf } from '@gatehouse/example-arena/standings';
import { useState } from 'preact/hooks';
import type { ArenaSession } from '../arena-session.ts';
import { winnersText } from '../game/arena-game.ts';
import type { PageState } from '../page-state.ts';
import { Chat } from '../parts/chat.tsx';
import { StandingsList } from '../parts/standings-list.tsx';
import { shortId } from './hall-screen.tsx';

export interface RoomScreenProps {
  readonly session: ArenaSession;
  readonly state: PageState;
  readonly room: LobbyRoom;
}

/** A lobby room between games: who is there, who is ready, what was said, how the last game ended. */
export function RoomScreen({ session, state, room }: RoomScreenProps) {
  const { userId, result } = state;
  return (
    <main class="screen room">
      <section class="panel members">
        <header class="row">
          <h1>Arena {shortId(room.id)}</h1>
          <InviteButton />
        </header>
        <ul>
          {room.members.map(member => (
            <Member
              key={member.userId}
              member={member}
              isHost={member.userId === room.hostUserId}
              isSelf={member.userId === userId}
            />
          ))}
        </ul>
        <StartRow session={session} state={state} room={room} />
      </section>
      {result !== undefined && (
        <section class="panel result" aria-label="Result">
          <h2>{winnersText(winnersOf(result))}</h2>
          <StandingsList standings={result} userId={userId} />
        </section>
      )}
      <Chat lines={state.chat} onSay={text => session.say(text)} />
    </main>
  );
}

function Member({ member, isHost, isSelf }: { member: LobbyMember; isHost: boolean; isSelf: boolean }) {
  const { name, ready } = member;
  return (
    <li class={isSelf ? 'own' : ''}>
      <span class="name">{name}</span>
      {isSelf && <span class="tag">you</span>}
      {isHost && <span class="tag tag-host">host</span>}
      <span class={`tag ${ready || isHost ? 'tag-ready' : 'tag-waiting'}`}>
        {ready ? 'ready' : isHost ? 'starts the game' : 'not ready'}
      </span>
    </li>
  );
}

function StartRow({ session, state, room }: RoomScreenProps) {
  const { userId, waitingFor } = state;
  const self = room.members.find(member => member.userId === userId);
  const isHost = room.hostUserId === userId;
  const missing = room.members.filter(({ userId: id, ready }) => id !== room.hostUserId && !ready);
  const isReadyToStart = room.auto || missing.length === 0;
  const isWaiting = waitingFor !== '' || room.phase !== 'waiting';
  return (
    <div class="row actions">
      {isHost ? (
        <button type="button" class="primary" disabled={isWaiting || !isReadyToStart} onClick={() => session.start()}>
          {room.phase === 'waiting' ? 'Start the game' : 'Starting …'}
        </button>
      ) : (
        <button
          type="button"
          class="primary"
          aria-pressed={self?.ready ?? false}
          disabled={isWaiting}
          onClick={() => session.ready(!(self?.ready ?? false))}
        >
          {self?.ready ? 'Not ready after all' : 'I am ready'}
        </button>
      )}
      <button type="button" onClick={() => session.leave()}>
        Leave
      </button>
      {isHost && !isReadyToStart && <p class="muted">Waiting for {missing.map(({ name }) => name).join(', ')}</p>}
    </div>
  );
}

function InviteButton() {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(location.href).catch(() => undefined); // then the address bar still has it
    setCopied(true);
  };
  return (
    <button type="button" class="quiet" onClick={copy}>
      {isCopied ? 'Address copied' : 'Invite'}
    </button>
  );
}
