import { FIRST_GAME_TYPE, FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import { RawClient } from './raw-client.ts';

/** A member of a lobby room that sees every frame of its game room, and sends nothing there. */
export class RawMember {
  private readonly client: RawClient;
  private sessionSeq = 2;

  private constructor(client: RawClient) {
    this.client = client;
  }

  /** A guest in this lobby room, and ready. */
  static async join(url: string, lobbyRoomId: string): Promise<RawMember> {
    const { client } = await RawClient.guest(url, 'spectator');
    client.attach(2, 'lobby', {});
    await client.next(FRAME_TYPES.opened);
    client.send(encodeMessageFrame(FRAME_TYPES.joinLobbyRoom, 1, messages.JoinLobbyRoom, { lobbyRoomId }));
    await client.next(FRAME_TYPES.joined);
    client.send(encodeMessageFrame(FRAME_TYPES.setReady, 2, messages.SetReady, { ready: true }));
    await client.next(FRAME_TYPES.done);
    return new RawMember(client);
  }

  /** Frames of games that have come so far. */
  get gameFrames(): number {
    return this.client.frames.filter(({ type }) => type >= FIRST_GAME_TYPE).length;
  }

  /** Attached to its seat in the game room. */
  async watch(roomId: string): Promise<void> {
    this.client.attach(++this.sessionSeq, 'room', { roomId });
    await this.client.next(FRAME_TYPES.snapshot);
  }

  /** Detached from the room by its gateway; resolves with why, and what a new ATTACH was answered. */
  async refused(roomId: string): Promise<{ why: string; code: string }> {
    const { why, turn } = decodeMessage(messages.Detached, (await this.client.next(FRAME_TYPES.detached)).payload);
    this.client.attach(++this.sessionSeq, 'room', { roomId, turn });
    const failure = await this.client.next(FRAME_TYPES.sessionError);
    return { why, code: decodeMessage(messages.Failure, failure.payload).code };
  }

  close(): void {
    this.client.terminate();
  }
}
