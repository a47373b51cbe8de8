import { type ErrorCode, GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { ChatLine } from './chat-line.ts';
import { type NumberedEvent, numberEvents } from './event-text.ts';
import { KeyedQueue } from './keyed-queue.ts';
import type { LobbyRoom } from './lobby-room.ts';
import { type NewRoom, newRoom } from './new-room.ts';
import type { Outcome, RoomCommand } from './room-command.ts';
import { applyCommand } from './room-rules.ts';
import type { Asker, Commit, CommitResult, RoomStore, StoredRoom } from './room-store.ts';
import type { Answer, Refusal, Reply } from './stored-reply.ts';

/** What one commit of this process changed. */
export interface Change {
  readonly lobbyRoomId: string;
  /** Undefined: the room was new. */
  readonly before: LobbyRoom | undefined;
  /** Undefined: the room is closed. */
  readonly after: StoredRoom | undefined;
  readonly events: readonly NumberedEvent[];
  /** The commit's own. */
  readonly version: number;
  readonly epoch: number;
}

export type Execution =
  /** For an asker: now or when the same command was executed before, anywhere. */
  | { readonly kind: 'answered'; readonly reply: Reply }
  /** Not stored: nobody waits for a reply, or it is not final (CONFLICT). */
  | { readonly kind: 'refused'; readonly code: ErrorCode }
  /** See CommitResult. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'gone' }
  /** The member to be removed for absence is back. */
  | { readonly kind: 'present' };

interface Attempt {
  readonly lobbyRoomId: string;
  readonly command: RoomCommand;
  readonly asker?: Asker | undefined;
  readonly ifAbsent?: Commit['ifAbsent'];
}

const MAX_ATTEMPTS = 50;

/** Executes commands: rules on the newest state, then a commit that fails when somebody else was faster, then again. */
export class LobbyRooms {
  private readonly store: RoomStore;
  private readonly onChange: (change: Change) => void;
  private readonly queue = new KeyedQueue(); // one commit of this process per room at a time: they would only conflict

  /** `onChange` hears every commit of this process that made events, in order per room, before `execute` resolves. */
  constructor(store: RoomStore, onChange: (change: Change) => void) {
    this.store = store;
    this.onChange = onChange;
  }

  /** @throws GatehouseError CONFLICT after many attempts, LATE, UNAVAILABLE; repeating is always safe for an asker */
  execute(lobbyRoomId: string, command: RoomCommand, asker?: Asker): Promise<Execution> {
    return this.queue.run(lobbyRoomId, () => this.attempt({ lobbyRoomId, command, asker }));
  }

  /** Removes a member whom no lobby server has had attached for `holdMs`. */
  removeAbsent(lobbyRoomId: string, absent: { userId: string; holdMs: number; nowMs: number }): Promise<Execution> {
    const command: RoomCommand = { kind: 'leave', userId: absent.userId, nowMs: absent.nowMs };
    return this.queue.run(lobbyRoomId, () => this.attempt({ lobbyRoomId, command, ifAbsent: absent }));
  }

  /** Settles a join that cannot be: from now on this command gets this refusal here, unless it was executed already. */
  refuse(lobbyRoomId: string, refusal: Pick<Refusal, 'code' | 'reason'>, asker: Asker): Promise<Execution> {
    const command: RoomCommand = { kind: 'refuse', ...refusal };
    return this.queue.run(lobbyRoomId, () => this.attempt({ lobbyRoomId, command, asker }));
  }

  create(wanted: NewRoom, asker: Asker): Promise<Execution> {
    const { room, events } = newRoom(wanted);
    const commit: Commit = {
      lobbyRoomId: wanted.id,
      expectedVersion: 0,
      room,
      events: numberEvents(0, events),
      asked: { ...asker, answer: { kind: 'joined' }, leaves: false },
      ifAbsent: undefined,
    };
    return this.queue.run(wanted.id, async () => {
      const result = await this.store.commit(commit);
      return result.kind === 'conflict'
        ? { kind: 'refused', code: 'CONFLICT' }
        : this.settle(commit, result, undefined);
    });
  }

  /** Redis has gone back behind what members were shown: the room is no more, for whichever server looks. */
  async discard({ room, version, epoch }: StoredRoom): Promise<void> {
    if (!(await this.store.discard(room.id, epoch))) return;
    this.onChange({ lobbyRoomId: room.id, before: room, after: undefined, events: [], version: version + 1, epoch });
  }

  private async attempt(attempt: Attempt): Promise<Execution> {
    const { lobbyRoomId, command, asker } = attempt;
    let stored = await this.store.read(lobbyRoomId);
    for (let attempts = 0; attempts < MAX_ATTEMPTS; attempts++) {
      if (stored === undefined) return this.gone(lobbyRoomId, asker);
      const outcome = applyCommand(stored.room, command);
      if (outcome.kind === 'refused' && (asker === undefined || outcome.code === 'CONFLICT')) return outcome;
      const commit = commitOf(attempt, stored, outcome);
      const result = await this.store.commit(commit);
      if (result.kind !== 'conflict') return this.settle(commit, result, stored.room);
      stored = result.stored;
    }
    throw new GatehouseError('CONFLICT', { lobbyRoomId, attempts: MAX_ATTEMPTS });
  }

  private async gone(lobbyRoomId: string, asker: Asker | undefined): Promise<Execution> {
    const reply = asker && (await this.store.storedReply(lobbyRoomId, asker));
    return reply === undefined ? { kind: 'gone' } : { kind: 'answered', reply };
  }

  private settle(
    commit: Commit,
    result: Exclude<CommitResult, { kind: 'conflict' }>,
    before: LobbyRoom | undefined,
  ): Execution {
    if (result.kind === 'repeated') return { kind: 'answered', reply: result.reply };
    if (result.kind !== 'committed') return result;
    const { lobbyRoomId, room, events } = commit;
    const version = commit.expectedVersion + events.length;
    const { epoch } = result;
    const after = room && { room, version, epoch };
    if (events.length > 0) this.onChange({ lobbyRoomId, before, after, events, version, epoch });
    return { kind: 'answered', reply: replyOf(commit.asked?.answer, { version, after, chat: result.chat }) };
  }
}

function commitOf({ lobbyRoomId, command, asker, ifAbsent }: Attempt, stored: StoredRoom, outcome: Outcome): Commit {
  const changed = outcome.kind === 'changed';
  return {
    lobbyRoomId,
    expectedVersion: stored.version,
    room: changed ? outcome.room : stored.room,
    events: changed ? numberEvents(stored.version, outcome.events) : [],
    asked: asker && { ...asker, answer: answerTo(command, outcome), leaves: changed && command.kind === 'leave' },
    ifAbsent,
  };
}

function answerTo(command: RoomCommand, outcome: Outcome): Answer {
  if (outcome.kind === 'refused') return outcome;
  return { kind: command.kind === 'join' ? 'joined' : 'done' };
}

function replyOf(
  answer: Answer | undefined,
  done: { version: number; after: StoredRoom | undefined; chat: readonly ChatLine[] },
): Reply {
  const { after, chat } = done;
  if (answer?.kind === 'joined' && after !== undefined) return { kind: 'joined', ...after, chat };
  return answer?.kind === 'refused' ? answer : { kind: 'done', version: done.version };
}
