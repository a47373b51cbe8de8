import { encodeFrame, framePayload, frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, messages } from '@gatehouse/shared/protocol/messages';
import { LINK_FEATURES } from '@gatehouse/shared/transport/link-protocol';
import { ClientChannel } from './client-channel.ts';
import { GatewayLink, type RoomLink } from './gateway-link.ts';

/** What one client got on one channel, in words: `opened have 0 fresh joined through 1`, `#2 0x1001 "hi"`, `closed CLOSED`. */
export class TestClient {
  readonly heard: string[] = [];
  /** Numbers of the game's frames. */
  readonly numbers: number[] = [];
  readonly channel: ClientChannel;

  constructor(channel: ClientChannel) {
    this.channel = channel;
  }

  receive(frame: Uint8Array): void {
    this.heard.push(inWords(frame));
    if (frameType(frame) >= 0x1000 && frameSeq(frame) > 0) this.numbers.push(frameSeq(frame));
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

/** A gateway without sockets: fans out to its clients as the real one does. */
export class TestGateway implements RoomLink {
  readonly features = LINK_FEATURES.groups | LINK_FEATURES.pause;
  holds = false;
  closedWith: string | undefined;
  readonly link = new GatewayLink(this, () => this.holds);
  /** Every operation of the link, to see how often it is used. */
  readonly operations: string[] = [];
  private readonly clients = new Map<number, TestClient>();
  private readonly groups = new Map<number, Set<number>>();
  private lastChannel = 0;

  newClient(): TestClient {
    const channel = new ClientChannel(this.link, ++this.lastChannel);
    const client = new TestClient(channel);
    this.link.channels.set(channel.id, channel);
    this.clients.set(channel.id, client);
    return client;
  }

  /** The client, or this gateway, is gone. */
  drop(client: TestClient): void {
    this.forget(client.channel.id);
    this.link.channels.delete(client.channel.id);
    client.channel.closed();
  }

  sendOpened(channel: number, frame: Uint8Array): void {
    this.operations.push('opened');
    this.clients.get(channel)?.receive(frame);
  }

  sendData(channel: number, frame: Uint8Array): void {
    this.operations.push('data');
    this.clients.get(channel)?.receive(frame);
  }

  sendMulticast(group: number, frame: Uint8Array): void {
    this.operations.push('multicast');
    for (const channel of this.groups.get(group) ?? []) this.clients.get(channel)?.receive(frame);
  }

  sendClose(channel: number, { code, result }: { code: string; result?: Uint8Array }): void {
    this.operations.push('close');
    const shown = result === undefined ? '' : ` ${new TextDecoder().decode(result)}`;
    this.clients.get(channel)?.heard.push(`closed ${code}${shown}`);
    this.forget(channel);
  }

  sendPause(channel: number): void {
    this.operations.push('pause');
    this.clients.get(channel)?.heard.push('paused');
  }

  sendResume(channel: number): void {
    this.operations.push('resume');
    this.clients.get(channel)?.heard.push('resumed');
  }

  addToGroup(group: number, channel: number): void {
    this.operations.push('add');
    const members = this.groups.get(group) ?? new Set();
    this.groups.set(group, members.add(channel));
  }

  removeFromGroup(group: number, channel: number): void {
    this.operations.push('remove');
    this.groups.get(group)?.delete(channel);
  }

  close(error?: Error): void {
    this.closedWith = error?.message;
  }

  private forget(channel: number): void {
    this.clients.delete(channel);
    for (const members of this.groups.values()) members.delete(channel);
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
