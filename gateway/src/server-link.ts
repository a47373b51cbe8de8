import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Link, LinkReceiver } from '@gatehouse/shared/transport/link';
import type { ReplyBody } from '@gatehouse/shared/transport/link-requests';
import { FanOut } from './fan-out.ts';

/** An open link to a backend and all channels on it. */
export interface ServerLink {
  readonly link: Link;
  readonly fanOut: FanOut;
}

export interface ServerLinkOwner {
  /** The backend asks this gateway for something. */
  answer(request: gatehouse.LinkRequest): Promise<ReplyBody>;
  /** The backend has refused or ended a channel of this room; its client knows already. */
  channelClosed(link: Link, roomId: string, close: gatehouse.LinkClose): void;
  /** Once; the streams are detached already. May come before the dial has resolved. */
  ended(link: Link): void;
}

/** Dials once. What the backend then sends goes to the clients unread. */
export async function dialServerLink(
  dial: (receiver: LinkReceiver) => Promise<Link>,
  owner: ServerLinkOwner,
): Promise<ServerLink> {
  const receiver = new ChannelReceiver(owner);
  return receiver.open(await dial(receiver));
}

class ChannelReceiver implements LinkReceiver {
  private readonly owner: ServerLinkOwner;
  private fanOut: FanOut | undefined; // before the dial resolves there is no channel anything could be for

  constructor(owner: ServerLinkOwner) {
    this.owner = owner;
  }

  open(link: Link): ServerLink {
    const fanOut = new FanOut(link);
    this.fanOut = fanOut;
    return { link, fanOut };
  }

  onOpened(_link: Link, channel: number, frame: Uint8Array): void {
    this.fanOut?.opened(channel, frame);
  }

  onChannelClosed(link: Link, channel: number, close: gatehouse.LinkClose): void {
    const roomId = this.fanOut?.roomOf(channel);
    this.fanOut?.channelClosed(channel, close);
    if (roomId !== undefined) this.owner.channelClosed(link, roomId, close);
  }

  onData(_link: Link, channel: number, frame: Uint8Array): void {
    this.fanOut?.data(channel, frame);
  }

  onGroupAdd(_link: Link, group: number, channel: number): void {
    this.fanOut?.groupAdd(group, channel);
  }

  onGroupRemove(_link: Link, group: number, channel: number): void {
    this.fanOut?.groupRemove(group, channel);
  }

  onMulticast(_link: Link, group: number, frame: Uint8Array): void {
    this.fanOut?.multicast(group, frame);
  }

  onPause(_link: Link, channel: number): void {
    this.fanOut?.pause(channel);
  }

  onResume(_link: Link, channel: number): void {
    this.fanOut?.resume(channel);
  }

  onDrained(): void {
    this.fanOut?.drained();
  }

  onRequest(_link: Link, request: gatehouse.LinkRequest): Promise<ReplyBody> {
    return this.owner.answer(request);
  }

  onEnd(link: Link): void {
    this.fanOut?.detachAll('linkLost');
    this.owner.ended(link);
  }
}
