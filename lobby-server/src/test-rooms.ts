import type { LobbyRoom, Member } from './lobby-room.ts';
import type { SettingsChange } from './room-command.ts';
import type { Asker } from './room-store.ts';

/** A player called like its id. */
export function testMember(name: string, own: Partial<Member> = {}): Member {
  return { userId: name, name, ready: false, role: 'player', ...own };
}

/** A command of the one session of this user, which is called like the user. */
export function testAsker(userId: string, seq: number, own: Partial<Asker> = {}): Asker {
  return { user: { userId }, sessionId: userId, sessionEpoch: 1, seq, ...own };
}

/** A waiting room `L` of Ann, who is its host and alone in it. */
export function testRoom(own: Partial<LobbyRoom> = {}): LobbyRoom {
  return {
    id: 'L',
    roomClass: 'arena',
    name: '',
    options: '',
    metadata: '',
    auto: false,
    maxMembers: 4,
    maxMembersFrom: 'creator',
    locked: false,
    gameLocked: false,
    inviteCode: '',
    password: '',
    hostUserId: 'ann',
    round: 0,
    phase: { kind: 'waiting' },
    members: [testMember('ann')],
    bans: [],
    rematchVotes: [],
    botsAdded: 0,
    ...own,
  };
}

/** Of the settings of a lobby room. */
export const noChange: SettingsChange = {
  name: undefined,
  maxMembers: undefined,
  options: undefined,
  metadata: undefined,
  locked: undefined,
  inviteCode: undefined,
  password: undefined,
};
