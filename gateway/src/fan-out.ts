import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Link } from '@gatehouse/shared/transport/link';

/** Why every channel of a link ended at once. */
export type DetachCause = 'linkLost' | 'serverLost';

/** One stream of one client, as its link sees it. Frames are valid in this turn only. */
export interface ChannelOwner {
  /** The backend took the stream; `frame` is its OPENED, to be passed on unread. */
  opened(frame: Uint8Array): void;
  deliver(frame: Uint8Array): void;
  /** The backend cannot take what this client sends: its frames are to be left unread until `release`. */
  hold(): void;
  release(): void;
  /** The backend refused or ended this channel. */
  closed(close: gatehouse.LinkClose): void;
  detached(cause: DetachCause): void;
}

/** Most channels are in none or one: an array of just that costs a seventh of a Set, and there are two channels for each client. */
type Groups = readonly number[];
const NO_GROUPS: Groups = [];

interface Channel {
  readonly owner: ChannelOwner;
  readonly roomId: string;
  groups: Groups;
  /** The backend has asked to hear nothing of it for now. */
  paused: boolean;
}

/** What FanOut asks of a link. */
export type FanOutLink = Pick<Link, 'sendOpen' | 'sendClose' | 'sendData' | 'congested'>;

/** All channels and groups of one link: which client stream gets which frame. */
export class FanOut {
  private readonly link: FanOutLink;
  private readonly channels = new Map<number, Channel>();
  private readonly groups = new Map<number, Map<number, ChannelOwner>>();
  private readonly heldByLink = new Set<Channel>(); // they sent into a congested link
  private lastChannel = 0; // counts up: an id is never used twice on a link

  constructor(link: FanOutLink) {
    this.link = link;
  }

  get channelCount(): number {
    return this.channels.size;
  }

  get groupCount(): number {
    return this.groups.size;
  }

  /** Of the channels there are now. */
  roomIds(): Set<string> {
    return new Set(Array.from(this.channels.values(), channel => channel.roomId));
  }

  /** Undefined: no such channel. */
  roomOf(channel: number): string | undefined {
    return this.channels.get(channel)?.roomId;
  }

  /** Opens a channel for `owner`; the answer comes as `opened` or `closed`. */
  open(owner: ChannelOwner, request: gatehouse.LinkOpen.$Properties): number {
    const channel = ++this.lastChannel;
    this.channels.set(channel, { owner, roomId: request.roomId ?? '', groups: NO_GROUPS, paused: false });
    this.link.sendOpen(channel, request);
    return channel;
  }

  /** The client's side ends the channel. Nothing of it reaches the owner any more. */
  close(channel: number): void {
    if (this.forget(channel) !== undefined) this.link.sendClose(channel, { code: 'CLOSED' });
  }

  /** One client frame, unread. */
  send(channel: number, frame: Uint8Array): void {
    this.link.sendData(channel, frame);
    if (this.link.congested) this.holdSender(channel);
  }

  /** The link takes frames again. */
  drained(): void {
    const held = [...this.heldByLink];
    this.heldByLink.clear();
    for (const { owner, paused } of held) if (!paused) owner.release();
  }

  // ---- what the link brings; frames of channels that are gone are dropped: the client attaches again ----

  opened(channel: number, frame: Uint8Array): void {
    this.channels.get(channel)?.owner.opened(frame);
  }

  data(channel: number, frame: Uint8Array): void {
    this.channels.get(channel)?.owner.deliver(frame);
  }

  multicast(group: number, frame: Uint8Array): void {
    const owners = this.groups.get(group);
    if (owners === undefined) return;
    for (const owner of owners.values()) owner.deliver(frame);
  }

  channelClosed(channel: number, close: gatehouse.LinkClose): void {
    this.forget(channel)?.owner.closed(close);
  }

  pause(channel: number): void {
    const known = this.channels.get(channel);
    if (known === undefined) return;
    known.paused = true;
    known.owner.hold();
  }

  resume(channel: number): void {
    const known = this.channels.get(channel);
    if (known === undefined) return;
    known.paused = false;
    if (!this.heldByLink.has(known)) known.owner.release();
  }

  groupAdd(group: number, channel: number): void {
    const member = this.channels.get(channel);
    if (member === undefined) return;
    if (!member.groups.includes(group)) member.groups = member.groups.concat(group);
    const owners = this.groups.get(group);
    if (owners === undefined) this.groups.set(group, new Map([[channel, member.owner]]));
    else owners.set(channel, member.owner);
  }

  groupRemove(group: number, channel: number): void {
    const member = this.channels.get(channel);
    if (member !== undefined) member.groups = member.groups.filter(other => other !== group);
    this.leaveGroup(group, channel);
  }

  /** The link is gone: every stream on it is detached, and nothing is left here. */
  detachAll(cause: DetachCause): void {
    const channels = [...this.channels.values()];
    this.channels.clear();
    this.groups.clear();
    this.heldByLink.clear();
    for (const channel of channels) channel.owner.detached(cause);
  }

  /** Who sends into a congested link waits; the others need not. */
  private holdSender(channel: number): void {
    const sender = this.channels.get(channel);
    if (sender === undefined || this.heldByLink.has(sender)) return;
    this.heldByLink.add(sender);
    sender.owner.hold();
  }

  private forget(channel: number): Channel | undefined {
    const known = this.channels.get(channel);
    if (known === undefined) return undefined;
    this.channels.delete(channel);
    this.heldByLink.delete(known);
    for (const group of known.groups) this.leaveGroup(group, channel);
    return known;
  }

  private leaveGroup(group: number, channel: number): void {
    const owners = this.groups.get(group);
    if (owners === undefined) return;
    owners.delete(channel);
    if (owners.size === 0) this.groups.delete(group);
  }
}
