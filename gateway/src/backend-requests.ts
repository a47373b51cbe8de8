import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { ReplyBody } from '@gatehouse/shared/transport/link-requests';
import type { RoomPlacement } from './room-placement.ts';
import type { SeatRemoval } from './seat-removal.ts';

export interface BackendHelp {
  readonly placement: Pick<RoomPlacement, 'place'>;
  readonly seats: Pick<SeatRemoval, 'remove'>;
}

/** What backends may ask of this gateway. @throws GatehouseError what the request failed with; UNKNOWN_TYPE for any other */
export async function answerBackend(
  { placement, seats }: BackendHelp,
  { placeRoom, removeSeats, body }: gatehouse.LinkRequest,
): Promise<ReplyBody> {
  if (placeRoom) return { placeRoom: await placement.place(messages.PlaceRoom.create(placeRoom)) };
  if (!removeSeats) throw new GatehouseError('UNKNOWN_TYPE', { request: body ?? 'none' });
  await seats.remove(messages.RemoveSeats.create(removeSeats));
  return {};
}
