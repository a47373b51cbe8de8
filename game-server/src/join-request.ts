import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { SeatRequest } from './room-admission.ts';
import type { RoomPlan } from './room-environment.ts';

export const MAX_OPTIONS_BYTES = 4096;

/** JOIN_SERVER_REQUEST, read. */
export interface JoinRequest {
  readonly plan: RoomPlan;
  readonly users: readonly SeatRequest[];
  readonly options: unknown;
  /** Redis time; undefined: the caller waits for any answer. */
  readonly deadlineMs: number | undefined;
}

/** @throws GatehouseError BAD_OPTIONS */
export function readJoinRequest(request: gatehouse.JoinServer): JoinRequest {
  const { roomId, roomClass, lobbyRoomId, epoch, reservation } = request;
  return {
    plan: { roomId, roomClass, lobbyRoomId, epoch, reservation },
    users: request.users.map(user => readUser(messages.LinkUser.create(user))),
    options: readOptions(request.options),
    deadlineMs: request.deadlineMs === 0 ? undefined : request.deadlineMs,
  };
}

function readUser({ userId, name, spectator, bot, options }: gatehouse.LinkUser): SeatRequest {
  return { user: { userId, name, spectator: spectator && !bot, bot }, options: readOptions(options) };
}

/** No text: undefined. */
function readOptions(json: string): unknown {
  if (json === '') return undefined;
  const optionsBytes = Buffer.byteLength(json);
  if (optionsBytes > MAX_OPTIONS_BYTES) throw new GatehouseError('BAD_OPTIONS', { optionsBytes });
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new GatehouseError('BAD_OPTIONS', { optionsBytes }, { cause });
  }
}
