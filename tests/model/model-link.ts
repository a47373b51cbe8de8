import type { RoomLink } from '@gatehouse/game-server/internal/gateway-link';
import type { GatewayLinks } from '@gatehouse/game-server/internal/gateway-links';
import { FanOut, type FanOutLink } from '@gatehouse/gateway/fan-out';
import { decodeMessage, messages } from '@gatehouse/shared/protocol/messages';
import { OWN_LINK_FEATURES } from '@gatehouse/shared/transport/link-protocol';
import type { Courier } from './courier.ts';

/**
 * A link between a gateway's real channels and the game server's real ones: what one side sends waits until it is
 * delivered, in order, or is lost with the link. Each side notices the end by itself.
 */
export class ModelLink {
  readonly fanOut: FanOut;
  private readonly links: GatewayLinks;
  private readonly courier: Courier;
  private readonly roomEnd: RoomLink;
  private readonly toBackend: (() => void)[] = [];
  private readonly toGateway: (() => void)[] = [];
  private gatewayOver = false;
  private backendOver = false;
  private isCongested = false;

  constructor(links: GatewayLinks, courier: Courier) {
    this.links = links;
    this.courier = courier;
    this.roomEnd = this.createRoomEnd();
    this.fanOut = new FanOut(this.createGatewayEnd());
  }

  /** The gateway can use it. */
  get usable(): boolean {
    return !this.gatewayOver;
  }

  /** The backend knows that it has ended. */
  get endedThere(): boolean {
    return this.backendOver;
  }

  /** Both sides know that it has ended. */
  get forgotten(): boolean {
    return this.gatewayOver && this.backendOver;
  }

  deliverToBackend(): boolean {
    return deliver(this.toBackend);
  }

  deliverToGateway(): boolean {
    return deliver(this.toGateway);
  }

  /** What is still under way to the backend arrives, unless the backend notices too. */
  endsForGateway(): void {
    if (this.gatewayOver) return;
    this.gatewayOver = true;
    this.toGateway.length = 0;
    this.fanOut.detachAll('linkLost');
  }

  endsForBackend(): void {
    if (this.backendOver) return;
    this.backendOver = true;
    this.toBackend.length = 0;
    this.links.onEnd(this.roomEnd);
  }

  /** The backend reads more slowly than the gateway's clients send. */
  congest(): void {
    this.isCongested = true;
  }

  drain(): void {
    if (!this.isCongested) return;
    this.isCongested = false;
    this.fanOut.drained();
  }

  private createGatewayEnd(): FanOutLink {
    const { links } = this;
    const isCongested = () => this.isCongested;
    return {
      sendOpen: (channel, open) => {
        const bytes = messages.LinkOpen.encode(open).finish();
        this.courier.opens(this, channel, open);
        this.up(() => links.onOpen(this.roomEnd, channel, decodeMessage(messages.LinkOpen, bytes)));
      },
      sendClose: channel => {
        this.courier.closes(this, channel);
        this.up(() => links.onChannelClosed(this.roomEnd, channel));
      },
      sendData: (channel, frame) => {
        const copy = frame.slice();
        this.up(() => links.onData(this.roomEnd, channel, copy));
      },
      get congested() {
        return isCongested();
      },
    };
  }

  private createRoomEnd(): RoomLink {
    const { courier } = this;
    const down = (deliverIt: (fanOut: FanOut) => void) => {
      if (!this.gatewayOver && !this.backendOver) this.toGateway.push(() => deliverIt(this.fanOut));
    };
    return {
      features: OWN_LINK_FEATURES,
      sendOpened: (channel, frame) => {
        const copy = frame.slice();
        down(fanOut => courier.carries(this, [channel], () => fanOut.opened(channel, copy)));
      },
      sendClose: (channel, close) => {
        const bytes = messages.LinkClose.encode(close).finish();
        down(fanOut => fanOut.channelClosed(channel, decodeMessage(messages.LinkClose, bytes)));
      },
      sendData: (channel, frame) => {
        const copy = frame.slice();
        down(fanOut => courier.carries(this, [channel], () => fanOut.data(channel, copy)));
      },
      sendMulticast: (group, frame) => {
        const copy = frame.slice();
        down(fanOut => courier.carries(this, courier.members(this, group), () => fanOut.multicast(group, copy)));
      },
      addToGroup: (group, channel) => {
        down(fanOut => {
          courier.members(this, group).add(channel);
          fanOut.groupAdd(group, channel);
        });
      },
      removeFromGroup: (group, channel) => {
        down(fanOut => {
          courier.members(this, group).delete(channel);
          fanOut.groupRemove(group, channel);
        });
      },
      sendPause: channel => down(fanOut => fanOut.pause(channel)),
      sendResume: channel => down(fanOut => fanOut.resume(channel)),
      close: () => this.endsForBackend(),
    };
  }

  private up(deliverIt: () => void): void {
    if (!this.gatewayOver && !this.backendOver) this.toBackend.push(deliverIt);
  }
}

function deliver(queue: (() => void)[]): boolean {
  const next = queue.shift();
  next?.();
  return next !== undefined;
}
