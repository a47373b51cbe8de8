import {
  type Client,
  type ClientEvents,
  connect,
  type GameRoom,
  GatehouseError,
  type LobbyRoom,
  type RoomEnd,
} from '@gatehouse/client';
import { chaosMessages, decodeCounts, type Sabotage } from './chaos-messages.ts';
import { Interruption } from './interruption.ts';
import type { RoomLedger } from './room-ledger.ts';
import type { RunBook } from './run-book.ts';

/** Chat commands of one player without a reply; with those of its lobby loop fewer than a session may have. */
const MAX_OPEN_CHATS = 4;
const MAX_OPEN_QUESTIONS = 4;
const CONNECT_TIMEOUT_MS = 60_000;
const ROOM_ENDED = 'ROOM_ENDED';

export interface ChaosPlayerOptions {
  readonly userId: string;
  readonly urls: readonly string[];
  readonly token: string;
  readonly book: RunBook;
  readonly log: (line: string) => void;
  readonly random: () => number;
  /** A lost connection, until all streams were attached again. */
  readonly interrupted: (userId: string, startedAtMs: number, tookMs: number) => void;
}

export interface Game {
  readonly room: GameRoom<typeof chaosMessages>;
  readonly ledger: RoomLedger;
}

/** One player on the SDK: says numbered things and writes down all it says and hears. What it does next its party says. */
export class ChaosPlayer {
  readonly userId: string;
  readonly client: Client;
  private readonly options: ChaosPlayerOptions;
  private readonly interruption: Interruption;
  private currentGame: Game | undefined;
  private newestEndedRoomId: string | undefined;
  private chatRoomId: string | undefined;
  private openChats = 0;
  private questions = 0;
  private openQuestions = 0;
  private isClosed = false;

  private constructor(client: Client, options: ChaosPlayerOptions) {
    this.client = client;
    this.options = options;
    this.userId = options.userId;
    this.interruption = new Interruption((startedAtMs, tookMs) => {
      options.log(`${options.userId} attached again after ${Math.round(tookMs)} ms`);
      options.interrupted(options.userId, startedAtMs, tookMs);
    });
    this.watchClient();
    this.watchLobby();
  }

  static async connect(options: ChaosPlayerOptions): Promise<ChaosPlayer> {
    const { urls, token, random } = options;
    return new ChaosPlayer(await connect({ urls, token, random, connectTimeoutMs: CONNECT_TIMEOUT_MS }), options);
  }

  /** Undefined: it is in none, or the one it was in is over. */
  get game(): Game | undefined {
    return this.currentGame;
  }

  /** The game that was over last. */
  get endedRoomId(): string | undefined {
    return this.newestEndedRoomId;
  }

  get lobbyRoom(): LobbyRoom | undefined {
    return this.client.lobby.room;
  }

  /** All its streams are attached, as far as it knows. */
  get isAttached(): boolean {
    return !this.interruption.isOpen;
  }

  /** Into the running game of its lobby room. Rejects when that is over meanwhile. */
  async enter(): Promise<void> {
    const room = await this.client.room({ messages: chaosMessages });
    if (this.currentGame?.room === room) return; // an attempt that was given up has come through
    const { userId } = this;
    const ledger = this.options.book.room(room.roomId);
    this.currentGame = { room, ledger };
    room.onSnapshot(state => ledger.snapshot(userId, decodeCounts(state)));
    room.on('say', ({ from, n }) => ledger.heard(userId, from, n));
    room.on('answer', ({ n }) => ledger.answered(userId, n));
    room.on('beat', ({ n }) => ledger.beaten(userId, n));
    room.onEnded(end => this.gameEnded(room.roomId, ledger, end));
  }

  /** A numbered line for all, and a volatile one. */
  speak(): void {
    const { currentGame: game, userId: from } = this;
    if (game === undefined) return;
    game.room.send('say', { from, n: game.ledger.nextLine(from) });
    game.room.send('position', { from, x: Math.round(this.options.random() * 1000) });
  }

  /** A question to the room, which it must be asked once and answer once. */
  ask(): void {
    const { currentGame: game, userId } = this;
    if (game === undefined || this.openQuestions >= MAX_OPEN_QUESTIONS) return;
    const { book } = this.options;
    const n = ++this.questions;
    const about = `question ${n} of ${userId} to ${game.room.roomId}`;
    const announced = book.announcedTo(userId);
    this.openQuestions++;
    book.asked();
    const settled = (problem: string | undefined): void => {
      this.openQuestions--;
      if (problem === undefined) book.answered();
      else if (!this.isClosed) book.violate(`${about}: ${problem}`);
    };
    game.room.request('ask', { n }).then(
      answer => settled(answer.n === n && answer.times === 1 ? undefined : JSON.stringify(answer)),
      (error: unknown) => {
        const code = error instanceof GatehouseError ? error.code : String(error);
        const isOver = game.room.end !== undefined || (code === 'TIMEOUT' && book.trouble === 'storm');
        const wasTold = code === 'REPLY_LOST' && book.announcedTo(userId) > announced;
        settled(isOver || wasTold ? undefined : code);
      },
    );
  }

  /** A numbered line in the lobby room. */
  chat(): void {
    const { chatRoomId, userId } = this;
    if (chatRoomId === undefined || this.openChats >= MAX_OPEN_CHATS) return;
    const ledger = this.options.book.chat(chatRoomId);
    const n = ledger.nextLine(userId);
    this.openChats++;
    const settled = (act: () => void) => () => {
      this.openChats--;
      act();
    };
    this.client.lobby.chat(`${n}`).then(
      settled(() => ledger.done(userId, n)),
      settled(() => ledger.failed(userId, n)),
    );
  }

  sabotage(how: Sabotage): void {
    this.currentGame?.room.send('sabotage', { how });
  }

  finish(): void {
    this.currentGame?.room.send('finish', new Uint8Array(0));
  }

  /** Gives up its seat in the game; does not wait for the room to know. */
  leaveGame(): void {
    void this.currentGame?.room.leave();
  }

  close(): void {
    this.isClosed = true;
    this.client.close();
  }

  private watchClient(): void {
    const { book, log } = this.options;
    const { client, userId } = this;
    client.on('disconnected', ({ code, text }) => {
      log(`${userId} disconnected: ${code} ${text}`);
      this.interruption.begin(performance.now(), this.streams());
    });
    client.on('connected', ({ url, resumed }) => log(`${userId} connected to ${url}${resumed ? '' : ' anew'}`));
    client.on('resumed', news => this.wentOn(news, undefined));
    client.on('fresh', news => this.wentOn(news, news.why));
    client.on('closed', ({ code, text }) => {
      if (!this.isClosed) book.violate(`${userId} was closed for good: ${code} ${text}`);
    });
  }

  private watchLobby(): void {
    const { book, log } = this.options;
    const { client, userId } = this;
    this.lobbyRoomChanged(client.lobby.room);
    client.lobby.on('changed', room => this.lobbyRoomChanged(room));
    client.lobby.on('chat', ({ userId: from, text }) => {
      const { room } = client.lobby;
      if (room !== undefined) book.chat(room.id).heard(userId, from, Number(text));
    });
    client.lobby.on('roundEnded', ({ roomId, why }) => book.roundEnded(userId, roomId, why));
    client.lobby.on('startFailed', ({ code }) => log(`${userId} start failed: ${code}`));
    client.lobby.on('closed', ({ why }) => {
      log(`${userId} lobby room closed: ${why}`);
      if (!this.isClosed) book.lobbyRoomClosed(userId, why);
    });
  }

  private lobbyRoomChanged(room: LobbyRoom | undefined): void {
    if (room === undefined) this.interruption.attached('lobby', performance.now());
    if (room?.id === this.chatRoomId) return;
    this.chatRoomId = room?.id;
    if (room !== undefined) this.options.book.chat(room.id).begin(this.userId);
  }

  private gameEnded(roomId: string, ledger: RoomLedger, end: RoomEnd): void {
    if (this.currentGame?.room.roomId === roomId) this.currentGame = undefined;
    this.newestEndedRoomId = roomId;
    if (this.isClosed) return;
    const { userId } = this;
    const { code } = end.error ?? {};
    const why = code === undefined ? end.why : `${end.why} ${code}`;
    this.options.log(`${userId} ${roomId} is over: ${why}`);
    const { book } = this.options;
    const isCalm = book.trouble === undefined && this.isAttached;
    if (end.why === 'ended') ledger.endedAt(userId, decodeCounts(end.result), isCalm ? 'attached' : 'perhaps away');
    book.gameEnded({ userId, roomId, why: code === ROOM_ENDED ? end.why : why });
    this.interruption.attached('room', performance.now());
  }

  private wentOn({ stream, roomId, lostFrames }: ClientEvents['resumed'], fresh: string | undefined): void {
    const { book, log } = this.options;
    const { userId } = this;
    const how = fresh === undefined ? 'resumed' : `fresh (${fresh})`;
    if (fresh !== undefined || lostFrames > 0)
      log(`${userId} ${how} ${stream} ${roomId}, ${lostFrames} frames given up`);
    const isKnown =
      stream === 'room' ? book.room(roomId).hasShown(userId) : roomId !== '' && roomId === this.chatRoomId;
    book.wentOn({ userId, stream, roomId, fresh, lostFrames, isKnown }, performance.now());
    if (lostFrames > 0) this.currentGame?.ledger.gaveUp(userId, lostFrames);
    if (fresh !== undefined && stream === 'room') this.currentGame?.ledger.announceFresh(userId);
    if (fresh !== undefined && stream === 'lobby' && roomId !== '') book.chat(roomId).begin(userId);
    if (stream !== 'session') this.interruption.attached(stream, performance.now());
  }

  private streams(): ('lobby' | 'room')[] {
    const lobby = this.lobbyRoom === undefined ? [] : (['lobby'] as const);
    return this.currentGame === undefined ? [...lobby] : [...lobby, 'room'];
  }
}
