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
export { Room } from './room.ts';
export type {
  BroadcastOptions,
  LeaveReason,
  Player,
  RoomClass,
  RoomContext,
  RoomLogger,
  SendOptions,
} from './room-context.ts';
export { type GameServerDefinition, startGameServer } from './start-game-server.ts';
