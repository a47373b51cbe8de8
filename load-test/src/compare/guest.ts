import { framePayload, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES, STREAMS } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import { maskedMessage } from './client-message.ts';
import { RawConnection } from './raw-connection.ts';

const STEP_TIMEOUT_MS = 30_000;
const PROTOCOL_VERSION = 1;
const REFUSALS: readonly number[] = [
  FRAME_TYPES.sessionError,
  FRAME_TYPES.lobbyError,
  FRAME_TYPES.roomError,
  FRAME_TYPES.detached,
];

interface Waiting {
  readonly type: number;
  readonly resolve: (payload: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** A Gatehouse client on its way into a game, one step after the other. Any refusal on the way is the end of it. */
export class Guest {
  private readonly unread: Uint8Array[] = [];
  private waiting: Waiting | undefined;
  private failure: Error | undefined;
  private lobbySeq = 0;
  private sessionSeq = 1; // HELLO
  private connection: RawConnection | undefined;

  /** Connected, welcomed, and on the lobby stream. */
  static async open(port: number, guestName: string): Promise<Guest> {
    const guest = new Guest();
    guest.connection = await RawConnection.open(port, '/', {
      message: (bytes, start, end) => guest.receive(new Uint8Array(bytes.subarray(start, end))),
      lost: error => guest.fail(error),
    });
    const attach = [{ stream: STREAMS.lobby, first: 1 }];
    const hello = { protocolVersion: PROTOCOL_VERSION, guestName, attach };
    guest.send(encodeMessageFrame(FRAME_TYPES.hello, 1, messages.Hello, hello));
    await guest.next(FRAME_TYPES.opened);
    return guest;
  }

  /** As the host of a new lobby room: its id. */
  async createLobbyRoom(roomClass: string, maxMembers: number): Promise<string> {
    const wanted = { roomClass, maxMembers };
    this.send(encodeMessageFrame(FRAME_TYPES.createLobbyRoom, ++this.lobbySeq, messages.CreateLobbyRoom, wanted));
    const { room } = decodeMessage(messages.Joined, await this.next(FRAME_TYPES.joined));
    return room?.lobbyRoomId ?? '';
  }

  /** Resolves when the guest is a member and ready. */
  async joinLobbyRoom(lobbyRoomId: string): Promise<void> {
    const wanted = { lobbyRoomId };
    this.send(encodeMessageFrame(FRAME_TYPES.joinLobbyRoom, ++this.lobbySeq, messages.JoinLobbyRoom, wanted));
    await this.next(FRAME_TYPES.joined);
    this.send(encodeMessageFrame(FRAME_TYPES.setReady, ++this.lobbySeq, messages.SetReady, { ready: true }));
    await this.next(FRAME_TYPES.done);
  }

  /** For the host, when all are ready. */
  async startGame(): Promise<void> {
    this.send(encodeMessageFrame(FRAME_TYPES.startGame, ++this.lobbySeq, messages.StartGame, {}));
    await this.next(FRAME_TYPES.done);
  }

  /** Into the game, as soon as it has started. The connection may then send to the room, from seq 1 on. */
  async enterGame(): Promise<RawConnection> {
    const roomId = await this.gameStarted();
    const attach = { stream: STREAMS.room, roomId, first: 1 };
    this.send(encodeMessageFrame(FRAME_TYPES.attach, ++this.sessionSeq, messages.Attach, attach));
    await this.next(FRAME_TYPES.snapshot);
    if (this.connection === undefined) throw new Error('a guest enters a game before it is connected');
    return this.connection;
  }

  close(): void {
    this.connection?.close();
  }

  private async gameStarted(): Promise<string> {
    for (;;) {
      const event = decodeMessage(messages.LobbyEvent, await this.next(FRAME_TYPES.lobbyEvent));
      if (event.started) return event.started;
      if (event.startFailed) throw new Error(`a game did not start: ${event.startFailed.code}`);
    }
  }

  private send(frame: Uint8Array): void {
    this.connection?.write(maskedMessage(frame));
  }

  /** Payload of the first frame of this type that has not been taken yet. */
  private async next(type: number): Promise<Uint8Array> {
    if (this.failure !== undefined) throw this.failure;
    const index = this.unread.findIndex(frame => frameType(frame) === type);
    const [found] = index < 0 ? [] : this.unread.splice(index, 1);
    return found === undefined ? this.waitFor(type) : framePayload(found);
  }

  private waitFor(type: number): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.fail(new Error(`no frame 0x${type.toString(16)} came`)), STEP_TIMEOUT_MS);
      const settled = (): void => {
        clearTimeout(timer);
        this.waiting = undefined;
      };
      this.waiting = {
        type,
        resolve: payload => {
          settled();
          resolve(payload);
        },
        reject: error => {
          settled();
          reject(error);
        },
      };
    });
  }

  private receive(frame: Uint8Array): void {
    const type = frameType(frame);
    if (REFUSALS.includes(type)) this.fail(refusalOf(type, frame));
    else if (this.waiting?.type === type) this.waiting.resolve(framePayload(frame));
    else this.unread.push(frame);
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.waiting?.reject(this.failure);
  }
}

function refusalOf(type: number, frame: Uint8Array): Error {
  if (type === FRAME_TYPES.detached) return new Error('a guest lost its stream');
  const { code, message } = decodeMessage(messages.Failure, framePayload(frame));
  return new Error(`a guest was refused: ${code}, ${message}`);
}
