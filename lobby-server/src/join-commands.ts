import { chooseLobbyRoom } from '@gatehouse/shared/cluster/session-location';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { Command, CommandResult } from './command.ts';
import type { Execution } from './lobby-rooms.ts';
import { rememberLobbyRoom, replyTo } from './member-commands.ts';
import { newRoomId } from './new-room.ts';

const MAX_OPTIONS_BYTES = 4096;
/** Rooms that joinOrCreate tries before it says ROOM_FULL: each of them filled up while the user was on its way. */
const MAX_CHOICES = 20;

export async function createLobbyRoom(command: Command, wanted: gatehouse.CreateLobbyRoom): Promise<CommandResult> {
  mustBeNowhere(command);
  await check(command, wanted);
  const maxMembers = wanted.maxMembers === 0 ? undefined : wanted.maxMembers;
  return joined(command, await create(command, { ...wanted, auto: false, maxMembers }));
}

export async function joinLobbyRoom(
  command: Command,
  { lobbyRoomId }: Pick<gatehouse.JoinLobbyRoom, 'lobbyRoomId'>,
): Promise<CommandResult> {
  if (lobbyRoomId !== command.lobbyRoomId) mustBeNowhere(command);
  return joined(command, await command.lobby.joins.join(lobbyRoomId, command.user, command));
}

/**
 * The room this user is in, when it is of the class; an open one, else a new one that starts at once. A room is chosen under (session, seq) before it is joined,
 * and another one only after that has refused this very command for good: repeated anywhere, it ends in the same room.
 */
export async function joinOrCreate(command: Command, wanted: gatehouse.JoinOrCreate): Promise<CommandResult> {
  await check(command, wanted);
  const { lobbyRoomId: current } = command;
  const isThere =
    current !== undefined && (await command.lobby.store.read(current))?.room.roomClass === wanted.roomClass;
  if (isThere) return joinLobbyRoom(command, { lobbyRoomId: current });
  mustBeNowhere(command);
  const refused = new Set<string>();
  let insteadOf: string | undefined;
  while (refused.size < MAX_CHOICES) {
    const { lobbyRoomId, execution } = await choose(command, wanted, { refused, insteadOf });
    const isFinal = execution.kind === 'answered' && execution.reply.kind !== 'refused';
    if (isFinal || lobbyRoomId === ownRoomId(command)) return joined(command, execution);
    refused.add(lobbyRoomId);
    insteadOf = lobbyRoomId;
  }
  throw new GatehouseError('ROOM_FULL', { tried: refused.size });
}

async function choose(
  command: Command,
  { roomClass, options }: gatehouse.JoinOrCreate,
  { refused, insteadOf }: { refused: ReadonlySet<string>; insteadOf: string | undefined },
): Promise<{ lobbyRoomId: string; execution: Execution }> {
  const { finder, joins, redis, keys } = command.lobby;
  const chosen = await finder.find({ roomClass, options, except: refused }, async found => {
    const wish = found?.id ?? ownRoomId(command);
    const { userId } = command.user;
    const choice = await chooseLobbyRoom(redis, keys, { ...command, userId, lobbyRoomId: wish, insteadOf });
    if (choice.kind === 'superseded') throw new GatehouseError('SUPERSEDED');
    const lobbyRoomId = choice.kind === 'chosen' ? choice.lobbyRoomId : wish; // missing: Redis was emptied just now
    if (lobbyRoomId !== ownRoomId(command)) return { lobbyRoomId, arrived: finder.expect(lobbyRoomId) };
    return { lobbyRoomId, execution: await create(command, { roomClass, options, auto: true, maxMembers: undefined }) };
  });
  if (chosen.execution !== undefined) return chosen;
  try {
    return { ...chosen, execution: await joins.join(chosen.lobbyRoomId, command.user, command) };
  } finally {
    chosen.arrived();
  }
}

interface Wanted {
  readonly roomClass: string;
  readonly options: string;
  readonly auto: boolean;
  readonly maxMembers: number | undefined;
}

async function create(command: Command, { roomClass, options, auto, maxMembers }: Wanted): Promise<Execution> {
  const { lobby, log } = command;
  const { rooms, finder, index, redis } = lobby;
  const execution = await rooms.create(
    {
      id: ownRoomId(command),
      roomClass,
      options,
      auto,
      maxMembers,
      classLimit: finder.classLimit(roomClass),
      host: command.user,
      nowMs: redis.nowMs(),
    },
    command,
  );
  const { reply } = replyTo(execution);
  if (reply.kind !== 'joined') return execution;
  const indexed = index.write(reply.room); // before the next user of this server searches; else the next look does it
  await indexed.catch(error => log.debug(LOG_EVENTS.lobbyIndexFailed, { error }));
  return execution;
}

async function joined(command: Command, execution: Execution): Promise<CommandResult> {
  const result = replyTo(execution);
  if (result.reply.kind === 'joined') await rememberLobbyRoom(command, result.reply.room.id);
  return result;
}

function ownRoomId({ sessionId, seq }: Command): string {
  return newRoomId(sessionId, seq);
}

async function check(command: Command, { roomClass, options }: { roomClass: string; options: string }): Promise<void> {
  if (Buffer.byteLength(options) > MAX_OPTIONS_BYTES || !isJsonOrEmpty(options))
    throw new GatehouseError('BAD_OPTIONS');
  const classes = await command.lobby.classes.names();
  if (!classes.has(roomClass)) throw new GatehouseError('UNKNOWN_ROOM_CLASS', { roomClass });
}

function mustBeNowhere({ lobbyRoomId }: Command): void {
  if (lobbyRoomId !== undefined) throw new GatehouseError('ALREADY_IN_ROOM', { lobbyRoomId });
}

function isJsonOrEmpty(text: string): boolean {
  if (text === '') return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
