import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Command, CommandResult } from './command.ts';
import { joined, mustBeNowhere } from './create-command.ts';
import { readInviteCode } from './invite-code.ts';
import { memberOf } from './lobby-room.ts';
import { isPassword } from './password.ts';
import type { Invitation } from './room-command.ts';
import { checkOptions, MAX_PASSWORD_CHARACTERS, MAX_PLAYER_OPTIONS_BYTES } from './settings-request.ts';

/** Wrong guesses within a minute: of one user at one room, of all users at one room, of one user at any codes. */
const MAX_PASSWORDS_OF_USER = 5;
const MAX_PASSWORDS_OF_ROOM = 30;
const MAX_CODES_OF_USER = 10;

export async function joinLobbyRoom(
  command: Command,
  { lobbyRoomId, password, spectator, playerOptions }: gatehouse.JoinLobbyRoom,
): Promise<CommandResult> {
  if (lobbyRoomId !== command.lobbyRoomId) await mustBeNowhere(command);
  const invitation = password === '' ? undefined : await readPassword(command, { lobbyRoomId, password });
  return enter(command, { lobbyRoomId, spectator, playerOptions, invitation });
}

export async function joinByCode(
  command: Command,
  { code: typed, spectator, playerOptions }: gatehouse.JoinByCode,
): Promise<CommandResult> {
  const { attempts, codes } = command.lobby;
  const code = readInviteCode(typed);
  if (code === undefined) throw new GatehouseError('WRONG_CODE');
  const guards = [{ what: `code:${command.user.userId}`, limit: MAX_CODES_OF_USER }];
  const lobbyRoomId = await attempts.guess(guards, () => codes.find(code));
  if (lobbyRoomId === undefined) throw new GatehouseError('WRONG_CODE');
  if (lobbyRoomId !== command.lobbyRoomId) await mustBeNowhere(command);
  return enter(command, { lobbyRoomId, spectator, playerOptions, invitation: { kind: 'code', code } });
}

interface Entry {
  readonly lobbyRoomId: string;
  readonly spectator: boolean;
  readonly playerOptions: string;
  readonly invitation: Invitation | undefined;
}

async function enter(
  command: Command,
  { lobbyRoomId, spectator, playerOptions: options, invitation }: Entry,
): Promise<CommandResult> {
  checkOptions(options, MAX_PLAYER_OPTIONS_BYTES);
  const role = spectator ? 'spectator' : 'player';
  const { user } = command;
  return joined(command, await command.lobby.joins.join(lobbyRoomId, { user, role, options, invitation }, command));
}

/** Undefined: none is needed; a member comes again, or the room has no password (any more). */
async function readPassword(
  { lobby, user, client }: Command,
  { lobbyRoomId, password }: { lobbyRoomId: string; password: string },
): Promise<Invitation | undefined> {
  const room = (await lobby.store.read(lobbyRoomId))?.room;
  if (room === undefined || room.password === '' || memberOf(room, user.userId) !== undefined) return undefined;
  client.countPassword();
  const guards = [
    { what: `password:${lobbyRoomId}:${user.userId}`, limit: MAX_PASSWORDS_OF_USER },
    { what: `password:${lobbyRoomId}`, limit: MAX_PASSWORDS_OF_ROOM },
  ];
  const isShort = password.length <= 4 * MAX_PASSWORD_CHARACTERS;
  const hash = await lobby.attempts.guess(guards, async () =>
    isShort && (await isPassword(password, room.password)) ? room.password : undefined,
  );
  if (hash === undefined) throw new GatehouseError('WRONG_PASSWORD');
  return { kind: 'password', hash };
}
