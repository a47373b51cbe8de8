import { addBot, changeSettings, handOver, kickMember, removeBot, seatsRemoved } from './host-rules.ts';
import { joinRoom } from './join-rules.ts';
import type { LobbyRoom } from './lobby-room.ts';
import { leaveRoom, say, setReady } from './member-rules.ts';
import { type Outcome, type RoomCommand, refused } from './room-command.ts';
import { gameLocked, gameMetadata, placed, roundEnded, startFailed, startRound, voteRematch } from './round-rules.ts';

/** What a command does to a lobby room. Pure: times, seats and the answers of other servers come with the command. */
export function applyCommand(room: LobbyRoom, command: RoomCommand): Outcome {
  switch (command.kind) {
    case 'join':
      return joinRoom(room, command);
    case 'refuse':
      return refused(command.code, command.reason);
    case 'leave':
      return leaveRoom(room, command);
    case 'setReady':
      return setReady(room, command);
    case 'say':
      return say(room, command);
    case 'kick':
      return kickMember(room, command);
    case 'handOver':
      return handOver(room, command);
    case 'changeSettings':
      return changeSettings(room, command);
    case 'addBot':
      return addBot(room, command);
    case 'removeBot':
      return removeBot(room, command);
    case 'start':
      return startRound(room, command);
    case 'voteRematch':
      return voteRematch(room, command);
    case 'placed':
      return placed(room, command);
    case 'startFailed':
      return startFailed(room, command);
    case 'roundEnded':
      return roundEnded(room, command);
    case 'seatsRemoved':
      return seatsRemoved(room, command);
    case 'gameMetadata':
      return gameMetadata(room, command);
    case 'gameLocked':
      return gameLocked(room, command);
    default:
      return command satisfies never;
  }
}
