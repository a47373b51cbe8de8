import { encodeFrame, framePayload, frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, messages } from '@gatehouse/shared/protocol/messages';
import type { ClientChannel } from './client-channel.ts';
import { type LoopbackClient, LoopbackLink } from './loopback-link.ts';

/** What one client got on one channel, in words: `opened have 0 fresh joined through 1`, `#2 0x1001 "hi"`, `closed CLOSED`. */
export class TestClient implements LoopbackClient {
  readonly heard: string[] = [];
  /** The message of the close. */
  closedWhy = '';
  /** Numbers of the game's frames. */
  readonly numbers: number[] = [];
  readonly channel: ClientChannel;

  constructor(gateway: TestGateway) {
    this.channel = gateway.connect(this);
  }

  receive(frame: Uint8Array): void {
    this.heard.push(inWords(frame));
    if (frameType(frame) >= 0x1000 && frameSeq(frame) > 0) this.numbers.push(frameSeq(frame));
  }

  closed({ code, message, result }: Parameters<LoopbackClient['closed']>[0]): void {
    this.closedWhy = message ?? '';
    this.heard.push(`closed ${code} ${new TextDecoder().decode(result ?? undefined)}`.trim());
  }

  readable(isReadable: boolean): void {
    this.heard.push(isReadable ? 'resumed' : 'paused');
  }

  /** As if the client had sent it. */
  send(type: number, seq: number, payload: unknown): void {
    this.sendBytes(type, seq, new TextEncoder().encode(JSON.stringify(payload)));
  }

  sendBytes(type: number, seq: number, payload: Uint8Array): void {
    this.channel.reader?.receive(encodeFrame(type, seq, payload));
  }

  /** What was heard since the last time. */
  news(): string[] {
    return this.heard.splice(0);
  }
}

/** A gateway without sockets that counts what its link carries. */
export class TestGateway extends LoopbackLink {
  holds = false;
  closedWith: string | undefined;
  /** Every operation of the link, to see how often it is used. */
  readonly operations: string[] = [];

  constructor() {
    super(() => this.holds);
  }

  newClient(): TestClient {
    return new TestClient(this);
  }

  drop(client: TestClient): void {
    this.disconnect(client.channel);
  }

  override sendOpened(channel: number, frame: Uint8Array): void {
    this.operations.push('opened');
    super.sendOpened(channel, frame);
  }

  override sendClose(...[channel, close]: Parameters<LoopbackLink['sendClose']>): void {
    this.operations.push('close');
    super.sendClose(channel, close);
  }

  override sendMulticast(group: number, frame: Uint8Array): void {
    this.operations.push('multicast');
    super.sendMulticast(group, frame);
  }

  override sendData(channel: number, frame: Uint8Array): void {
    this.operations.push('data');
    super.sendData(channel, frame);
  }

  override addToGroup(group: number, channel: number): void {
    this.operations.push('add');
    super.addToGroup(group, channel);
  }

  override removeFromGroup(group: number, channel: number): void {
    this.operations.push('remove');
    super.removeFromGroup(group, channel);
  }

  override close(error?: Error): void {
    this.closedWith = error?.message;
  }
}

function inWords(frame: Uint8Array): string {
  const payload = framePayload(frame);
  switch (frameType(frame)) {
    case FRAME_TYPES.opened: {
      const { have, lost, fresh, why, through } = decodeMessage(messages.Opened, payload);
      return `opened have ${have}${lost > 0 ? ` lost ${lost}` : ''} ${fresh ? `fresh ${why}` : 'replay'} through ${through}`;
    }
    case FRAME_TYPES.snapshot:
      return `snapshot ${frameSeq(frame)} ${new TextDecoder().decode(decodeMessage(messages.Snapshot, payload).state)}`;
    case FRAME_TYPES.ack:
      return `ack ${decodeMessage(messages.Ack, payload).through}`;
    case FRAME_TYPES.ended: {
      const { why, result } = decodeMessage(messages.Ended, payload);
      return `#${frameSeq(frame)} ended ${why} ${new TextDecoder().decode(result)}`.trim();
    }
    case FRAME_TYPES.roomError: {
      const { code, ref, reason, message } = decodeMessage(messages.Failure, payload);
      const numbered = frameSeq(frame) > 0 ? `#${frameSeq(frame)} ` : '';
      return `${numbered}error ${code} of frame ${ref}${reason === '' ? '' : ` ${reason}: ${message}`}`;
    }
    case FRAME_TYPES.roomReply: {
      const { ref, answer } = decodeMessage(messages.RoomReply, payload);
      return `#${frameSeq(frame)} reply to ${ref} ${new TextDecoder().decode(answer)}`;
    }
    default:
      return `#${frameSeq(frame)} 0x${frameType(frame).toString(16)} ${new TextDecoder().decode(payload)}`;
  }
}
