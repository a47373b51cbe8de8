import type { LobbyRoom } from '@gatehouse/client';
import { winnersOf } from '@gatehouse/example-arena/standings';
import { useState } from 'preact/hooks';
import type { ArenaSession } from '../arena-session.ts';
import { winnersText } from '../game/arena-game.ts';
import type { PageState } from '../page-state.ts';
import { Chat } from '../parts/chat.tsx';
import { Members } from '../parts/members.tsx';
import { StandingsList } from '../parts/standings-list.tsx';
import { roomName } from '../room-name.ts';

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
          <h1>{roomName(room)}</h1>
          <InviteButton />
        </header>
        {room.inviteCode !== undefined && (
          <p class="muted">
            In no list. Invite code: <b>{room.inviteCode}</b>
          </p>
        )}
        <Members session={session} room={room} userId={userId} />
        <Actions session={session} state={state} room={room} />
      </section>
      {result !== undefined && (
        <section class="panel result" aria-label="Result">
          <h2>{winnersText(winnersOf(result))}</h2>
          <StandingsList standings={result} userId={userId} />
          <Rematch session={session} state={state} room={room} />
        </section>
      )}
      <Chat lines={room.chat} userId={userId} onSay={text => session.ask('', lobby => lobby.chat(text))} />
    </main>
  );
}

function Actions({ session, state, room }: RoomScreenProps) {
  const { userId, waitingFor } = state;
  const self = room.members.find(member => member.userId === userId);
  const isHost = room.hostUserId === userId;
  const isWaiting = waitingFor !== '' || room.phase !== 'waiting';
  const isReady = self?.ready ?? false;
  return (
    <div class="row actions">
      {isHost && <StartButton session={session} room={room} isWaiting={isWaiting} />}
      {!isHost && self?.role === 'player' && (
        <button
          type="button"
          class="primary"
          aria-pressed={isReady}
          disabled={isWaiting}
          onClick={() => session.ask('', lobby => lobby.ready(!isReady))}
        >
          {isReady ? 'Not ready after all' : 'I am ready'}
        </button>
      )}
      {isHost && (
        <button type="button" disabled={isWaiting} onClick={() => session.ask('', lobby => lobby.addBot())}>
          Add a bot
        </button>
      )}
      <button type="button" onClick={() => session.leave()}>
        Leave
      </button>
      {self?.role === 'spectator' && <p class="muted">You look on; the game is shown when it starts.</p>}
    </div>
  );
}

function StartButton({ session, room, isWaiting }: { session: ArenaSession; room: LobbyRoom; isWaiting: boolean }) {
  const missing = room.members.filter(
    ({ userId, role, ready }) => role === 'player' && userId !== room.hostUserId && !ready,
  );
  const mayStart = room.auto || missing.length === 0;
  return (
    <>
      <button
        type="button"
        class="primary"
        disabled={isWaiting || !mayStart}
        onClick={() => session.ask('Starting', lobby => lobby.start())}
      >
        {room.phase === 'waiting' ? 'Start the game' : 'Starting …'}
      </button>
      {!mayStart && <p class="muted">Waiting for {missing.map(({ name }) => name).join(', ')}</p>}
    </>
  );
}

/** When all players want the next game, it begins by itself. */
function Rematch({ session, state, room }: RoomScreenProps) {
  const players = room.members.filter(({ role }) => role === 'player');
  if (!players.some(({ userId }) => userId === state.userId)) return null;
  const wants = room.rematchVotes.includes(state.userId);
  return (
    <div class="row">
      <button
        type="button"
        class="primary"
        aria-pressed={wants}
        disabled={room.phase !== 'waiting'}
        onClick={() => session.ask('', lobby => lobby.voteRematch(!wants))}
      >
        Play again
      </button>
      <span class="muted">
        {room.rematchVotes.length} of {players.length} want to
      </span>
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
