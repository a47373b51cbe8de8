import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { loadScript } from '@gatehouse/shared/cluster/script';
import { badReply, changed } from '@gatehouse/shared/cluster/script-reply';
import type { ChatLine } from './chat-line.ts';
import { formatChatLine, parseChatLine, parseChatLines } from './chat-line.ts';
import { formatCommit, formatEvent, type NumberedEvent, parseEvent } from './event-text.ts';
import type { LobbyRoom } from './lobby-room.ts';
import { type RoomKeys, repliesKey, roomKeys } from './room-keys.ts';
import { formatRoom, parseRoom } from './room-text.ts';
import { type Answer, formatAnswer, parseReply, REPLY_SLOTS, type Reply } from './stored-reply.ts';

/** One session of a user; of several, the one of the highest epoch is served. */
export interface UserSession {
  readonly userId: string;
  readonly sessionId: string;
  readonly sessionEpoch: number;
}

/** The frame of a client that waits for a reply. */
export interface Asker extends Omit<UserSession, 'userId'> {
  readonly user: { readonly userId: string };
  readonly seq: number;
}

/** A lobby room as it was at one version of one epoch. */
export interface StoredRoom {
  readonly room: LobbyRoom;
  readonly version: number;
  readonly epoch: number;
}

/** What goes in with one commit. */
export interface Commit {
  readonly lobbyRoomId: string;
  /** Version the change was computed from; 0: the room is new. */
  readonly expectedVersion: number;
  /** Undefined: the room closes. */
  readonly room: LobbyRoom | undefined;
  readonly events: readonly NumberedEvent[];
  /** Who waits for a reply, and for which. */
  /** `leaves`: who asks is not in the room afterwards. */
  readonly asked: (Asker & { readonly answer: Answer; readonly leaves: boolean }) | undefined;
  /** Commit only if this member has been absent for so long at that moment. */
  readonly ifAbsent: { readonly userId: string; readonly holdMs: number } | undefined;
}

export type CommitResult =
  /** `chat`: what a member who joins sees of it. */
  | { readonly kind: 'committed'; readonly epoch: number; readonly chat: readonly ChatLine[] }
  /** This command was committed before; its reply. */
  | { readonly kind: 'repeated'; readonly reply: Reply }
  /**
   * Nothing happened, and nobody waits for the answer: a newer session of this user, or a newer claim of this one, has been
   * here, or later commands of this session were executed long ago.
   */
  | { readonly kind: 'superseded' }
  /** Somebody else was faster; the room as it is now. */
  | { readonly kind: 'conflict'; readonly stored: StoredRoom }
  | { readonly kind: 'gone' }
  /** The member to be removed for absence is back. */
  | { readonly kind: 'present' };

/** A room with what a member who missed too much is told, from one moment. */
export interface WholeRoom {
  readonly stored: StoredRoom | undefined;
  /** The newest ones, in order. */
  readonly events: readonly NumberedEvent[];
  readonly chat: readonly ChatLine[];
}

/** Everything an attach needs of one room, from one moment. */
export interface RoomForAttach extends WholeRoom {
  readonly replies: ReadonlyMap<number, Reply>;
}

export interface Look {
  readonly stored: StoredRoom;
  /** Members that no lobby server has had attached for `holdMs`. */
  readonly absent: readonly string[];
}

/** Events kept for members who missed some. */
export const EVENTS_KEPT = 256;
/** The newest ones are shown to who joins: so many, and as many bytes of their JSON. */
export const CHAT_LINES_KEPT = 50;
export const CHAT_BYTES_KEPT = 32 * 1024;
/** A room whose members are attached nowhere, so that nobody looks at it, is forgotten after this. */
export const ROOM_TTL_MS = 600_000;
/** Replies of a session that has left the room. */
export const LEFT_REPLIES_TTL_MS = 60_000;
/** One look, of one every 2 s, adds at most this to anybody's absence: time in which nobody looked does not count. */
export const LONGEST_ABSENCE_STEP_MS = 2_500;

const LUA = new URL('../lua/', import.meta.url); // the same from src/ and from dist/
const COMMIT = loadScript('commit-room', LUA);
const READ = loadScript('read-room', LUA);
const ATTACH = loadScript('attach-room', LUA);
const LOOK = loadScript('look-at-room', LUA);
const DISCARD = loadScript('discard-room', LUA);

/** The lobby rooms in Redis. @throws GatehouseError LATE or UNAVAILABLE from every method */
export class RoomStore {
  private readonly redis: Pick<ClusterRedis, 'run' | 'read'>;
  private readonly keys: Keys;

  constructor(redis: Pick<ClusterRedis, 'run' | 'read'>, keys: Keys) {
    this.redis = redis;
    this.keys = keys;
  }

  async read(lobbyRoomId: string): Promise<StoredRoom | undefined> {
    const key = this.keys.lobbyRoom(lobbyRoomId);
    return parseStored(await this.redis.read(commands => commands.hmget(key, 'version', 'epoch', 'state')));
  }

  async readWhole(lobbyRoomId: string): Promise<WholeRoom> {
    const keys = roomKeys(this.keys, lobbyRoomId);
    const reply = await this.redis.run(READ, [keys.room, keys.events, keys.chat], []);
    if (!Array.isArray(reply)) throw badReply(READ, reply);
    const [stored, events, chat] = reply as [(string | null)[], string[], string[]];
    return { stored: parseStored(stored), events: events.map(parseEvent), chat: chat.map(parseChatLine) };
  }

  async commit(commit: Commit): Promise<CommitResult> {
    const keys = roomKeys(this.keys, commit.lobbyRoomId);
    const replies = repliesKey(this.keys, commit.lobbyRoomId, commit.asked?.sessionId ?? '');
    const reply = await this.redis.run(
      COMMIT,
      [keys.room, keys.events, replies, keys.absent, keys.chat, keys.sessions],
      commitArguments(commit, this.keys.lobbyChannel(commit.lobbyRoomId)),
    );
    return parseCommit(reply);
  }

  /** The reply to a command that was committed here, even when the room has closed since. */
  async storedReply(lobbyRoomId: string, asker: Pick<Asker, 'sessionId' | 'seq'>): Promise<Reply | undefined> {
    const key = repliesKey(this.keys, lobbyRoomId, asker.sessionId);
    const text = await this.redis.read(commands => commands.hget(key, replySlot(asker.seq)));
    const stored = text === null ? undefined : parseReply(text);
    return stored?.seq === asker.seq ? stored.reply : undefined;
  }

  /** From now on older sessions of this user change nothing in this room. */
  async attach(lobbyRoomId: string, { userId, sessionId, sessionEpoch }: UserSession): Promise<RoomForAttach> {
    const keys = roomKeys(this.keys, lobbyRoomId);
    const replies = repliesKey(this.keys, lobbyRoomId, sessionId);
    const reply = await this.redis.run(
      ATTACH,
      [keys.room, keys.events, replies, keys.absent, keys.chat, keys.sessions],
      [userId, sessionEpoch, ROOM_TTL_MS],
    );
    if (!Array.isArray(reply)) throw badReply(ATTACH, reply);
    const [stored, events, texts, chat] = reply as [(string | null)[], string[], string[], string[]];
    const parsed = texts.map(parseReply);
    return {
      stored: parseStored(stored),
      events: events.map(parseEvent),
      replies: new Map(parsed.map(each => [each.seq, each.reply])),
      chat: chat.map(parseChatLine),
    };
  }

  /** Keeps the room alive and counts the absence of those who are not in `attachedHere`. Undefined: the room is gone. */
  async look(
    lobbyRoomId: string,
    { attachedHere, holdMs }: { attachedHere: Iterable<string>; holdMs: number },
  ): Promise<Look | undefined> {
    const keys: RoomKeys = roomKeys(this.keys, lobbyRoomId);
    const here = Object.fromEntries(Array.from(attachedHere, userId => [userId, true]));
    const args = [JSON.stringify(here), LONGEST_ABSENCE_STEP_MS, holdMs, ROOM_TTL_MS];
    const reply = await this.redis.run(LOOK, [keys.room, keys.absent, keys.events, keys.chat, keys.sessions], args);
    if (!Array.isArray(reply)) throw badReply(LOOK, reply);
    const [, version, epoch, state, absent] = reply as [string, string, string, string, string[]];
    const stored = parseStored([version, epoch, state]);
    return stored === undefined ? undefined : { stored, absent };
  }

  /** Ends this room of this epoch without a commit. False: it is gone, or another one. */
  async discard(lobbyRoomId: string, epoch: number): Promise<boolean> {
    const keys = roomKeys(this.keys, lobbyRoomId);
    const all = [keys.room, keys.events, keys.absent, keys.chat, keys.sessions];
    return changed(DISCARD, await this.redis.run(DISCARD, all, [epoch]));
  }
}

function commitArguments(commit: Commit, channel: string): (string | number)[] {
  const { expectedVersion, room, events, asked, ifAbsent } = commit;
  const left = room === undefined || asked?.leaves === true;
  return [
    expectedVersion,
    expectedVersion + events.length,
    room === undefined ? '' : formatRoom(room),
    asked?.seq ?? '',
    asked === undefined ? '' : replySlot(asked.seq),
    asked === undefined ? '' : formatAnswer(asked.answer),
    left ? LEFT_REPLIES_TTL_MS : ROOM_TTL_MS,
    asked?.user.userId ?? '',
    asked?.sessionEpoch ?? '',
    ifAbsent?.userId ?? '',
    ifAbsent?.holdMs ?? 0,
    ROOM_TTL_MS,
    EVENTS_KEPT,
    channel,
    events.length === 0 ? '' : formatCommit(events),
    formatChatLine(events),
    CHAT_LINES_KEPT,
    CHAT_BYTES_KEPT,
    ...events.map(formatEvent),
  ];
}

function replySlot(seq: number): string {
  return String(seq % REPLY_SLOTS);
}

function parseCommit(reply: unknown): CommitResult {
  if (!Array.isArray(reply)) throw badReply(COMMIT, reply);
  const [kind, first, epoch, state] = reply as string[];
  switch (kind) {
    case 'committed':
      return { kind, epoch: Number(first), chat: parseChatLines(epoch ?? '') };
    case 'repeated':
      return { kind, reply: parseReply(first ?? '').reply };
    case 'conflict': {
      const stored = parseStored([first ?? null, epoch ?? null, state ?? null]);
      if (stored === undefined) throw badReply(COMMIT, reply);
      return { kind, stored };
    }
    case 'superseded':
    case 'gone':
    case 'present':
      return { kind };
    default:
      throw badReply(COMMIT, reply);
  }
}

function parseStored([version, epoch, state]: readonly (string | null | undefined)[]): StoredRoom | undefined {
  if (!version || !epoch || !state) return undefined;
  return { room: parseRoom(state), version: Number(version), epoch: Number(epoch) };
}
