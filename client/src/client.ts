import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { AnyGameMessages } from '@gatehouse/shared/protocol/game-messages';
import type { ClientEvents } from './client-events.ts';
import type { ClientSession } from './client-session.ts';
import type { ClientDiagnostics } from './diagnostics.ts';
import { failureError } from './failure-error.ts';
import { type GameRoom, type NoMessages, noMessages } from './game-room.ts';
import { Lobby } from './lobby.ts';
import type { LobbyEvents } from './lobby-inbox.ts';
import type { Network } from './socket-tap.ts';

/** A round may be over before its newcomer is there; then the next one will do. */
const MAX_ROUNDS_TRIED = 3;
/** How often an `auto` room that waits is asked for a round, before it is taken at its word. */
const MAX_ROUNDS_ASKED = 3;

export interface JoinOptions<M extends AnyGameMessages> {
  /** What the room and its players say to each other; from the game's one file of messages. */
  readonly messages?: M;
  /** For the room's onCreate, if this player is its first one. */
  readonly options?: unknown;
  /** What the room is told of this player. */
  readonly playerOptions?: unknown;
}

export interface RoomOptions<M extends AnyGameMessages> {
  readonly messages?: M;
  /** Else the game room of the lobby room this user is in. */
  readonly roomId?: string;
}

/** One player's connection to a Gatehouse cluster. It keeps itself connected until `close`. */
export class Client {
  readonly lobby: Lobby;
  private readonly session: ClientSession;

  constructor(session: ClientSession) {
    this.session = session;
    this.lobby = new Lobby(session.lobby, session.lobbyCommands);
  }

  get userId(): string {
    return this.session.welcome?.userId ?? '';
  }

  /** As others see this user. */
  get name(): string {
    return this.session.welcome?.name ?? '';
  }

  get sessionId(): string {
    return this.session.welcome?.sessionId ?? '';
  }

  /** Returns how to stop listening. */
  on<N extends keyof ClientEvents>(event: N, listener: (payload: ClientEvents[N]) => void): () => void {
    return this.session.events.on(event, listener);
  }

  /**
   * Into a game of this class: an open lobby room is joined or a new one made, and when its game runs the promise
   * resolves with the game room, at its SNAPSHOT. Who is in a lobby room of this class already (a page reload, or its game
   * is over) stays there and plays its game, or the next one.
   */
  async joinOrCreate<M extends AnyGameMessages = NoMessages>(
    roomClass: string,
    join: JoinOptions<M> = {},
  ): Promise<GameRoom<M>> {
    await this.session.lobbyKnown();
    for (let round = 1; ; round++) {
      const endedBefore = this.session.room.endedRoomId;
      try {
        await this.enterPlayingRoom(roomClass, join);
        return await this.room(join);
      } catch (error) {
        const isOver = this.session.room.endedRoomId !== endedBefore; // between the lobby's word and this player's coming
        if (!isOver || round === MAX_ROUNDS_TRIED) throw error;
      }
    }
  }

  /**
   * An `auto` room that waits has missed the start, or seen it fail while this client was away: it is asked again.
   * @throws GatehouseError CONFLICT: it begins no round for this user, a spectator for one; what the start failed with
   */
  private async enterPlayingRoom(roomClass: string, join: JoinOptions<AnyGameMessages>): Promise<void> {
    for (let asked = 1; ; asked++) {
      await this.enterLobbyRoom(roomClass, join);
      const { room } = this.lobby;
      if (!room?.auto || room.phase !== 'waiting') return;
      if (asked === MAX_ROUNDS_ASKED) throw new GatehouseError('CONFLICT', { lobbyRoomId: room.id, phase: room.phase });
    }
  }

  /** @throws GatehouseError what the start failed with, also when it has failed in the turn of the reply */
  private async enterLobbyRoom(
    roomClass: string,
    { options, playerOptions }: JoinOptions<AnyGameMessages>,
  ): Promise<void> {
    let failure: LobbyEvents['startFailed'] | undefined;
    const stop = this.lobby.on('startFailed', failed => {
      failure = failed;
    });
    try {
      await this.lobby.joinOrCreate(roomClass, { options, playerOptions });
    } finally {
      stop();
    }
    if (failure !== undefined && this.lobby.room?.phase === 'waiting') throw failureError(failure);
  }

  /**
   * The game of the lobby room this user is in, at its SNAPSHOT; waits for the start if need be. Rejects when that
   * start fails, when the lobby room is left, and with what the game room refuses.
   */
  async room<M extends AnyGameMessages = NoMessages>(wanted: RoomOptions<M> = {}): Promise<GameRoom<M>> {
    const { room, lobby } = this.session;
    const roomId = wanted.roomId ?? (await lobby.whenPlaying({ exceptRoomId: room.endedRoomId }));
    return room.enter(roomId, wanted.messages ?? (noMessages as AnyGameMessages as M));
  }

  /** How this client is: connection, latency, streams, counters, newest events. A copy of this moment. */
  diagnostics(): ClientDiagnostics {
    return this.session.diagnostics();
  }

  /** Asks the gateway for a sign of life: one more of `diagnostics().latencyMs`. At most every second or so; idle clients do it by themselves. */
  ping(): void {
    this.session.ping();
  }

  /**
   * For debugging and tests: what this client sends and hears passes `network` from now on, and what it is made to suffer it
   * heals as it does everywhere. Returns how to cut the connection that is there.
   */
  useNetwork(network: Network): () => void {
    return this.session.useNetwork(network);
  }

  /** Ends the connection and all that waits; the seat in a game stays for as long as the server holds it. */
  close(): void {
    this.session.close();
  }
}
