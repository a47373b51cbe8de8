import type { LobbyMember, LobbyRoom } from '@gatehouse/client';
import type { ArenaSession } from '../arena-session.ts';

export interface MembersProps {
  readonly session: ArenaSession;
  readonly room: LobbyRoom;
  readonly userId: string;
}

export function Members({ session, room, userId }: MembersProps) {
  const isHost = room.hostUserId === userId;
  return (
    <ul>
      {room.members.map(member => (
        <li key={member.userId} class={member.userId === userId ? 'own' : ''}>
          <span class="name">{member.name}</span>
          {member.userId === userId && <span class="tag">you</span>}
          {member.userId === room.hostUserId && <span class="tag tag-host">host</span>}
          <Standing member={member} isHost={member.userId === room.hostUserId} />
          {isHost && member.userId !== userId && <HostControls session={session} member={member} />}
        </li>
      ))}
    </ul>
  );
}

function Standing({ member, isHost }: { member: LobbyMember; isHost: boolean }) {
  const { role, ready } = member;
  if (role === 'bot') return <span class="tag last">bot</span>;
  if (role === 'spectator') return <span class="tag last">looks on</span>;
  if (ready) return <span class="tag tag-ready last">ready</span>;
  return <span class="tag last">{isHost ? 'starts the game' : 'not ready'}</span>;
}

function HostControls({ session, member }: { session: ArenaSession; member: LobbyMember }) {
  const { userId, name, role } = member;
  const remove = () =>
    session.ask('', lobby => (role === 'bot' ? lobby.removeBot(userId) : lobby.kick(userId, { ban: 'round' })));
  return (
    <>
      {role === 'player' && (
        <button
          type="button"
          class="quiet small"
          aria-label={`Make ${name} the host`}
          onClick={() => session.ask('', lobby => lobby.handOver(userId))}
        >
          Make host
        </button>
      )}
      <button type="button" class="quiet small" aria-label={`Remove ${name}`} onClick={remove}>
        Remove
      </button>
    </>
  );
}
