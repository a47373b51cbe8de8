import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CLOSE_REASONS, type CloseReason } from '@gatehouse/shared/protocol/close-codes';
import type { ErrorCode } from '@gatehouse/shared/protocol/errors';
import { framePayload, frameSeq, frameType, writeFrameSeq } from '@gatehouse/shared/protocol/frame';
import { FIRST_GAME_TYPE, FRAME_TYPES, STREAMS } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import { type WebSocket, WebSocketServer } from 'ws';
import { serverFrames } from './session-bench.ts';

const LOBBY_ROOM = 'L';
const EPOCH = 1000;

/**
 * For tests: a whole cluster for one player on a free port. It has one lobby room, whose game starts when it is joined,
 * and sends every game message back, numbered. It remembers across connections what the real servers would.
 */
export class TestGateway {
  readonly sockets = new Set<WebSocket>();
  readonly hellos: gatehouse.Hello[] = [];
  /** Commands are taken, but not answered. */
  isMute = false;
  resumes = true;
  /** The game of a new lobby room cannot be started. */
  startFails = false;
  /** So many times who joins finds the room waiting, and nobody starts it. */
  idleJoins = 0;
  /** So many games are over when who joined their lobby room comes to them. */
  overGames = 0;
  /** So many HELLOs are refused for now. */
  refusesHellos = 0;
  private readonly server: WebSocketServer;
  private have = 0;
  private log: { number: number; frame: Uint8Array }[] = [];
  private lobbyVersion = 0;
  private round = 1;

  private constructor(server: WebSocketServer) {
    this.server = server;
    server.on('connection', socket => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('message', data => this.receive(socket, new Uint8Array(data as Buffer)));
    });
  }

  static async start(): Promise<TestGateway> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    return new TestGateway(server);
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private get gameRoom(): string {
    return `${LOBBY_ROOM}-${this.round}`;
  }

  /** As a killed gateway does. */
  cutAll(): void {
    for (const socket of this.sockets) socket.terminate();
  }

  sendToAll(frame: Uint8Array): void {
    for (const socket of this.sockets) socket.send(frame);
  }

  async stop(): Promise<void> {
    this.cutAll();
    this.server.close();
    await once(this.server, 'close');
  }

  private receive(socket: WebSocket, frame: Uint8Array): void {
    const type = frameType(frame);
    if (type === FRAME_TYPES.hello) this.welcome(socket, messages.Hello.decode(framePayload(frame)));
    else if (type === FRAME_TYPES.heartbeat) socket.send(frame);
    else if (type === FRAME_TYPES.attach) this.attach(socket, messages.Attach.decode(framePayload(frame)));
    else if (type >= FIRST_GAME_TYPE) this.takeGameFrame(frame);
    else if (!this.isMute) this.answer(socket, type, frameSeq(frame));
  }

  private welcome(socket: WebSocket, hello: gatehouse.Hello): void {
    this.hellos.push(hello);
    if (hello.token === 'bad') {
      refuse(socket, 'UNAUTHORIZED', CLOSE_REASONS.unauthorized);
      return;
    }
    if (this.refusesHellos-- > 0) {
      refuse(socket, 'UNAVAILABLE', CLOSE_REASONS.unavailable);
      return;
    }
    const resumed = hello.resumeToken !== '' && this.resumes;
    const location = { lobbyRoomId: this.lobbyVersion > 0 ? LOBBY_ROOM : '' };
    socket.send(serverFrames.welcome({ userId: 'u', name: hello.guestName, sessionId: 's', resumed, location }));
    if (resumed) for (const record of hello.attach) this.attach(socket, record as gatehouse.Attach);
  }

  private attach(socket: WebSocket, { stream, roomId, mark, first, turn }: gatehouse.Attach): void {
    if (stream === STREAMS.lobby) {
      this.attachLobby(socket, { roomId, turn, isNewcomer: !mark });
      return;
    }
    if (roomId !== this.gameRoom) {
      socket.send(serverFrames.attachError({ stream, roomId, turn, code: 'NO_SEAT', message: 'no seat' }));
      return;
    }
    if (this.overGames > 0) {
      this.overGames--;
      this.round++;
      socket.send(serverFrames.attachError({ stream, roomId, turn, code: 'ROOM_ENDED', reason: 'ended' }));
      return;
    }
    this.have = Math.max(this.have, first - 1);
    const through = this.log.at(-1)?.number ?? 0;
    const fresh = mark === undefined || mark === null;
    socket.send(serverFrames.opened({ stream, roomId, epoch: EPOCH, have: this.have, fresh, through, turn }));
    if (fresh) socket.send(serverFrames.snapshot(through, new Uint8Array([42])));
    else for (const { number, frame } of this.log) if (number > (mark.number ?? 0)) socket.send(frame);
  }

  private attachLobby(socket: WebSocket, asked: { roomId: string; turn: number; isNewcomer: boolean }): void {
    const { roomId, turn } = asked;
    const fresh = roomId === '' || asked.isNewcomer;
    const through = roomId === '' ? 0 : this.lobbyVersion;
    socket.send(serverFrames.opened({ stream: STREAMS.lobby, roomId, epoch: EPOCH, fresh, through, turn }));
    const room = { lobbyRoomId: roomId, roomClass: 'arena', phase: 'playing', roomId: this.gameRoom };
    if (fresh && roomId !== '') socket.send(serverFrames.lobbySnapshot(through, room));
  }

  private takeGameFrame(frame: Uint8Array): void {
    if (frameSeq(frame) !== this.have + 1) return;
    this.have++;
    const number = (this.log.at(-1)?.number ?? 0) + 1;
    const copy = frame.slice();
    writeFrameSeq(copy, number);
    this.log.push({ number, frame: copy });
    this.sendToAll(copy);
    this.sendToAll(serverFrames.ack(this.gameRoom, this.have));
  }

  private answer(socket: WebSocket, type: number, ref: number): void {
    if (type === FRAME_TYPES.joinOrCreate || type === FRAME_TYPES.createLobbyRoom) {
      const isIdle = this.idleJoins-- > 0;
      const phase = isIdle ? { phase: 'waiting' } : { phase: 'starting', roomId: this.gameRoom };
      const room = { lobbyRoomId: LOBBY_ROOM, roomClass: 'arena', auto: true, ...phase };
      const end = this.startFails
        ? { startFailed: { code: 'NO_GAME_SERVER', message: 'none' } }
        : { started: this.gameRoom };
      socket.send(serverFrames.joined({ ref, epoch: EPOCH, version: ++this.lobbyVersion, room }));
      if (!isIdle) socket.send(serverFrames.lobbyEvent(++this.lobbyVersion, end));
    } else if (type === FRAME_TYPES.joinLobbyRoom) {
      const failure = { ref, code: 'NO_SUCH_ROOM', message: 'gone' };
      socket.send(encodeMessageFrame(FRAME_TYPES.lobbyError, 0, messages.Failure, failure));
    } else if (type === FRAME_TYPES.leaveRoom) {
      this.have = ref;
      socket.send(serverFrames.ack(this.gameRoom, ref));
    } else if (type >>> 8 === 0x01) socket.send(serverFrames.done(ref));
  }
}

function refuse(socket: WebSocket, code: ErrorCode, close: CloseReason): void {
  socket.send(encodeMessageFrame(FRAME_TYPES.sessionError, 0, messages.Failure, { code, message: close.text, ref: 1 }));
  socket.close(close.code, close.text);
}
