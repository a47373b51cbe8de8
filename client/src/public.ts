export { type ErrorCode, GatehouseError } from '@gatehouse/shared/protocol/errors';
export {
  type AnswerOf,
  bytes,
  defineMessages,
  GameMessages,
  type MessageDefinition,
  message,
  type NameOf,
  type PayloadOf,
  type RequestDefinition,
  type RequestNameOf,
  request,
} from '@gatehouse/shared/protocol/game-messages';
export { json, type PayloadCodec, protobuf } from '@gatehouse/shared/protocol/payload-codecs';
export { RequestRefused } from '@gatehouse/shared/protocol/request-refused';
export type { StandardSchema } from '@gatehouse/shared/protocol/standard-schema';
export type { Client, JoinOptions, RoomOptions } from './client.ts';
export type { ClientClock } from './client-clock.ts';
export type { ClientEvents, StalledStream, StreamNews, StreamPlace } from './client-events.ts';
export { type ConnectOptions, connect } from './connect.ts';
export type { ClientCounts, ClientDiagnostics, PastEvent, StreamDiagnostics } from './diagnostics.ts';
export type { GameRoom, NoMessages, RequestOptions } from './game-room.ts';
export type { JoinLobbyRoom, Lobby, NewLobbyRoom, PlayerOptions, SettingsChange } from './lobby.ts';
export type { LobbyPage, RoomFilter } from './lobby-commands.ts';
export type { LobbyEvents } from './lobby-inbox.ts';
export type { LobbyListing } from './lobby-messages.ts';
export type { ChatLine, LobbyMember, LobbyPhase, LobbyRole, LobbyRoom, LobbySettings } from './lobby-room.ts';
export type { UserStatus } from './lobby-users.ts';
export type { RoomEnd } from './room-inbox.ts';
export type { RoomList } from './room-list.ts';
export type { Network } from './socket-tap.ts';
