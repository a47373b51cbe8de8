import type { LobbyRoom } from './lobby-room.ts';
import { joinRoom, leaveRoom, say, setReady } from './member-rules.ts';
import { type Outcome, type RoomCommand, refused } from './room-command.ts';
import { placed, roundEnded, startFailed, startRound } from './round-rules.ts';

/** What a command does to a lobby room. Pure: times, seats and the answers of other servers come with the command. */
export function applyCommand(room: LobbyRoom, command: RoomCommand): Outcome {
  switch (command.kind) {
    case 'join':
      return joinRoom(room, command);
    case 'refuse':
      return refused(command.code);
    case 'leave':
      return leaveRoom(room, command);
    case 'setReady':
      return setReady(room, command);
    case 'say':
      return say(room, command);
    case 'start':
      return startRound(room, command);
    case 'placed':
      return placed(room, command);
    case 'startFailed':
      return startFailed(room, command);
    case 'roundEnded':
      return roundEnded(room, command);
    default:
      return command satisfies never;
  }
}
