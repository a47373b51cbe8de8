import { LINK_FEATURES } from '@gatehouse/shared/transport/link-protocol';
import { ClientChannel } from './client-channel.ts';
import { GatewayLink, type RoomLink } from './gateway-link.ts';

type Close = Parameters<RoomLink['sendClose']>[1];

/** A client at the other end: every call comes in the turn in which the room speaks. */
export interface LoopbackClient {
  receive(frame: Uint8Array): void;
  /** By the room. */
  closed(close: Close): void;
  /** May it be read? */
  readable?(isReadable: boolean): void;
}

/** A gateway in this process, without sockets: channels and groups as the real one has them. For tests of rooms. */
export class LoopbackLink implements RoomLink {
  readonly features = LINK_FEATURES.groups | LINK_FEATURES.pause;
  readonly link: GatewayLink;
  private readonly clients = new Map<number, LoopbackClient>();
  private readonly groups = new Map<number, Set<number>>();
  private lastChannel = 0;

  /** While `holds()` says true, nothing leaves the room's side. */
  constructor(holds: () => boolean = () => false) {
    this.link = new GatewayLink(this, holds);
  }

  /** The channel of a new client: to be opened at a room, which then reads what it receives. */
  connect(client: LoopbackClient): ClientChannel {
    const channel = new ClientChannel(this.link, ++this.lastChannel);
    this.link.channels.set(channel.id, channel);
    this.clients.set(channel.id, client);
    return channel;
  }

  /** The client, or its gateway, is gone. */
  disconnect(channel: ClientChannel): void {
    this.forget(channel.id);
    this.link.channels.delete(channel.id);
    channel.closed();
  }

  sendOpened(channel: number, frame: Uint8Array): void {
    this.clients.get(channel)?.receive(frame);
  }

  sendData(channel: number, frame: Uint8Array): void {
    this.clients.get(channel)?.receive(frame);
  }

  sendMulticast(group: number, frame: Uint8Array): void {
    for (const channel of this.groups.get(group) ?? []) this.clients.get(channel)?.receive(frame);
  }

  sendClose(channel: number, close: Close): void {
    const client = this.clients.get(channel);
    this.forget(channel);
    client?.closed(close);
  }

  sendPause(channel: number): void {
    this.clients.get(channel)?.readable?.(false);
  }

  sendResume(channel: number): void {
    this.clients.get(channel)?.readable?.(true);
  }

  addToGroup(group: number, channel: number): void {
    const members = this.groups.get(group) ?? new Set();
    this.groups.set(group, members.add(channel));
  }

  removeFromGroup(group: number, channel: number): void {
    this.groups.get(group)?.delete(channel);
  }

  /** Rooms close a link whose gateway reads too slowly; this one reads at once. */
  close(_error?: Error): void {}

  private forget(channel: number): void {
    this.clients.delete(channel);
    for (const members of this.groups.values()) members.delete(channel);
  }
}
