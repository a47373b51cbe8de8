import { claimSession } from '@gatehouse/shared/cluster/sessions';
import { encodeFrame, framePayload, frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES, STREAMS } from '@gatehouse/shared/protocol/message-types';
import { type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { ChannelEnd, TestGateway } from './test-gateway.ts';

export type Received =
  | { kind: 'opened'; message: gatehouse.Opened }
  | { kind: 'joined'; message: gatehouse.Joined }
  | { kind: 'listed'; message: gatehouse.Listed }
  | { kind: 'done'; message: gatehouse.Done }
  | { kind: 'error'; message: gatehouse.Failure }
  | { kind: 'event'; version: number; message: gatehouse.LobbyEvent }
  | { kind: 'snapshot'; version: number; message: gatehouse.LobbyRoom }
  | { kind: 'users'; message: gatehouse.Users }
  | { kind: 'roomsChanged'; message: gatehouse.RoomsChanged }
  | { kind: 'direct'; message: gatehouse.DirectMessage }
  | { kind: 'usersChanged'; message: gatehouse.UsersChanged }
  | { kind: 'closed'; message: gatehouse.LinkClose };

/** How long a test waits before it says what came instead. */
const PATIENCE_MS = 10_000;

interface Waiter {
  check(received: Received): boolean;
}

/** One user with one session, on whatever gateway and lobby server the test puts it. */
export class TestClient {
  readonly userId: string;
  readonly received: Received[] = [];
  sessionId = '';
  epoch = 0;
  private at: { gateway: TestGateway; server: string; channel: number } | undefined;
  private end: ChannelEnd | undefined;
  private seq = 0;
  private readonly waiters = new Set<Waiter>();

  constructor(userId: string) {
    this.userId = userId;
  }

  /** A login or, with the same client again, a resumed session: a higher epoch. */
  async login(gateway: TestGateway): Promise<void> {
    const { redis, keys, id } = gateway;
    const token = `${this.userId}-token`;
    const claim = {
      userId: this.userId,
      gateway: id,
      incarnation: 'incarnation',
      newSessionId: `${this.userId}-session`,
      newToken: token,
      presentedToken: token,
      policy: 'kick-old' as const,
    };
    const outcome = await claimSession(redis, keys, claim, async () => false);
    if (outcome.kind !== 'claimed') throw new Error('the session was not claimed');
    this.sessionId = outcome.session.sessionId;
    this.epoch = outcome.session.epoch;
  }

  /** Opens a channel; resolves with OPENED. What was received before is forgotten. */
  async attach(
    gateway: TestGateway,
    server: string,
    from: gatehouse.LinkOpen.$Properties = {},
  ): Promise<gatehouse.Opened> {
    this.received.length = 0;
    const channel = gateway.open(server, this.newEnd(), {
      stream: STREAMS.lobby,
      userId: this.userId,
      name: this.userId,
      sessionId: this.sessionId,
      sessionEpoch: this.epoch,
      first: 1,
      ...from,
    });
    this.at = { gateway, server, channel };
    const opened = await this.next('opened', () => true);
    this.seq = opened.message.have;
    return opened.message;
  }

  /** Sends a numbered frame on the attached channel; returns its number. */
  send(type: number, payload: Uint8Array = new Uint8Array(0), seq = this.seq + 1): number {
    if (this.at === undefined) throw new Error('not attached');
    this.seq = Math.max(this.seq, seq);
    this.at.gateway.data(this.at.server, this.at.channel, encodeFrame(type, seq, payload));
    return seq;
  }

  create(roomClass: string, maxMembers = 0, own: gatehouse.ICreateLobbyRoom = {}): Promise<gatehouse.Joined> {
    const payload = messages.CreateLobbyRoom.encode({ ...own, roomClass, maxMembers }).finish();
    return this.joined(this.send(FRAME_TYPES.createLobbyRoom, payload));
  }

  join(lobbyRoomId: string, own: gatehouse.IJoinLobbyRoom = {}): Promise<gatehouse.Joined> {
    const payload = messages.JoinLobbyRoom.encode({ ...own, lobbyRoomId }).finish();
    return this.joined(this.send(FRAME_TYPES.joinLobbyRoom, payload));
  }

  joinOrCreate(roomClass: string): Promise<gatehouse.Joined> {
    return this.joined(this.send(FRAME_TYPES.joinOrCreate, messages.JoinOrCreate.encode({ roomClass }).finish()));
  }

  kick(userId: string, own: gatehouse.IKickMember = {}): number {
    return this.send(FRAME_TYPES.kickMember, messages.KickMember.encode({ ...own, userId }).finish());
  }

  settings(change: gatehouse.IChangeSettings): number {
    return this.send(FRAME_TYPES.changeSettings, messages.ChangeSettings.encode(change).finish());
  }

  tell(userId: string, text: string): number {
    return this.send(FRAME_TYPES.sayDirect, messages.SayDirect.encode({ userId, text }).finish());
  }

  async listed(ref: number): Promise<gatehouse.Listed> {
    return (await this.next('listed', ({ message }) => message.ref === ref)).message;
  }

  say(text: string): number {
    return this.send(FRAME_TYPES.sayChat, messages.SayChat.encode({ text }).finish());
  }

  ready(): number {
    return this.send(FRAME_TYPES.setReady, messages.SetReady.encode({ ready: true }).finish());
  }

  leave(): number {
    return this.send(FRAME_TYPES.leaveLobbyRoom);
  }

  async joined(ref: number): Promise<gatehouse.Joined> {
    return (await this.next('joined', ({ message }) => message.ref === ref)).message;
  }

  async done(ref: number): Promise<gatehouse.Done> {
    return (await this.next('done', ({ message }) => message.ref === ref)).message;
  }

  async error(ref: number): Promise<string> {
    return (await this.next('error', ({ message }) => message.ref === ref)).message.code;
  }

  event(kind: keyof gatehouse.LobbyEvent.$Properties): Promise<Received & { kind: 'event' }> {
    return this.next('event', ({ message }) => message.event === kind);
  }

  /** Versions of the events received, in order. */
  versions(): number[] {
    return this.received.flatMap(each => (each.kind === 'event' ? [each.version] : []));
  }

  /** Texts of the chat lines received, in order. */
  chat(): string[] {
    return this.received.flatMap(each =>
      each.kind === 'event' && each.message.chat ? [each.message.chat.text ?? ''] : [],
    );
  }

  /** The first one that fits, received already or still to come. */
  next<K extends Received['kind']>(
    kind: K,
    fits: (received: Received & { kind: K }) => boolean,
  ): Promise<Received & { kind: K }> {
    const isIt = (received: Received): received is Received & { kind: K } =>
      received.kind === kind && fits(received as Received & { kind: K });
    const known = this.received.find(isIt);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => {
        const instead = this.received.map(each => JSON.stringify(each)).join('\n');
        reject(new Error(`${this.userId} waited for ${kind}, got only:\n${instead}`));
      }, PATIENCE_MS);
      patience.unref(); // a wait that a test gives up must not keep its process alive
      const waiter: Waiter = {
        check: received => {
          if (!isIt(received)) return false;
          clearTimeout(patience);
          resolve(received);
          return true;
        },
      };
      this.waiters.add(waiter);
    });
  }

  /** Of the newest channel alone frames are heard: an older one that its server still serves is nobody's any more. */
  private newEnd(): ChannelEnd {
    const end: ChannelEnd = {
      hear: frame => {
        if (this.end === end) this.note(parse(frame));
      },
      closed: message => this.note({ kind: 'closed', message }),
    };
    this.end = end;
    return end;
  }

  private note(received: Received): void {
    this.received.push(received);
    for (const waiter of this.waiters) {
      if (waiter.check(received)) this.waiters.delete(waiter);
    }
  }
}

function parse(frame: Uint8Array): Received {
  const payload = framePayload(frame);
  const version = frameSeq(frame);
  switch (frameType(frame)) {
    case FRAME_TYPES.opened:
      return { kind: 'opened', message: messages.Opened.decode(payload) };
    case FRAME_TYPES.joined:
      return { kind: 'joined', message: messages.Joined.decode(payload) };
    case FRAME_TYPES.listed:
      return { kind: 'listed', message: messages.Listed.decode(payload) };
    case FRAME_TYPES.done:
      return { kind: 'done', message: messages.Done.decode(payload) };
    case FRAME_TYPES.lobbyError:
      return { kind: 'error', message: messages.Failure.decode(payload) };
    case FRAME_TYPES.lobbyEvent:
      return { kind: 'event', version, message: messages.LobbyEvent.decode(payload) };
    case FRAME_TYPES.lobbySnapshot:
      return { kind: 'snapshot', version, message: messages.LobbyRoom.decode(payload) };
    case FRAME_TYPES.users:
      return { kind: 'users', message: messages.Users.decode(payload) };
    case FRAME_TYPES.roomsChanged:
      return { kind: 'roomsChanged', message: messages.RoomsChanged.decode(payload) };
    case FRAME_TYPES.directMessage:
      return { kind: 'direct', message: messages.DirectMessage.decode(payload) };
    case FRAME_TYPES.usersChanged:
      return { kind: 'usersChanged', message: messages.UsersChanged.decode(payload) };
    default:
      throw new Error(`no lobby server sends type ${frameType(frame)}`);
  }
}
