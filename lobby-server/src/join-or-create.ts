import { chooseLobbyRoom } from '@gatehouse/shared/cluster/session-location';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Command, CommandResult } from './command.ts';
import { checkNewRoom, createRoom, joined, mustBeNowhere, ownRoomId } from './create-command.ts';
import type { Execution } from './lobby-rooms.ts';

/** Rooms that joinOrCreate tries before it says ROOM_FULL: each of them filled up while the user was on its way. */
const MAX_CHOICES = 20;

/**
 * The room this user is in, when it is of the class; an open one, else a new one that starts at once. A room is chosen under
 * (session, seq) before it is joined, and another one only after that has refused this very command for good: repeated
 * anywhere, it ends in the same room.
 */
export async function joinOrCreate(command: Command, wanted: gatehouse.JoinOrCreate): Promise<CommandResult> {
  await checkNewRoom(command, wanted);
  const { lobbyRoomId: current } = command;
  const isThere =
    current !== undefined && (await command.lobby.store.read(current))?.room.roomClass === wanted.roomClass;
  if (isThere) return joined(command, await join(command, wanted, current));
  await mustBeNowhere(command);
  const refused = new Set<string>();
  let insteadOf: string | undefined;
  while (refused.size < MAX_CHOICES) {
    const { lobbyRoomId, execution } = await choose(command, wanted, { refused, insteadOf });
    if (isFinal(execution) || lobbyRoomId === ownRoomId(command)) return joined(command, execution);
    refused.add(lobbyRoomId);
    insteadOf = lobbyRoomId;
  }
  throw new GatehouseError('ROOM_FULL', { tried: refused.size });
}

async function choose(
  command: Command,
  wanted: gatehouse.JoinOrCreate,
  { refused, insteadOf }: { refused: ReadonlySet<string>; insteadOf: string | undefined },
): Promise<{ lobbyRoomId: string; execution: Execution }> {
  const { finder, redis, keys } = command.lobby;
  const { roomClass, options, playerOptions } = wanted;
  const chosen = await finder.find({ roomClass, options, except: refused }, async found => {
    const wish = found?.id ?? ownRoomId(command);
    const { userId } = command.user;
    const choice = await chooseLobbyRoom(redis, keys, { ...command, userId, lobbyRoomId: wish, insteadOf });
    if (choice.kind === 'superseded') throw new GatehouseError('SUPERSEDED');
    const lobbyRoomId = choice.kind === 'chosen' ? choice.lobbyRoomId : wish; // missing: Redis was emptied just now
    if (lobbyRoomId !== ownRoomId(command)) return { lobbyRoomId, arrived: finder.expect(lobbyRoomId) };
    const room = { roomClass, options, playerOptions, auto: true, maxMembers: undefined };
    return { lobbyRoomId, execution: await createRoom(command, room) };
  });
  if (chosen.execution !== undefined) return chosen;
  try {
    return { ...chosen, execution: await join(command, wanted, chosen.lobbyRoomId) };
  } finally {
    chosen.arrived();
  }
}

function join(
  command: Command,
  { playerOptions: options }: gatehouse.JoinOrCreate,
  lobbyRoomId: string,
): Promise<Execution> {
  return command.lobby.joins.join(lobbyRoomId, { user: command.user, role: 'player', options }, command);
}

/** Entered; or the game itself does not want this player, which no other room of the class will change; or nobody asks any more. */
function isFinal(execution: Execution): boolean {
  if (execution.kind === 'superseded') return true;
  if (execution.kind !== 'answered') return false;
  const { reply } = execution;
  return reply.kind !== 'refused' || reply.code === 'SEAT_REFUSED';
}
