import { type Client, connect, type GameRoom, type LobbyRoom, type RoomEnd } from '@gatehouse/client';
import { type ArenaOptions, arenaResult, messages } from '@gatehouse/example-arena/messages';
import { followConnection } from './connection-news.ts';
import { ArenaGame } from './game/arena-game.ts';
import { FIRST_STATE, type PageState } from './page-state.ts';
import { problemText } from './problem-text.ts';
import { Store } from './store.ts';

const ROOM_CLASS = 'arena';
const MAX_CHAT_LINES = 100;

/** One player of the page, from login to leave: does what the screens ask for, and keeps the state they show. */
export class ArenaSession {
  readonly state = new Store<PageState>(FIRST_STATE);
  private readonly urls: readonly string[];
  private client: Client | undefined;
  /** The game room that is or was shown last: it is entered once. */
  private enteredRoomId = '';
  private chatCount = 0;

  constructor(urls: readonly string[]) {
    this.urls = urls;
  }

  /** Logs in as a guest; then into the lobby room, if one is named and still there. */
  enter(guestName: string, lobbyRoomId: string | undefined): Promise<void> {
    return this.attempt('Connecting', async () => {
      const client = await connect({ urls: this.urls, guestName });
      this.client = client;
      this.listen(client);
      this.state.change({
        connection: { kind: 'online' },
        userId: client.userId,
        name: client.name,
        stage: { kind: 'hall' },
      });
      if (lobbyRoomId !== undefined) await client.lobby.join(lobbyRoomId);
    });
  }

  /** Into any arena that takes players; a new one if there is none. */
  quickPlay(): Promise<void> {
    return this.ask('Looking for an arena', client => client.lobby.joinOrCreate(ROOM_CLASS));
  }

  create(options: ArenaOptions): Promise<void> {
    return this.ask('Making an arena', client => client.lobby.create(ROOM_CLASS, { options }));
  }

  join(lobbyRoomId: string): Promise<void> {
    return this.ask('Joining', client => client.lobby.join(lobbyRoomId));
  }

  ready(ready: boolean): Promise<void> {
    return this.ask('', client => client.lobby.ready(ready));
  }

  start(): Promise<void> {
    return this.ask('Starting', client => client.lobby.start());
  }

  say(text: string): Promise<void> {
    return this.ask('', client => client.lobby.chat(text));
  }

  /** Out of game and lobby room. */
  leave(): Promise<void> {
    return this.ask('Leaving', async client => {
      const { stage } = this.state.get();
      if (stage.kind === 'arena') await stage.game.room.leave();
      await client.lobby.leave();
      this.show(undefined);
    });
  }

  /** For the list of arenas while it is shown. */
  async lookAround(): Promise<void> {
    const page = await this.client?.lobby.list({ roomClass: ROOM_CLASS, limit: 30 }).catch(() => undefined);
    if (page !== undefined) this.state.change({ listings: page.rooms });
  }

  /** The page is going away: a guest cannot come back to its seat, so it gives it up. */
  abandon(): void {
    const { stage } = this.state.get();
    if (stage.kind === 'arena') void stage.game.room.leave();
    if (this.client?.lobby.room !== undefined) void this.client.lobby.leave();
  }

  private ask(waitingFor: string, run: (client: Client) => Promise<unknown>): Promise<void> {
    const { client } = this;
    return client === undefined ? Promise.resolve() : this.attempt(waitingFor, () => run(client));
  }

  /** @param waitingFor shown meanwhile; empty: too short to be told of */
  private async attempt(waitingFor: string, run: () => Promise<unknown>): Promise<void> {
    this.state.change({ waitingFor, problem: '' });
    try {
      await run();
    } catch (error) {
      this.state.change({ problem: problemText(error) });
    } finally {
      this.state.change({ waitingFor: '' });
    }
  }

  private listen(client: Client): void {
    const { lobby } = client;
    followConnection(client, this.state);
    client.on('closed', ({ error }) => {
      this.client = undefined;
      this.state.change({ ...FIRST_STATE, problem: problemText(error) });
    });
    lobby.on('changed', room => this.show(room));
    lobby.on('chat', ({ userId, name, text }) => {
      const line = { number: ++this.chatCount, name, text, isOwn: userId === client.userId };
      this.state.change({ chat: [...this.state.get().chat, line].slice(-MAX_CHAT_LINES) });
    });
    lobby.on('memberJoined', ({ name }) => this.state.change({ spoken: `${name} has joined.` }));
    lobby.on('readyChanged', ({ name, ready }) =>
      this.state.change({ spoken: `${name} is ${ready ? '' : 'not '}ready.` }),
    );
    lobby.on('startFailed', ({ code }) => this.state.change({ problem: `The game could not start (${code}).` }));
    lobby.on('roundEnded', ({ why, result }) => this.state.change(outcome(why, result)));
  }

  /** The lobby room has changed: shows it, or the game it plays. */
  private show(room: LobbyRoom | undefined): void {
    const { stage } = this.state.get();
    history.replaceState(null, '', room === undefined ? location.pathname : `#room=${room.id}`);
    if (room === undefined) {
      this.state.change({ stage: { kind: 'hall' }, chat: [], result: undefined });
      return;
    }
    if (stage.kind !== 'arena') this.state.change({ stage: { kind: 'room', room } });
    const { phase, roomId } = room;
    if (phase === 'playing' && roomId !== undefined && roomId !== this.enteredRoomId) void this.play(roomId);
  }

  private async play(roomId: string): Promise<void> {
    this.enteredRoomId = roomId;
    await this.ask('Entering the arena', async client => {
      const room = await client.room({ messages, roomId });
      const game = new ArenaGame(room, { userId: client.userId, speak: spoken => this.state.change({ spoken }) });
      this.state.change({ stage: { kind: 'arena', game }, result: undefined });
      room.onEnded(end => this.ended(game, room, end));
    });
  }

  private ended(game: ArenaGame, room: GameRoom<typeof messages>, end: RoomEnd): void {
    game.close();
    const lobbyRoom = this.client?.lobby.room;
    if (this.enteredRoomId !== room.roomId || lobbyRoom === undefined) return;
    const changes = end.why === 'left' ? {} : outcome(end.why, end.result);
    this.state.change({ stage: { kind: 'room', room: lobbyRoom }, ...changes });
  }
}

function outcome(why: string, result: Uint8Array): Partial<PageState> {
  if (why === 'ended' && result.length > 0) return { result: arenaResult.decode(result), spoken: 'The game is over.' };
  return { problem: 'The server of this game is gone. Its arena can be started again.' };
}
