import { GatehouseError } from '../protocol/errors.ts';

/** Servers that gateways ping and link. */
export type BackendType = 'Game' | 'Lobby';
export type ServerType = BackendType | 'Gateway';

const NAME = /^[A-Za-z0-9._-]{1,64}$/;
const SERVER_TYPES: readonly string[] = ['Game', 'Lobby', 'Gateway'] satisfies ServerType[];

/**
 * Names of every key and channel in Redis. On a Redis Cluster the registry's namespace is written in braces, so that all
 * servers and their reservations share a slot; sessions and rooms are spread over all nodes.
 */
export class Keys {
  private readonly namespace: string;
  private readonly registry: string;

  /** @throws GatehouseError BAD_CONFIG when the namespace is not a plain word */
  constructor(options: { namespace: string; cluster?: boolean }) {
    this.namespace = plainName('namespace', options.namespace);
    this.registry = options.cluster === true ? `{${this.namespace}}` : this.namespace;
  }

  /** The id of a server, which is also its hash key and its channel. @throws GatehouseError BAD_CONFIG */
  serverId(type: ServerType, name: string): string {
    return `${this.registry}:${type}:${plainName('server name', name)}`;
  }

  /** Undefined: not a server id of this namespace. */
  serverType(id: string): ServerType | undefined {
    const prefix = `${this.registry}:`;
    if (!id.startsWith(prefix)) return undefined;
    const type = id.slice(prefix.length).split(':', 1)[0] ?? '';
    return isServerType(type) ? type : undefined;
  }

  /** Set of all server ids. */
  get servers(): string {
    return `${this.registry}:servers`;
  }

  /** Channel of cluster-events.ts. */
  get events(): string {
    return `${this.registry}:events`;
  }

  /** Held by the gateway that has said so. */
  massMiss(type: BackendType): string {
    return `${this.namespace}:mass-miss:${type}`;
  }

  /** Channel of one process alone, to see whether what it subscribes to arrives. */
  echo(nonce: string): string {
    return `${this.namespace}:echo:${nonce}`;
  }

  /** Channel that every gateway hears. */
  get gateways(): string {
    return `${this.registry}:gateways`;
  }

  /** Hash of a foreign WebSocket server that pushes heartbeats, by the address it gives. */
  heartbeatOf(address: string): string {
    return `${this.registry}:ws:${address}`;
  }

  /** Sorted set of those addresses by the time of their last push. */
  get heartbeats(): string {
    return `${this.registry}:heartbeats`;
  }

  /** Sorted set: live reservations of one server by the time they expire. */
  reservationsOf(serverId: string): string {
    return `${this.namespace}:reservations:${serverId}`;
  }

  /** Set of the rooms that one server runs or is about to run. */
  roomsOf(serverId: string): string {
    return `${this.namespace}:rooms:${serverId}`;
  }

  room(roomId: string): string {
    return `${this.namespace}:room:${roomId}`;
  }

  session(userId: string): string {
    return `${this.namespace}:session:${userId}`;
  }

  /** All keys of a lobby room carry its id in braces: one commit script may use them together. */
  lobbyRoom(lobbyRoomId: string): string {
    return `${this.namespace}:lobby:{${lobbyRoomId}}`;
  }

  lobbyEvents(lobbyRoomId: string): string {
    return `${this.lobbyRoom(lobbyRoomId)}:events`;
  }

  lobbyReplies(lobbyRoomId: string): string {
    return `${this.lobbyRoom(lobbyRoomId)}:replies`;
  }

  /** Channel of a lobby room. */
  lobbyChannel(lobbyRoomId: string): string {
    return `${this.namespace}:lobby:${lobbyRoomId}`;
  }

  /** Which lobby room an invite code leads to. */
  inviteCode(code: string): string {
    return `${this.namespace}:code:${code}`;
  }

  /** Count of wrong guesses at something. */
  attempts(what: string): string {
    return `${this.namespace}:attempts:${what}`;
  }

  /** Held by the lobby server that makes a room of this class because it found none. */
  creationTurn(roomClass: string): string {
    return `${this.namespace}:turn:${roomClass}`;
  }

  /** Where a user is online; also the channel of its changes. */
  presence(userId: string): string {
    return `${this.namespace}:presence:${userId}`;
  }

  /** Channel of the messages to users that one lobby server has attached. */
  lobbyMail(serverId: string): string {
    return `${serverId}:mail`;
  }

  /** The same for all lobby servers. */
  get lobbyServers(): string {
    return `${this.registry}:lobby-servers`;
  }

  /** Channel of what changes in the lists of lobby rooms. */
  get listings(): string {
    return `${this.namespace}:lobbies`;
  }

  /** Index of the lobby rooms of a class: their listings. */
  lobbyIndex(roomClass: string): string {
    return `${this.namespace}:lobbies:${roomClass}`;
  }
}

/** Room classes are written as a list in one field. @throws GatehouseError BAD_CONFIG */
export function requireClassNames(roomClasses: readonly string[]): void {
  for (const roomClass of roomClasses) plainName('room class', roomClass);
}

function isServerType(type: string): type is ServerType {
  return SERVER_TYPES.includes(type);
}

function plainName(what: string, value: string): string {
  if (NAME.test(value)) return value;
  throw new GatehouseError('BAD_CONFIG', {
    [what]: value,
    expected: '1–64 letters, digits, dots, dashes, underscores',
  });
}
