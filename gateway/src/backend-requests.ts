import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { ReplyBody } from '@gatehouse/shared/transport/link-requests';
import type { RoomPlacement } from './room-placement.ts';

/** What backends may ask of this gateway. @throws GatehouseError what the request failed with; UNKNOWN_TYPE for any other */
export async function answerBackend(placement: RoomPlacement, request: gatehouse.LinkRequest): Promise<ReplyBody> {
  if (!request.placeRoom) throw new GatehouseError('UNKNOWN_TYPE', { request: request.body ?? 'none' });
  const placeRoom = messages.PlaceRoom.create(request.placeRoom) as gatehouse.PlaceRoom;
  return { placeRoom: await placement.place(placeRoom) };
}
