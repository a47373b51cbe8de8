/** Frame types of Gatehouse itself. The high byte names the stream. Append only: the numbers are part of the protocol. */
export const FRAME_TYPES = {
  // session 0x00: read by the gateway; OPENED, DETACHED and ERROR also speak about the other two streams
  hello: 0x0001,
  welcome: 0x0002,
  attach: 0x0003,
  opened: 0x0004,
  detached: 0x0005,
  heartbeat: 0x0006,
  goodbye: 0x0007,
  sessionError: 0x0008,
  // lobby 0x01: read by a lobby server
  joinOrCreate: 0x0101,
  createLobbyRoom: 0x0102,
  joinLobbyRoom: 0x0103,
  leaveLobbyRoom: 0x0104,
  listLobbyRooms: 0x0105,
  setReady: 0x0106,
  startGame: 0x0107,
  lobbyError: 0x0108,
  sayChat: 0x0109,
  kickMember: 0x010a,
  handOver: 0x010b,
  changeSettings: 0x010c,
  watchRooms: 0x010d,
  joinByCode: 0x010e,
  sayDirect: 0x010f,
  addBot: 0x0110,
  removeBot: 0x0111,
  voteRematch: 0x0112,
  setStatus: 0x0113,
  watchUsers: 0x0114,
  joined: 0x0140,
  listed: 0x0141,
  done: 0x0142,
  users: 0x0143,
  lobbyEvent: 0x0180,
  lobbySnapshot: 0x0181,
  roomsChanged: 0x0182,
  directMessage: 0x0183,
  announcement: 0x0184, // from the gateway itself, also while the lobby stream is detached
  usersChanged: 0x0185,
  // room 0x02: read by a game server
  snapshot: 0x0201,
  ack: 0x0202,
  ended: 0x0203,
  leaveRoom: 0x0204,
  roomReply: 0x0205,
  roomError: 0x0208,
} as const;

/** First type that belongs to the game itself; all up to 0xffff do. */
export const FIRST_GAME_TYPE = 0x1000;
export const LAST_GAME_TYPE = 0xffff;

export const STREAMS = { lobby: 1, room: 2 } as const; // StreamKind of client.proto
export type StreamName = keyof typeof STREAMS;

/** Who reads a client's frame of this type; undefined: nobody (UNKNOWN_TYPE). */
export function streamOfType(type: number): 'session' | StreamName | undefined {
  const high = type >>> 8;
  if (high >= 0x10 || high === 0x02) return 'room';
  if (high === 0x01) return 'lobby';
  return high === 0x00 ? 'session' : undefined;
}
