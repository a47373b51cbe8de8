/** A bot has a seat but no client; a spectator has no seat and looks on. */
export type LobbyRole = 'player' | 'spectator' | 'bot';

export interface LobbyMember {
  readonly userId: string;
  readonly name: string;
  readonly ready: boolean;
  readonly role: LobbyRole;
}

export type LobbyPhase = 'waiting' | 'starting' | 'playing';

export interface ChatLine {
  readonly userId: string;
  readonly name: string;
  readonly text: string;
  /** Unix time. */
  readonly atMs: number;
}

/** What the host can change. */
export interface LobbySettings {
  readonly name: string;
  /** Players and bots; spectators do not count. */
  readonly maxMembers: number;
  /** What the game room gets when it is created. */
  readonly options: unknown;
  /** Shown in lists and matched by filters. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** By the host or by the game: no new players; spectators still come. */
  readonly locked: boolean;
  /** In no list: joined by its invite code or its password. */
  readonly unlisted: boolean;
  readonly hasPassword: boolean;
  /** Of an unlisted room. */
  readonly inviteCode: string | undefined;
}

/** A lobby room as its members see it. A value: every change makes a new one. */
export interface LobbyRoom extends LobbySettings {
  readonly id: string;
  readonly roomClass: string;
  /** Starts with its first member and takes late joiners. */
  readonly auto: boolean;
  readonly phase: LobbyPhase;
  readonly hostUserId: string;
  /** The game room of this round, while starting or playing. */
  readonly roomId: string | undefined;
  /** Begun so far. */
  readonly rounds: number;
  readonly members: readonly LobbyMember[];
  /** The newest lines, oldest first. */
  readonly chat: readonly ChatLine[];
  /** User ids of the players who want the next round. */
  readonly rematchVotes: readonly string[];
}

/** Lines that `room.chat` keeps; the server tells newcomers as many. */
export const CHAT_LINES_KEPT = 50;

/** What happens in a lobby room, by name. */
export interface LobbyRoomEvents {
  memberJoined: LobbyMember;
  memberLeft: { readonly userId: string };
  /** The kicked one hears it too, before `closed`. `ban`: for how long it may not come back. */
  memberKicked: { readonly userId: string; readonly reason: string; readonly ban: 'round' | 'forever' | undefined };
  readyChanged: LobbyMember;
  hostChanged: { readonly userId: string };
  settingsChanged: LobbySettings;
  chat: ChatLine;
  /** When every player wants it, `starting` follows. */
  rematchVoted: { readonly userId: string; readonly yes: boolean };
  starting: { readonly roomId: string };
  /** The game room runs and has a seat for every member: time to enter it. */
  started: { readonly roomId: string };
  startFailed: { readonly code: string; readonly message: string };
  roundEnded: { readonly roomId: string; readonly why: string; readonly result: Uint8Array };
  /** This user is not in the lobby room any more. */
  closed: { readonly why: string };
}

/** One event with its name. */
export type LobbyRoomEvent = {
  [N in keyof LobbyRoomEvents]: { readonly name: N; readonly payload: LobbyRoomEvents[N] };
}[keyof LobbyRoomEvents];

/** The room after the event; undefined: `ownUserId` is not in it any more. */
export function applyLobbyEvent(room: LobbyRoom, event: LobbyRoomEvent, ownUserId: string): LobbyRoom | undefined {
  switch (event.name) {
    case 'memberJoined':
    case 'readyChanged':
      return { ...room, members: withMember(room.members, event.payload) };
    case 'memberLeft':
    case 'memberKicked':
      return event.payload.userId === ownUserId ? undefined : withoutMember(room, event.payload.userId);
    case 'hostChanged':
      return { ...room, hostUserId: event.payload.userId };
    case 'settingsChanged':
      return { ...room, ...event.payload };
    case 'chat':
      return { ...room, chat: [...room.chat, event.payload].slice(-CHAT_LINES_KEPT) };
    case 'rematchVoted':
      return { ...room, rematchVotes: withVote(room.rematchVotes, event.payload) };
    case 'starting':
      return { ...room, phase: 'starting', roomId: event.payload.roomId, rounds: room.rounds + 1, rematchVotes: [] };
    case 'started':
      return { ...room, phase: 'playing', roomId: event.payload.roomId };
    case 'startFailed':
    case 'roundEnded':
      return { ...room, phase: 'waiting', roomId: undefined };
    case 'closed':
      return undefined;
    default:
      return event satisfies never;
  }
}

/** In order of joining; a known member keeps its place. */
function withMember(members: readonly LobbyMember[], changed: LobbyMember): readonly LobbyMember[] {
  const isKnown = members.some(member => member.userId === changed.userId);
  if (!isKnown) return [...members, changed];
  return members.map(member => (member.userId === changed.userId ? changed : member));
}

function withoutMember(room: LobbyRoom, userId: string): LobbyRoom {
  return {
    ...room,
    members: room.members.filter(member => member.userId !== userId),
    rematchVotes: room.rematchVotes.filter(voter => voter !== userId),
  };
}

function withVote(votes: readonly string[], { userId, yes }: { userId: string; yes: boolean }): readonly string[] {
  const others = votes.filter(voter => voter !== userId);
  return yes ? [...others, userId] : others;
}
