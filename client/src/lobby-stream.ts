import { frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import { decodeLobbyReply, type LobbyReply } from './lobby-frames.ts';
import { decodeLobbyNews, type LobbyNews } from './lobby-news.ts';
import type { StreamState } from './stream-state.ts';

/** What the lobby stream tells the rest of the client. */
export interface LobbySink {
  /** `isNewest` is false for a stored JOINED that is older than what was shown since. */
  lobbyReply(ref: number, reply: LobbyReply, isNewest: boolean): void;
  /** A leave was answered: what comes next, in this very turn perhaps, is of another room. */
  lobbyLeft(): void;
  lobbyEvent(event: gatehouse.LobbyEvent): void;
  lobbySnapshot(room: gatehouse.LobbyRoom): void;
  lobbyNews(news: LobbyNews): void;
}

/** Reads the frames of the lobby stream. Here the room changes by replies: JOINED enters one, DONE of a leave leaves it. */
export class LobbyStream {
  private readonly stream: StreamState;
  private readonly sink: LobbySink;

  constructor(stream: StreamState, sink: LobbySink) {
    this.stream = stream;
    this.sink = sink;
  }

  /** @throws GatehouseError BAD_FRAME */
  receive(type: number, number: number, payload: Uint8Array): void {
    // Of a channel that is gone; but announcements are the gateway's own.
    if (!this.stream.isOpen && type !== FRAME_TYPES.announcement) return;
    switch (type) {
      case FRAME_TYPES.lobbyEvent:
        if (this.stream.accept(number)) this.sink.lobbyEvent(decodeMessage(messages.LobbyEvent, payload));
        return;
      case FRAME_TYPES.lobbySnapshot:
        if (this.stream.acceptSnapshot(number)) this.sink.lobbySnapshot(decodeMessage(messages.LobbyRoom, payload));
        return;
      default:
        this.receiveOther(type, payload);
    }
  }

  private receiveOther(type: number, payload: Uint8Array): void {
    const news = decodeLobbyNews(type, payload);
    if (news === undefined) this.receiveReply(type, payload);
    else this.sink.lobbyNews(news);
  }

  private receiveReply(type: number, payload: Uint8Array): void {
    const decoded = decodeLobbyReply(type, payload);
    if (decoded === undefined) return; // a newer server's; nothing waits for it
    const { ref, reply } = decoded;
    const command = this.stream.retained.get(ref);
    this.stream.retained.settle(ref);
    const isNewest = reply.kind !== 'joined' || this.enter(reply.joined);
    const left = reply.kind === 'done' && command !== undefined && frameType(command) === FRAME_TYPES.leaveLobbyRoom;
    if (left) {
      this.stream.enter('');
      this.sink.lobbyLeft();
    }
    this.sink.lobbyReply(ref, reply, isNewest);
  }

  /** False: this room was shown in a newer version already. */
  private enter(joined: gatehouse.Joined): boolean {
    const roomId = joined.room?.lobbyRoomId ?? '';
    const mark = this.stream.mark;
    const isKnown =
      roomId === this.stream.roomId &&
      mark !== undefined &&
      (mark.epoch > joined.epoch || (mark.epoch === joined.epoch && mark.number >= joined.version));
    if (isKnown) return false;
    this.stream.enter(roomId, { epoch: joined.epoch, number: joined.version });
    return true;
  }
}
