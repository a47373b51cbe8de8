import type { ErrorCode } from '@gatehouse/shared/protocol/errors';
import type { ClientChannel } from './client-channel.ts';

/**
 * `ended`: by its own code, or because all had left; `failed`: its code threw; `serverStopped`: shut down here;
 * `serverLost`: the registry took this server for dead, and a gateway writes the record; `superseded`: it runs elsewhere
 * now, by a higher epoch; `abandoned`: it never began here, the reservation was not ours any more.
 */
export type EndReason = 'ended' | 'failed' | 'serverStopped' | 'serverLost' | 'superseded' | 'abandoned';

export interface RoomEnd {
  readonly why: EndReason;
  readonly result: Uint8Array | undefined;
}

/** Whether the game is over. Else it goes on elsewhere: its players are not told an end, they attach again. */
export function isOver({ why }: RoomEnd): boolean {
  return why !== 'superseded' && why !== 'abandoned';
}

/** Of the channels of a room that ends here. */
export function closeCode(end: RoomEnd): ErrorCode {
  return isOver(end) ? 'ROOM_ENDED' : 'CONFLICT';
}

/** Answers a client that asks for a room that has ended. */
export function refuse(channel: ClientChannel, end: RoomEnd): void {
  channel.close(closeCode(end), { message: end.why, ...(end.result && { result: end.result }) });
}
