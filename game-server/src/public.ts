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
export { type AuthResult, Room } from './room.ts';
export type {
  BroadcastOptions,
  LeaveReason,
  Newcomer,
  Player,
  RoomClass,
  RoomContext,
  RoomLogger,
  RoomMetadata,
  SendOptions,
} from './room-context.ts';
export { type GameServerDefinition, startGameServer } from './start-game-server.ts';
