import { type Client, connect, type GameRoom, type Lobby, type LobbyRoom, type RoomEnd } from '@gatehouse/client';
import { arenaResult, messages } from '@gatehouse/example-arena/messages';
import { attempt } from './attempt.ts';
import { followConnection } from './connection-news.ts';
import { DebugToggle } from './debug-toggle.ts';
import { ArenaGame } from './game/arena-game.ts';
import { addressOf, type Invitation } from './invitation.ts';
import { FIRST_STATE, type PageState } from './page-state.ts';
import { problemText } from './problem-text.ts';
import { Store } from './store.ts';

export const ROOM_CLASS = 'arena';

/** One player of the page, from login to leave: does what the screens ask for, and keeps the state they show. */
export class ArenaSession {
  readonly state = new Store<PageState>(FIRST_STATE);
  readonly debug = new DebugToggle();
  private readonly urls: readonly string[];
  private client: Client | undefined;
  /** The game room of this lobby room that is or was shown last: it is entered once. */
  private enteredRoomId = '';

  constructor(urls: readonly string[]) {
    this.urls = urls;
  }

  /** Logs in as a guest; then into the lobby room, if one is named and still there. */
  enter(guestName: string, invitation: Invitation | undefined): Promise<void> {
    return attempt(this.state, 'Connecting', async () => {
      const client = await connect({ urls: this.urls, guestName });
      const { userId, name, lobby } = client;
      this.client = client;
      this.listen(client);
      this.debug.follow(client);
      this.state.change({ connection: { kind: 'online' }, userId, name, stage: { kind: 'hall' } });
      if (invitation?.kind === 'room') await lobby.join(invitation.lobbyRoomId);
      if (invitation?.kind === 'code') await lobby.joinByCode(invitation.code);
    });
  }

  /**
   * One command of the lobby; what goes wrong is shown. Never rejects.
   * @param waitingFor shown meanwhile; empty: too short to be told of
   */
  ask(waitingFor: string, command: (lobby: Lobby) => Promise<unknown>): Promise<void> {
    const { client } = this;
    return client === undefined ? Promise.resolve() : attempt(this.state, waitingFor, () => command(client.lobby));
  }

  /** Out of game and lobby room. */
  leave(): Promise<void> {
    return this.ask('Leaving', async lobby => {
      const { stage } = this.state.get();
      if (stage.kind === 'arena') await stage.game.room.leave();
      await lobby.leave();
    });
  }

  /** The list of arenas, kept true until what is returned is called. */
  watchArenas(): () => void {
    const watching = this.client?.lobby.watchRooms({ roomClass: ROOM_CLASS });
    void watching?.then(
      list => {
        this.state.change({ listings: list.rooms });
        list.on('changed', listings => this.state.change({ listings }));
      },
      () => {},
    ); // the connection is gone for good, which is told elsewhere
    return () => void watching?.then(list => list.stop()).catch(() => {});
  }

  /** The page is going away: a guest cannot come back to its seat, so it gives it up. */
  abandon(): void {
    const { stage, lobbyRoom } = this.state.get();
    if (stage.kind === 'arena') void stage.game.room.leave();
    if (lobbyRoom !== undefined) void this.client?.lobby.leave();
  }

  private listen(client: Client): void {
    const { lobby } = client;
    const speak = (spoken: string) => this.state.change({ spoken });
    followConnection(client, this.state);
    client.on('closed', ({ error }) => {
      this.client = undefined;
      this.debug.follow(undefined);
      this.state.change({ ...FIRST_STATE, problem: problemText(error) });
    });
    lobby.on('changed', room => this.show(room));
    lobby.on('memberJoined', ({ name }) => speak(`${name} has joined.`));
    lobby.on('readyChanged', ({ name, ready }) => speak(`${name} is ${ready ? '' : 'not '}ready.`));
    lobby.on('memberKicked', ({ userId }) => {
      if (userId === client.userId) this.state.change({ problem: 'The host has removed you from this arena.' });
    });
    lobby.on('startFailed', ({ code }) => this.state.change({ problem: `The game could not start (${code}).` }));
    lobby.on('roundEnded', ({ why, result }) => this.state.change(outcome(why, result)));
  }

  /** The lobby room has changed: shows it, or the game it plays. */
  private show(lobbyRoom: LobbyRoom | undefined): void {
    const { stage } = this.state.get();
    history.replaceState(null, '', lobbyRoom === undefined ? location.pathname : addressOf(lobbyRoom));
    if (lobbyRoom === undefined) {
      if (stage.kind === 'arena') stage.game.close();
      this.enteredRoomId = ''; // whoever comes back may enter the same game again
      this.state.change({ lobbyRoom, stage: { kind: 'hall' }, result: undefined });
      return;
    }
    this.state.change(stage.kind === 'arena' ? { lobbyRoom } : { lobbyRoom, stage: { kind: 'room' } });
    const { phase, roomId } = lobbyRoom;
    if (phase === 'playing' && roomId !== undefined && roomId !== this.enteredRoomId) void this.play(lobbyRoom, roomId);
  }

  private async play(lobbyRoom: LobbyRoom, roomId: string): Promise<void> {
    const { client } = this;
    if (client === undefined) return;
    this.enteredRoomId = roomId;
    await attempt(this.state, 'Entering the arena', async () => {
      const room = await client.room({ messages, roomId });
      const self = lobbyRoom.members.find(({ userId }) => userId === client.userId);
      const game = new ArenaGame(room, {
        userId: client.userId,
        isSpectator: self?.role === 'spectator',
        speak: spoken => this.state.change({ spoken }),
      });
      this.state.change({ stage: { kind: 'arena', game }, result: undefined });
      room.onEnded(end => this.ended(game, room, end));
    });
  }

  private ended(game: ArenaGame, room: GameRoom<typeof messages>, end: RoomEnd): void {
    game.close();
    if (this.enteredRoomId !== room.roomId || this.client?.lobby.room === undefined) return;
    this.state.change({ stage: { kind: 'room' }, ...(end.why === 'left' ? {} : outcome(end.why, end.result)) });
  }
}

function outcome(why: string, result: Uint8Array): Partial<PageState> {
  if (why === 'ended' && result.length > 0) return { result: arenaResult.decode(result), spoken: 'The game is over.' };
  return { problem: 'The server of this game is gone. Its arena can be started again.' };
}
