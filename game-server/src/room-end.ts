import type { ErrorCode } from '@gatehouse/shared/protocol/errors';
import type { ClientChannel } from './client-channel.ts';

/**
 * `ended`: by its own code, or because all had left; `failed`: its code threw; `serverStopped`: shut down here;
 * `serverLost`: the registry took this server for dead, and a gateway writes the record; `superseded`: it runs elsewhere
 * now, by a higher epoch.
 */
export type EndReason = 'ended' | 'failed' | 'serverStopped' | 'serverLost' | 'superseded';

export interface RoomEnd {
  readonly why: EndReason;
  readonly result: Uint8Array | undefined;
}

/** Of the channels of a room that ends. Players of a superseded one attach again and are led to where it runs on. */
export function closeCode({ why }: RoomEnd): ErrorCode {
  return why === 'superseded' ? 'CONFLICT' : 'ROOM_ENDED';
}

/** Answers a client that asks for a room that has ended. */
export function refuse(channel: ClientChannel, end: RoomEnd): void {
  channel.close(closeCode(end), { message: end.why, ...(end.result && { result: end.result }) });
}
