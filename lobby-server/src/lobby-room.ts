export interface User {
  readonly userId: string;
  readonly name: string;
}

/** A bot has a seat but no client: the game room plays it. A spectator has no seat and looks on. */
export type Role = 'player' | 'spectator' | 'bot';

export interface Member extends User {
  readonly ready: boolean;
  readonly role: Role;
  /** JSON text for the game room alone, which may check in it who this is; other members never see it. */
  readonly options?: string | undefined;
}

export type Phase =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'starting'; readonly roomId: string; readonly sinceMs: number } // Redis time
  | { readonly kind: 'playing'; readonly roomId: string };

/** Who may not come back: before the next round has ended, or ever. */
export interface Ban {
  readonly userId: string;
  readonly until: 'round' | 'forever';
}

/** What a lobby room is; stored as JSON. Its version and epoch are the store's, its chat lies beside it. */
export interface LobbyRoom {
  readonly id: string;
  readonly roomClass: string;
  readonly name: string;
  /** JSON text, handed to the game room unread. */
  readonly options: string;
  /** The host's: JSON text of an object; empty: none. */
  readonly metadata: string;
  /** By the game room of this round: like `metadata`, and shown over it. Absent: none. */
  readonly gameMetadata?: string;
  /** Starts with its first member and takes late joiners while it plays. */
  readonly auto: boolean;
  /** Players and bots. */
  readonly maxMembers: number;
  /** `class`: maxMembers becomes what the game room says once it runs. */
  readonly maxMembersFrom: 'creator' | 'class';
  /** By the host: no new players. */
  readonly locked: boolean;
  /** By the game room of this round. */
  readonly gameLocked: boolean;
  /** Empty: the room is in lists and is joined by its id. */
  readonly inviteCode: string;
  /** As hashed by password.ts; empty: none. */
  readonly password: string;
  readonly hostUserId: string;
  /** Rounds begun; round n plays in the game room `<id>-<n>`. */
  readonly round: number;
  readonly phase: Phase;
  /** In order of joining: the first player after the host becomes the next host. There is always one who is no bot. */
  readonly members: readonly Member[];
  readonly bans: readonly Ban[];
  /** Kicked in this round: their seats in its game room are still to be taken. Absent: nobody's. */
  readonly kicked?: readonly string[];
  /** Players who want the next round. */
  readonly rematchVotes: readonly string[];
  /** Bots that ever were here: their ids count up. */
  readonly botsAdded: number;
}

/** Until the game room of a class has said how many it takes. */
export const DEFAULT_MAX_MEMBERS = 64;
export const MAX_MEMBERS = 1000;
export const MAX_SPECTATORS = 100;
/** The oldest bans are forgotten first. */
export const MAX_BANS = 200;

export function memberOf(room: LobbyRoom, userId: string): Member | undefined {
  return room.members.find(member => member.userId === userId);
}

/** Places taken: by players and bots. */
export function seatsTaken(room: LobbyRoom): number {
  return room.members.reduce((seats, { role }) => (role === 'spectator' ? seats : seats + 1), 0);
}

export function spectatorCount(room: LobbyRoom): number {
  return room.members.length - seatsTaken(room);
}

/** The game room of the round that is starting or playing. */
export function gameRoomId(room: LobbyRoom): string | undefined {
  return room.phase.kind === 'waiting' ? undefined : room.phase.roomId;
}

export function isLocked(room: LobbyRoom): boolean {
  return room.locked || room.gameLocked;
}

/** What lists show and filters match: the host's fields, and over them those of the game while it lasts. */
export function shownMetadata({ metadata, gameMetadata = '' }: LobbyRoom): string {
  if (metadata === '' || gameMetadata === '') return metadata + gameMetadata;
  return JSON.stringify({ ...JSON.parse(metadata), ...JSON.parse(gameMetadata) }); // both were checked when they came
}

export function isListed(room: LobbyRoom): boolean {
  return room.inviteCode === '';
}

/** Whether a player could join now, or a moment later, if need be with the password. */
export function hasPlace(room: LobbyRoom): boolean {
  return !isLocked(room) && seatsTaken(room) < room.maxMembers && (room.auto || room.phase.kind === 'waiting');
}

/** Whether anybody who looks for a game may be sent here. */
export function isOpen(room: LobbyRoom): boolean {
  return hasPlace(room) && isListed(room) && room.password === '';
}
