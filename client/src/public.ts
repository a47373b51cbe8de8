export { type ErrorCode, GatehouseError } from '@gatehouse/shared/protocol/errors';
export {
  bytes,
  defineMessages,
  GameMessages,
  json,
  type MessageDefinition,
  message,
  type NameOf,
  type PayloadCodec,
  type PayloadOf,
  protobuf,
} from '@gatehouse/shared/protocol/game-messages';
export type { Client, JoinOptions, RoomOptions } from './client.ts';
export type { ClientClock } from './client-clock.ts';
export type { ClientEvents, StreamNews } from './client-events.ts';
export { type ConnectOptions, connect } from './connect.ts';
export type { GameRoom, NoMessages } from './game-room.ts';
export type { Lobby, LobbyListing, LobbyPage } from './lobby.ts';
export type { LobbyEvents } from './lobby-inbox.ts';
export type { LobbyMember, LobbyPhase, LobbyRoom } from './lobby-room.ts';
export type { RoomEnd } from './room-inbox.ts';
