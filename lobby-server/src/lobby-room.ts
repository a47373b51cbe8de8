export interface User {
  readonly userId: string;
  readonly name: string;
}

export interface Member extends User {
  readonly ready: boolean;
}

export type Phase =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'starting'; readonly roomId: string; readonly sinceMs: number } // Redis time
  | { readonly kind: 'playing'; readonly roomId: string };

/** What a lobby room is; stored as JSON. Its version and epoch are the store's. */
export interface LobbyRoom {
  readonly id: string;
  readonly roomClass: string;
  /** JSON text, handed to the game room unread. */
  readonly options: string;
  /** Starts with its first member and takes late joiners while it plays. */
  readonly auto: boolean;
  readonly maxMembers: number;
  /** `class`: maxMembers becomes what the game room says once it runs. */
  readonly maxMembersFrom: 'creator' | 'class';
  readonly hostUserId: string;
  /** Rounds begun; round n plays in the game room `<id>-<n>`. */
  readonly round: number;
  readonly phase: Phase;
  /** In order of joining: the first one after the host becomes the next host. Never empty. */
  readonly members: readonly Member[];
}

/** Until the game room of a class has said how many it takes. */
export const DEFAULT_MAX_MEMBERS = 64;
export const MAX_MEMBERS = 1000;

export function memberOf(room: LobbyRoom, userId: string): Member | undefined {
  return room.members.find(member => member.userId === userId);
}

/** The game room of the round that is starting or playing. */
export function gameRoomId(room: LobbyRoom): string | undefined {
  return room.phase.kind === 'waiting' ? undefined : room.phase.roomId;
}

/** Whether somebody new could join now, or a moment later. */
export function isOpen(room: LobbyRoom): boolean {
  return room.members.length < room.maxMembers && (room.auto || room.phase.kind === 'waiting');
}
