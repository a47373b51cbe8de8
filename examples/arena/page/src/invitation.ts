import type { LobbyRoom } from '@gatehouse/client';

/** Whom the address of the page brings where: by id into an arena that is in lists, by its code into one that is not. */
export type Invitation =
  | { readonly kind: 'room'; readonly lobbyRoomId: string }
  | { readonly kind: 'code'; readonly code: string };

/** The part of the address that leads others into this lobby room. */
export function addressOf({ id, inviteCode }: Pick<LobbyRoom, 'id' | 'inviteCode'>): string {
  return inviteCode === undefined ? `#room=${id}` : `#code=${inviteCode}`;
}

/** Undefined: the address leads to no room. */
export function readInvitation(hash: string): Invitation | undefined {
  const [, kind, id = ''] = /^#(room|code)=([\w-]+)$/.exec(hash) ?? [];
  if (kind === undefined) return undefined;
  return kind === 'room' ? { kind, lobbyRoomId: id } : { kind: 'code', code: id };
}
