export type { FakePlayer } from './fake-player.ts';
export { RoomFailure } from './room-failure.ts';
export type { LoggedLine } from './room-log-book.ts';
export { type JoinOptions, type TestedRoom, type TestRoomOptions, testRoom } from './test-room.ts';
