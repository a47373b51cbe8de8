import { encodeFrame, framePayload, frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES, STREAMS } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import { type SessionSink, SessionState } from './session-state.ts';

/** For tests: a SessionState whose every word is written down. */
export interface SessionBench {
  readonly state: SessionState;
  /** Frames it sent; taken out by whoever reads them. */
  readonly sent: Uint8Array[];
  /** Calls of its sink but `send`: name, then arguments. */
  readonly heard: [name: string, ...values: unknown[]][];
}

export function newSessionBench(limits?: { maxRetainedBytes: number }): SessionBench {
  const sent: Uint8Array[] = [];
  const heard: SessionBench['heard'] = [];
  const sink = new Proxy({} as SessionSink, {
    get: (_, name: string) => {
      if (name === 'send') return (frame: Uint8Array) => void sent.push(frame);
      return (...values: unknown[]) => void heard.push([name, ...values]);
    },
  });
  return { state: new SessionState({ guestName: 'ann' }, sink, limits), sent, heard };
}

/** What a gateway and its backends say, as whole frames. */
export const serverFrames = {
  welcome: (welcome: gatehouse.Welcome.$Properties) =>
    encodeMessageFrame(FRAME_TYPES.welcome, 0, messages.Welcome, { resumeToken: 'T', heartbeatMs: 10_000, ...welcome }),
  opened: (opened: gatehouse.Opened.$Properties) => encodeMessageFrame(FRAME_TYPES.opened, 0, messages.Opened, opened),
  detached: (detached: gatehouse.Detached.$Properties) =>
    encodeMessageFrame(FRAME_TYPES.detached, 0, messages.Detached, detached),
  attachError: (failure: gatehouse.Failure.$Properties) =>
    encodeMessageFrame(FRAME_TYPES.sessionError, 0, messages.Failure, failure),
  joined: (joined: gatehouse.Joined.$Properties) => encodeMessageFrame(FRAME_TYPES.joined, 0, messages.Joined, joined),
  done: (ref: number) => encodeMessageFrame(FRAME_TYPES.done, 0, messages.Done, { ref }),
  lobbyEvent: (number: number, event: gatehouse.LobbyEvent.$Properties) =>
    encodeMessageFrame(FRAME_TYPES.lobbyEvent, number, messages.LobbyEvent, event),
  lobbySnapshot: (number: number, room: gatehouse.LobbyRoom.$Properties) =>
    encodeMessageFrame(FRAME_TYPES.lobbySnapshot, number, messages.LobbyRoom, room),
  snapshot: (number: number, state = new Uint8Array(0)) =>
    encodeMessageFrame(FRAME_TYPES.snapshot, number, messages.Snapshot, { state }),
  ack: (roomId: string, through: number) => encodeMessageFrame(FRAME_TYPES.ack, 0, messages.Ack, { roomId, through }),
  ended: (number: number, ended: gatehouse.Ended.$Properties) =>
    encodeMessageFrame(FRAME_TYPES.ended, number, messages.Ended, ended),
  reply: (number: number, ref: number, answer = new Uint8Array(0)) =>
    encodeMessageFrame(FRAME_TYPES.roomReply, number, messages.RoomReply, { ref, answer }),
  roomError: (number: number, failure: gatehouse.Failure.$Properties) =>
    encodeMessageFrame(FRAME_TYPES.roomError, number, messages.Failure, failure),
  game: (number: number, payload = new Uint8Array(0)) => encodeFrame(0x1001, number, payload),
};

/** Opens lobby and room as a gateway does, up to the SNAPSHOT of `roomId`, and forgets what was said. */
export function playUntilInRoom(bench: SessionBench, roomId: string, epoch: number): void {
  const { state } = bench;
  state.connected();
  state.receive(serverFrames.welcome({ userId: 'u', sessionId: 's' }));
  state.receive(serverFrames.opened({ stream: STREAMS.lobby, fresh: true, why: 'joined' }));
  state.enterRoom(roomId);
  state.receive(serverFrames.opened({ stream: STREAMS.room, roomId, epoch, fresh: true, why: 'joined' }));
  state.receive(serverFrames.snapshot(0));
  bench.sent.length = 0;
  bench.heard.length = 0;
}

/** Sent frames as `type:seq`, for tables. */
export function described(frames: readonly Uint8Array[]): string[] {
  const names = new Map<number, string>(Object.entries(FRAME_TYPES).map(([name, type]) => [type, name]));
  return frames.map(frame => `${names.get(frameType(frame)) ?? 'game'}:${frameSeq(frame)}`);
}

export function readAttach(frame: Uint8Array): gatehouse.Attach {
  return messages.Attach.decode(framePayload(frame));
}

export function readHello(frame: Uint8Array): gatehouse.Hello {
  return messages.Hello.decode(framePayload(frame));
}
