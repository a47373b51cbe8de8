import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { Link } from '@gatehouse/shared/transport/link';
import { LINK_FEATURES, LINK_LIMITS } from '@gatehouse/shared/transport/link-protocol';

/** The part of a link that rooms use. */
export type RoomLink = Pick<
  Link,
  | 'sendOpened'
  | 'sendClose'
  | 'sendData'
  | 'sendMulticast'
  | 'addToGroup'
  | 'removeFromGroup'
  | 'sendPause'
  | 'sendResume'
  | 'features'
  | 'close'
>;

/** What a link brings to one of its channels. */
export interface LinkedChannel {
  readonly reader: { receive(frame: Uint8Array): void } | undefined;
  /** By the gateway, or with its link. */
  closed(): void;
}

/** The link to one gateway, as rooms see it: its channels, its groups, and a hold on all that is said. */
export class GatewayLink {
  readonly channels = new Map<number, LinkedChannel>();
  private readonly link: RoomLink;
  private readonly holds: () => boolean;
  private lastGroup = 0; // counts up: an id is never used twice on a link
  private held: (() => void)[] = [];
  private heldBytes = 0;

  /** While `holds()` says true, everything waits for `release` or `discard`. */
  constructor(link: RoomLink, holds: () => boolean) {
    this.link = link;
    this.holds = holds;
  }

  newGroup(): number {
    return ++this.lastGroup;
  }

  sendOpened(channel: number, frame: Uint8Array): void {
    if (this.holds()) this.keep(frame.length, () => this.link.sendOpened(channel, frame));
    else this.link.sendOpened(channel, frame);
  }

  /** The channel is gone at once, whenever the gateway hears of it. */
  sendClose(channel: number, close: Parameters<Link['sendClose']>[1]): void {
    this.channels.delete(channel);
    if (this.holds()) this.keep(close.result?.length ?? 0, () => this.link.sendClose(channel, close));
    else this.link.sendClose(channel, close);
  }

  sendData(channel: number, frame: Uint8Array): void {
    if (this.holds()) this.keep(frame.length, () => this.link.sendData(channel, frame));
    else this.link.sendData(channel, frame);
  }

  sendMulticast(group: number, frame: Uint8Array): void {
    if (this.holds()) this.keep(frame.length, () => this.link.sendMulticast(group, frame));
    else this.link.sendMulticast(group, frame);
  }

  /** Nothing happens with a gateway that cannot. */
  sendPause(channel: number): void {
    if (!this.canPause) return;
    if (this.holds()) this.keep(0, () => this.link.sendPause(channel));
    else this.link.sendPause(channel);
  }

  sendResume(channel: number): void {
    if (!this.canPause) return;
    if (this.holds()) this.keep(0, () => this.link.sendResume(channel));
    else this.link.sendResume(channel);
  }

  addToGroup(group: number, channel: number): void {
    if (this.holds()) this.keep(0, () => this.link.addToGroup(group, channel));
    else this.link.addToGroup(group, channel);
  }

  removeFromGroup(group: number, channel: number): void {
    if (this.holds()) this.keep(0, () => this.link.removeFromGroup(group, channel));
    else this.link.removeFromGroup(group, channel);
  }

  private get canPause(): boolean {
    return (this.link.features & LINK_FEATURES.pause) !== 0;
  }

  /** Everything that was held leaves, in order. */
  release(): void {
    const { held } = this;
    this.discard();
    for (const send of held) send();
  }

  discard(): void {
    this.held = [];
    this.heldBytes = 0;
  }

  /** Past the bound of unsent bytes the link ends, as it would with a gateway that reads too slowly. */
  private keep(bytes: number, send: () => void): void {
    this.held.push(send);
    this.heldBytes += bytes + HELD_ENTRY_BYTES;
    if (this.heldBytes <= LINK_LIMITS.unsentBytes) return;
    this.discard();
    this.link.close(new GatehouseError('SLOW_PEER', { heldBytes: this.heldBytes }));
  }
}

/** Counted for each held send beside its frame. */
const HELD_ENTRY_BYTES = 128;
