import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Command, CommandResult } from './command.ts';
import { execute } from './member-commands.ts';
import { hashPassword } from './password.ts';
import { checkName, checkOptions, checkSettings, MAX_PLAYER_OPTIONS_BYTES, readBan } from './settings-request.ts';

export async function kickMember(command: Command, request: gatehouse.KickMember): Promise<CommandResult> {
  const { user, lobby } = command;
  const { userId: member, reason } = request;
  const ban = readBan(request);
  return execute(command, { kind: 'kick', userId: user.userId, member, reason, ban, nowMs: lobby.redis.nowMs() });
}

export function handOver(command: Command, { userId: member }: gatehouse.HandOver): Promise<CommandResult> {
  return execute(command, { kind: 'handOver', userId: command.user.userId, member });
}

export async function changeSettings(command: Command, request: gatehouse.ChangeSettings): Promise<CommandResult> {
  checkSettings(request);
  const { user, lobbyRoomId } = command;
  const { name, maxMembers, options, metadata, locked, unlisted, password } = request;
  const change = {
    name: name ?? undefined,
    maxMembers: maxMembers ?? undefined,
    options: options ?? undefined,
    metadata: metadata ?? undefined,
    locked: locked ?? undefined,
    inviteCode: await codeFor(command, { lobbyRoomId, unlisted: unlisted ?? undefined }),
    password: password ? await hash(command, password) : (password ?? undefined),
  };
  return execute(command, { kind: 'changeSettings', userId: user.userId, change });
}

export async function addBot(command: Command, { name, options }: gatehouse.AddBot): Promise<CommandResult> {
  checkName(name);
  checkOptions(options, MAX_PLAYER_OPTIONS_BYTES);
  return execute(command, { kind: 'addBot', userId: command.user.userId, name, options });
}

export function removeBot(command: Command, { userId: member }: gatehouse.RemoveBot): Promise<CommandResult> {
  return execute(command, { kind: 'removeBot', userId: command.user.userId, member });
}

function hash({ client }: Command, password: string): Promise<string> {
  client.countPassword();
  return hashPassword(password);
}

/** Undefined: stays as it is. */
async function codeFor(
  command: Command,
  { lobbyRoomId, unlisted }: { lobbyRoomId: string | undefined; unlisted: boolean | undefined },
): Promise<string | undefined> {
  if (unlisted === undefined || lobbyRoomId === undefined) return undefined;
  return unlisted ? command.lobby.codes.create(lobbyRoomId, command) : '';
}
