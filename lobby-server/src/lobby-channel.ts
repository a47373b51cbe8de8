import { type ErrorCode, GatehouseError, toGatehouseError } from '@gatehouse/shared/protocol/errors';
import { frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { Link } from '@gatehouse/shared/transport/link';
import type { Command, CommandClient, CommandResult } from './command.ts';
import { executeCommand } from './commands.ts';
import type { KeyedQueue } from './keyed-queue.ts';
import type { Lobby } from './lobby.ts';
import type { Phase, User } from './lobby-room.ts';
import type { PresencePlace, PresentUser } from './presence.ts';
import { RateLimit } from './rate-limit.ts';
import type { StoredRoom } from './room-store.ts';
import type { Listener } from './served-room.ts';
import { failureFrame, REPLY_SLOTS, type Reply, replyFrame } from './stored-reply.ts';

/** Commands of one session that wait for their reply; one more is refused. */
export const MAX_UNANSWERED = 16;

export interface LobbyChannelOptions {
  link: Pick<Link, 'sendOpened' | 'sendData' | 'sendClose'>;
  channel: number;
  open: gatehouse.LinkOpen;
  lobby: Lobby;
  /** By session: one command at a time, also across channels that follow each other. */
  queue: KeyedQueue;
  /** Once, whoever closed it. */
  onClosed: (channel: LobbyChannel) => void;
  log: Log;
}

type ChannelState =
  | { kind: 'attaching' }
  /** `have`: the last client frame taken. `unanswered`: how many of them, the newest ones, wait for their reply. */
  | { kind: 'open'; have: number; unanswered: number; readonly known: ReadonlyMap<number, Reply> }
  | { kind: 'closed' };

/** What an attach found out: where the client stands. */
export interface Standing {
  readonly have: number;
  /** Replies to frames that the client will send again. */
  readonly known: ReadonlyMap<number, Reply>;
  readonly place: Place | undefined;
}

export interface Place {
  readonly lobbyRoomId: string;
  readonly epoch: number;
  readonly version: number;
  readonly phase: Phase['kind'];
}

export function placeIn({ room, epoch, version }: StoredRoom): Place {
  return { lobbyRoomId: room.id, epoch, version, phase: room.phase.kind };
}

/** Chat lines and direct messages that a client may say at once, in seconds of what it may say on the average. */
const CHAT_BURST_SECONDS = 10;
/** Each password takes some 50 ms of a thread. */
const PASSWORDS = { perSecond: 0.5, burst: 10 };

/** The lobby stream of one client on one link. */
export class LobbyChannel implements Listener, CommandClient, PresentUser {
  readonly user: User;
  readonly sessionId: string;
  readonly sessionEpoch: number;
  readonly log: Log;
  private readonly options: LobbyChannelOptions;
  private state: ChannelState = { kind: 'attaching' };
  private readonly chatLimit: RateLimit;
  private readonly passwordLimit: RateLimit;
  private lobbyRoomId: string | undefined;
  private phase: Phase['kind'] = 'waiting';

  constructor(options: LobbyChannelOptions) {
    const { open } = options;
    this.options = options;
    this.user = { userId: open.userId, name: open.name };
    this.sessionId = open.sessionId;
    this.sessionEpoch = open.sessionEpoch;
    const { clock, chatLinesPerSecond: perSecond } = options.lobby;
    this.chatLimit = new RateLimit({ perSecond, burst: CHAT_BURST_SECONDS * perSecond, nowMs: clock.monotonicMs() });
    this.passwordLimit = new RateLimit({ ...PASSWORDS, nowMs: clock.monotonicMs() });
    this.log = options.log.child({ userId: open.userId, correlationId: open.correlationId });
  }

  get userId(): string {
    return this.user.userId;
  }

  get place(): PresencePlace {
    if (this.lobbyRoomId === undefined) return 'online';
    return this.phase === 'playing' ? 'game' : 'lobby';
  }

  get closed(): boolean {
    return this.state.kind === 'closed';
  }

  /** Answers the attach; `frames` are sent behind OPENED, then the client gets whatever happens in its room. */
  opened(openedFrame: Uint8Array, frames: readonly Uint8Array[], standing: Standing): void {
    const { link, channel } = this.options;
    this.state = { kind: 'open', have: standing.have, unanswered: 0, known: standing.known };
    link.sendOpened(channel, openedFrame);
    for (const frame of frames) link.sendData(channel, frame);
    if (standing.place !== undefined) this.enter(standing.place);
    else this.options.lobby.presence.changed(this);
  }

  send(frame: Uint8Array): void {
    if (this.state.kind === 'open') this.options.link.sendData(this.options.channel, frame);
  }

  outOfRoom(): void {
    this.lobbyRoomId = undefined;
    this.options.lobby.presence.changed(this);
  }

  phaseIs(phase: Phase['kind']): void {
    const { place } = this;
    this.phase = phase;
    if (this.place !== place) this.options.lobby.presence.changed(this);
  }

  countLine(): void {
    if (!this.chatLimit.take(this.options.lobby.clock.monotonicMs())) throw new GatehouseError('CHAT_TOO_FAST');
  }

  countPassword(): void {
    if (!this.passwordLimit.take(this.options.lobby.clock.monotonicMs())) throw new GatehouseError('TOO_MANY_ATTEMPTS');
  }

  setAway(away: boolean): Promise<void> {
    return this.options.lobby.presence.setAway(this, away);
  }

  /** A client frame: exactly the next one is taken. Early ones and those that were taken before are dropped. */
  receive(frame: Uint8Array): void {
    const { state } = this;
    const seq = frameSeq(frame);
    if (state.kind !== 'open' || seq !== state.have + 1) return;
    state.have = seq;
    state.unanswered++;
    if (state.unanswered > REPLY_SLOTS) {
      this.close('TOO_MANY_REQUESTS');
      return;
    }
    // Refused in its turn: replies come in the order of the commands, so what a client keeps has no gaps.
    const execute = state.unanswered > MAX_UNANSWERED ? tooMany : () => this.execute(seq, frame, state.known.get(seq));
    void this.options.queue.run(this.sessionId, () => this.answer(seq, execute));
  }

  /** Told to the gateway. A second call does nothing. */
  close(code: ErrorCode): void {
    if (!this.closed) this.options.link.sendClose(this.options.channel, { code });
    this.ended();
  }

  /** The gateway closed it, or the link is gone. What is being executed is finished; its reply waits in Redis. */
  ended(): void {
    if (this.closed) return;
    const { lobby } = this.options;
    this.state = { kind: 'closed' };
    this.hearNoMore();
    lobby.watches.unwatch(this);
    lobby.userWatches.unwatch(this);
    this.options.onClosed(this);
  }

  private async answer(seq: number, execute: () => Promise<CommandResult>): Promise<void> {
    if (this.closed) return; // the client sends it again where it attaches next
    try {
      this.reply(seq, await execute());
    } catch (error) {
      const failure = toGatehouseError(error);
      if (failure.code === 'INTERNAL') this.log.error(LOG_EVENTS.internalError, { error });
      if (failure.code === 'SUPERSEDED') this.close('SUPERSEDED'); // its client is elsewhere, and hears no answer
      this.send(failureFrame(seq, { code: failure.code }));
    }
    if (this.state.kind === 'open') this.state.unanswered--;
  }

  private async execute(seq: number, frame: Uint8Array, known: Reply | undefined): Promise<CommandResult> {
    const result = known ? ({ kind: 'reply', reply: known } as const) : await executeCommand(this.command(seq), frame);
    const left =
      frameType(frame) === FRAME_TYPES.leaveLobbyRoom && result.kind === 'reply' && result.reply.kind === 'done';
    if (left) {
      this.hearNoMore();
      this.options.lobby.presence.changed(this);
    }
    return result;
  }

  private reply(seq: number, result: CommandResult): void {
    if (this.closed) {
      const isJoined = result.kind === 'reply' && result.reply.kind === 'joined';
      if (isJoined) this.options.lobby.watch.linger(result.reply.room.id); // it may never come, and nobody else be there
      return;
    }
    if (result.kind === 'frame') {
      this.send(result.frame);
      return;
    }
    const { reply } = result;
    this.send(replyFrame(seq, reply));
    if (reply.kind === 'joined') this.enter(placeIn(reply));
  }

  private enter(place: Place): void {
    this.hearNoMore();
    const { lobby } = this.options;
    this.lobbyRoomId = place.lobbyRoomId;
    this.phase = place.phase;
    lobby.delivery.add(this, place);
    lobby.presence.changed(this);
  }

  private hearNoMore(): void {
    if (this.lobbyRoomId !== undefined) this.options.lobby.delivery.remove(this, this.lobbyRoomId);
    this.lobbyRoomId = undefined;
  }

  private command(seq: number): Command {
    const { lobbyRoomId, user, sessionId, sessionEpoch, log } = this;
    return { lobby: this.options.lobby, user, client: this, sessionId, sessionEpoch, seq, lobbyRoomId, log };
  }
}

async function tooMany(): Promise<CommandResult> {
  throw new GatehouseError('TOO_MANY_REQUESTS', { maxUnanswered: MAX_UNANSWERED });
}
