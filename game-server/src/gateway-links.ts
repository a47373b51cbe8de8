import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { STREAMS } from '@gatehouse/shared/protocol/message-types';
import { type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import type { LinkReceiver } from '@gatehouse/shared/transport/link';
import { ClientChannel } from './client-channel.ts';
import { GatewayLink, type RoomLink } from './gateway-link.ts';
import type { RoomTable } from './room-table.ts';
import type { TickScheduler } from './tick-scheduler.ts';

type LinkReply = Awaited<ReturnType<LinkReceiver['onRequest']>>;

export interface GatewayLinksOptions {
  readonly rooms: Pick<RoomTable, 'open' | 'joinServer' | 'removeSeats'>;
  readonly ticks: Pick<TickScheduler, 'afterPass'>;
  /** While true, nothing leaves on any link. */
  readonly holds: () => boolean;
}

/** What gateways bring: clients that open channels, their frames, rooms to run, and pings. */
export class GatewayLinks implements LinkReceiver {
  private readonly options: GatewayLinksOptions;
  /** From clients, so far. */
  receivedFrames = 0;
  receivedBytes = 0;
  private readonly links = new Map<RoomLink, GatewayLink>();

  constructor(options: GatewayLinksOptions) {
    this.options = options;
  }

  onOpen(link: RoomLink, id: number, open: gatehouse.LinkOpen): void {
    const gatewayLink = this.linkOf(link);
    const channel = new ClientChannel(gatewayLink, id);
    gatewayLink.channels.set(id, channel);
    if (open.stream === STREAMS.room) this.options.rooms.open(channel, open);
    else channel.close('NO_ROUTE');
  }

  onData(link: RoomLink, id: number, frame: Uint8Array): void {
    this.receivedFrames++;
    this.receivedBytes += frame.length;
    this.links.get(link)?.channels.get(id)?.reader?.receive(frame);
  }

  onChannelClosed(link: RoomLink, id: number): void {
    const gatewayLink = this.links.get(link);
    const channel = gatewayLink?.channels.get(id);
    gatewayLink?.channels.delete(id);
    channel?.closed();
  }

  async onRequest(_link: RoomLink, request: gatehouse.LinkRequest): Promise<LinkReply> {
    const { rooms } = this.options;
    const { joinServer, removeSeats } = request;
    if (joinServer) return { joinServer: await rooms.joinServer(messages.JoinServer.create(joinServer)) };
    if (!removeSeats) throw new GatehouseError('UNKNOWN_TYPE', { request: request.body ?? 'none' });
    await rooms.removeSeats(messages.RemoveSeats.create(removeSeats));
    return {};
  }

  /** Answered by the loop that runs the games. */
  onPing(_link: RoomLink, answer: () => void): void {
    this.options.ticks.afterPass(answer);
  }

  onEnd(link: RoomLink): void {
    const gatewayLink = this.links.get(link);
    this.links.delete(link);
    if (gatewayLink === undefined) return;
    gatewayLink.discard();
    for (const channel of [...gatewayLink.channels.values()]) channel.closed();
  }

  /** What was held leaves now, or never. */
  decide(decision: 'release' | 'discard'): void {
    for (const link of this.links.values()) link[decision]();
  }

  private linkOf(link: RoomLink): GatewayLink {
    let known = this.links.get(link);
    if (known === undefined) {
      known = new GatewayLink(link, this.options.holds);
      this.links.set(link, known);
    }
    return known;
  }
}
