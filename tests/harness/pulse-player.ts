import { type Client, connect, type GameRoom, type LobbyEvents, type LobbyRoom, type RoomEnd } from '@gatehouse/client';
import { pulseMessages } from '../rooms/pulse-messages.ts';
import { Observations } from './observations.ts';

export interface Said {
  readonly from: string;
  readonly n: number;
}

/** Something that happened in the lobby room, by name. */
export type LobbyNews = {
  [N in (typeof LOBBY_NEWS)[number]]: { readonly name: N; readonly payload: LobbyEvents[N] };
}[(typeof LOBBY_NEWS)[number]];

const LOBBY_NEWS = [
  'memberJoined',
  'memberLeft',
  'readyChanged',
  'hostChanged',
  'chat',
  'starting',
  'started',
  'startFailed',
  'roundEnded',
  'closed',
] as const;

/** A player on the SDK in rooms of class `pulse`: answers each beat with a line of its own and checks what it hears. */
export class PulsePlayer {
  readonly name: string;
  readonly client: Client;
  readonly lobbyNews: Observations<LobbyNews>;
  /** Of the room played last. */
  beats = new Observations<number>('beats');
  heard = new Observations<Said>('lines');
  /** How the room played last came to its end. */
  ended: Promise<RoomEnd> = new Promise(() => undefined);
  /** What was lost, doubled or out of order, and streams that could not be resumed. Empty: nothing. */
  readonly faults: string[] = [];
  /** Streams that went on where they were. */
  readonly resumed: string[] = [];
  private room: GameRoom<typeof pulseMessages> | undefined;
  private lines = 0;
  private over = false;

  private constructor(name: string, client: Client) {
    this.name = name;
    this.client = client;
    this.lobbyNews = new Observations(`lobby events of ${name}`);
    for (const event of LOBBY_NEWS) {
      client.lobby.on(event, payload => this.lobbyNews.add({ name: event, payload } as LobbyNews));
    }
    client.on('fresh', ({ stream, why }) => this.fault(`${stream} fresh: ${why}`));
    client.on('resumed', ({ stream }) => this.resumed.push(stream));
    client.on('closed', ({ text }) => this.fault(`closed: ${text}`));
  }

  static async connect(urls: readonly string[], name: string): Promise<PulsePlayer> {
    return new PulsePlayer(name, await connect({ urls, guestName: name }));
  }

  get lobbyRoom(): LobbyRoom | undefined {
    return this.client.lobby.room;
  }

  /** The game of its lobby room, now or when it starts; resolves when the first beat was heard. */
  async play(): Promise<GameRoom<typeof pulseMessages>> {
    const room = await this.client.room({ messages: pulseMessages });
    this.room = room;
    this.lines = 0;
    this.beats = new Observations(`beats of ${this.name} in ${room.roomId}`);
    this.heard = new Observations(`lines heard by ${this.name} in ${room.roomId}`);
    this.ended = new Promise(resolve => room.onEnded(resolve));
    const { beats, heard } = this;
    room.on('beat', ({ n }) => {
      this.expectNext('beat', beats.all.at(-1), n);
      beats.add(n);
      this.say();
    });
    room.on('say', said => {
      this.expectNext(said.from, heard.all.findLast(({ from }) => from === said.from)?.n, said.n);
      heard.add(said);
    });
    await beats.first(() => true);
    return room;
  }

  /** The next line, to everybody in the room. */
  say(): void {
    this.room?.send('say', { from: this.name, n: ++this.lines });
  }

  /** The server of the room does nothing else for so long, from its next tick on. */
  stall(ms: number): void {
    this.room?.send('stall', { ms });
  }

  /** Resolves when it has heard every line that this player has said so far. Rejects when the room ends before. */
  async hears(speaker: PulsePlayer): Promise<void> {
    const { name, lines } = speaker;
    const over = this.ended.then(({ why }) => {
      throw new Error(`${this.name}: the room is over: ${why}`);
    });
    await Promise.race([this.heard.first(({ from, n }) => from === name && n >= lines), over]);
  }

  /** That this round is over, as the lobby said it. */
  async roundEnded(roomId: string): Promise<LobbyEvents['roundEnded']> {
    const isOurs = (news: LobbyNews) => news.name === 'roundEnded' && news.payload.roomId === roomId;
    const news = await this.lobbyNews.first(isOurs);
    return news.payload as LobbyEvents['roundEnded'];
  }

  close(): void {
    this.over = true;
    this.client.close();
  }

  /** Numbers of one sender follow each other from the first that was heard on. */
  private expectNext(of: string, before: number | undefined, n: number): void {
    if (before !== undefined && n !== before + 1) this.fault(`${of} ${n} after ${before}`);
  }

  private fault(what: string): void {
    if (!this.over) this.faults.push(`${this.name}: ${what}`);
  }
}

/** A lobby room with all of them, everybody ready; the first one is its host. */
export async function gather(players: readonly PulsePlayer[]): Promise<void> {
  const [host, ...guests] = players;
  if (host === undefined) throw new Error('nobody to gather');
  const { id } = await host.client.lobby.create('pulse');
  for (const guest of guests) {
    await guest.client.lobby.join(id);
    await guest.client.lobby.ready(true);
  }
}

/** Resolves when everybody has heard everything that was said until now. */
export async function hearEachOther(players: readonly PulsePlayer[]): Promise<void> {
  await Promise.all(players.flatMap(player => players.map(speaker => player.hears(speaker))));
}

/** The host starts a round; resolves with the game room's id when everybody plays. */
export async function startRound(players: readonly PulsePlayer[]): Promise<string> {
  const playing = players.map(player => player.play());
  await players[0]?.client.lobby.start();
  const [room] = await Promise.all(playing);
  if (room === undefined) throw new Error('nobody plays');
  return room.roomId;
}
