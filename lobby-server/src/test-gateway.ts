import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { readServer } from '@gatehouse/shared/cluster/server-record';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import type { Link, LinkReceiver } from '@gatehouse/shared/transport/link';
import { dialLink } from '@gatehouse/shared/transport/link-dialer';
import type { ReplyBody } from '@gatehouse/shared/transport/link-requests';
import { TurnFlusher } from '@gatehouse/shared/transport/turn-output';

/** The client's end of a channel. */
export interface ChannelEnd {
  hear(frame: Uint8Array): void;
  closed(close: gatehouse.LinkClose): void;
}

const NEVER_MS = 1e9;

/** As much of a gateway as a lobby server sees: links, channels of clients, and PLACE_ROOM and REMOVE_SEATS answered by the test. */
export class TestGateway implements LinkReceiver {
  readonly id: string;
  readonly redis: ClusterRedis;
  readonly keys: Keys;
  /** Replaced by tests. */
  place: (request: gatehouse.PlaceRoom.$Properties) => Promise<{ maxPlayers: number }> = async () => ({
    maxPlayers: 8,
  });
  removeSeats: (request: gatehouse.RemoveSeats.$Properties) => Promise<ReplyBody> = async () => ({});
  readonly placed: gatehouse.PlaceRoom.$Properties[] = [];
  private readonly links = new Map<string, Link>();
  private readonly clients = new Map<Link, Map<number, ChannelEnd>>();
  private readonly whenEnded = new Map<Link, () => void>();
  private lastChannel = 0;

  constructor(redis: ClusterRedis, keys: Keys, name: string) {
    this.redis = redis;
    this.keys = keys;
    this.id = keys.serverId('Gateway', name);
  }

  /** Links a registered lobby server. */
  async dial(server: string): Promise<void> {
    const record = await readServer(this.redis, this.keys, server);
    if (record === undefined) throw new Error(`${server} is not registered`);
    const link = await dialLink({
      address: record.address,
      peer: { id: server, incarnation: record.incarnation },
      self: { id: this.id, incarnation: 'incarnation' },
      secret: '',
      receiver: this,
      pingIntervalMs: NEVER_MS,
      turns: new TurnFlusher(),
      clock: systemClock,
      log: silentLog,
    });
    this.links.set(server, link);
    this.clients.set(link, new Map());
  }

  /** What was sent still arrives; no reply comes back. */
  hangUp(server: string): void {
    this.linkTo(server).close();
    this.links.delete(server);
  }

  /** The server is gone, if it was linked. */
  lose(server: string): void {
    if (this.links.has(server)) this.hangUp(server);
  }

  close(): void {
    for (const link of this.links.values()) link.close();
  }

  open(server: string, client: ChannelEnd, open: gatehouse.LinkOpen.$Properties): number {
    const link = this.linkTo(server);
    const channel = ++this.lastChannel;
    this.clients.get(link)?.set(channel, client);
    link.sendOpen(channel, open);
    return channel;
  }

  data(server: string, channel: number, frame: Uint8Array): void {
    this.linkTo(server).sendData(channel, frame);
  }

  onOpened(link: Link, channel: number, frame: Uint8Array): void {
    this.clients.get(link)?.get(channel)?.hear(frame);
  }

  onData(link: Link, channel: number, frame: Uint8Array): void {
    this.clients.get(link)?.get(channel)?.hear(frame);
  }

  onChannelClosed(link: Link, channel: number, close: gatehouse.LinkClose): void {
    this.clients.get(link)?.get(channel)?.closed(close);
    this.clients.get(link)?.delete(channel);
  }

  async onRequest(_link: Link, request: gatehouse.LinkRequest): Promise<ReplyBody> {
    if (request.removeSeats) return this.removeSeats(request.removeSeats);
    if (!request.placeRoom) throw new GatehouseError('UNKNOWN_TYPE');
    this.placed.push(request.placeRoom);
    return { placeRoom: { serverId: 'gh:Game:g1', ...(await this.place(request.placeRoom)) } };
  }

  onEnd(link: Link): void {
    this.whenEnded.get(link)?.();
  }

  /** Resolves when the link to this server, which is open now, has ended. */
  ended(server: string): Promise<void> {
    return new Promise(resolve => this.whenEnded.set(this.linkTo(server), resolve));
  }

  private linkTo(server: string): Link {
    const link = this.links.get(server);
    if (link === undefined) throw new Error(`${this.id} is not linked to ${server}`);
    return link;
  }
}
