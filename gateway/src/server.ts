import type { BackendType } from '@gatehouse/shared/cluster/keys';
import type { ServerRecord } from '@gatehouse/shared/cluster/server-record';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { Link, LinkReceiver } from '@gatehouse/shared/transport/link';
import { LINK_FEATURES, LOBBY_PATIENCE_MS } from '@gatehouse/shared/transport/link-protocol';
import type { ReplyBody } from '@gatehouse/shared/transport/link-requests';
import { SilenceWatch } from '@gatehouse/shared/transport/silence-watch';
import type { DetachCause, FanOut } from './fan-out.ts';
import { ServerDialer } from './server-dialer.ts';
import { dialServerLink, type ServerLink } from './server-link.ts';

const LOBBY_CHECK_MS = 250;

/** What a server asks of this gateway. */
export interface ServerHost {
  readonly clock: Clock;
  readonly log: Log;
  /** In [0, 1). */
  readonly random: () => number;
  readonly pingIntervalMs: number;
  dial(record: ServerRecord, receiver: LinkReceiver): Promise<Link>;
  answer(server: Server, request: gatehouse.LinkRequest): Promise<ReplyBody>;
  /** A game server that writes no records has refused or ended a channel of this room. */
  roomClosed(server: Server, roomId: string, close: gatehouse.LinkClose): void;
  /** Nobody listens at the server's address. */
  refused(server: Server): void;
}

/** One backend as this gateway knows it: its record, and the link that is kept to it until it is lost or leaves. */
export class Server {
  readonly id: string;
  readonly type: BackendType;
  private readonly host: ServerHost;
  private readonly dialer: ServerDialer;
  private known: ServerRecord;
  private open: ServerLink | undefined;
  private wanted = false; // a link is to be kept open
  private unlinkedSinceMs: number;
  private heardMs: number | undefined; // newest pong of this incarnation on links that have ended
  private cancelSilenceCheck: CancelTimer | undefined;
  private warnedOf: string | undefined;

  constructor(host: ServerHost, record: ServerRecord) {
    this.host = host;
    this.known = record;
    this.id = record.id;
    this.type = record.type;
    this.unlinkedSinceMs = host.clock.monotonicMs();
    this.dialer = new ServerDialer({
      dial: () => this.dial(),
      clock: host.clock,
      random: host.random,
      onLink: open => this.linked(open),
      onFailure: (error, refused) => this.dialFailed(error, refused),
    });
  }

  /** The latest known. */
  get record(): ServerRecord {
    return this.known;
  }

  get link(): Link | undefined {
    return this.open?.link;
  }

  /** Linked to a game server that leaves the records of its rooms to the gateways. */
  get leavesRecords(): boolean {
    return this.open !== undefined && this.type === 'Game' && !writesRecords(this.open.link);
  }

  /** The channels of the link. */
  get fanOut(): FanOut | undefined {
    return this.open?.fanOut;
  }

  /** Linked, and up or suspect: the placement script takes a suspect one only when none is up. */
  get placeable(): boolean {
    const { state } = this.known;
    return this.open?.link.closed === false && (state === 'up' || state === 'suspect');
  }

  /** Since the newest pong of this incarnation on any link of this gateway; undefined: never heard. */
  get pongAgeMs(): number | undefined {
    const atMs = this.open?.link.lastPongMs ?? this.heardMs;
    return atMs === undefined ? undefined : this.host.clock.monotonicMs() - atMs;
  }

  /** Since the link of this gateway ended, or since it knows of the server; undefined: linked. */
  get unlinkedForMs(): number | undefined {
    return this.open === undefined ? this.host.clock.monotonicMs() - this.unlinkedSinceMs : undefined;
  }

  /** Keeps a link open from now on. */
  connect(): void {
    this.wanted = true;
    if (this.open === undefined) this.dialer.start();
  }

  /** Ends the link and does not dial again until `connect`. */
  disconnect(cause: DetachCause): void {
    this.wanted = false;
    this.dialer.stop();
    this.dropLink(cause);
  }

  /** Ends the link, if there is one; it is dialled again. */
  relink(cause: DetachCause): void {
    if (this.open === undefined) return;
    this.dropLink(cause);
    if (this.wanted) this.dialer.start();
  }

  /** What the registry says now. A link to another incarnation or address is dropped and dialled anew. */
  learn(record: ServerRecord): void {
    const { incarnation, address } = this.known;
    this.known = record;
    if (record.incarnation === incarnation && record.address === address) return;
    const { wanted } = this;
    this.disconnect(record.incarnation === incarnation ? 'linkLost' : 'serverLost');
    if (record.incarnation !== incarnation) this.heardMs = undefined;
    if (wanted) this.connect();
  }

  private dial(): Promise<ServerLink> {
    const { host } = this;
    return dialServerLink(receiver => host.dial(this.known, receiver), {
      answer: request => host.answer(this, request),
      channelClosed: (link, roomId, close) => {
        if (this.type === 'Game' && !writesRecords(link)) host.roomClosed(this, roomId, close);
      },
      ended: link => this.linkEnded(link),
    });
  }

  private linked(open: ServerLink): void {
    if (open.link.closed) {
      this.dialer.start(); // it ended while it opened
      return;
    }
    this.open = open;
    this.warnedOf = undefined;
    if (this.type === 'Lobby') this.watchSilence(open.link);
  }

  private linkEnded(link: Link): void {
    if (this.open?.link !== link) return;
    this.forgetLink(this.open);
    if (this.wanted) this.dialer.start();
  }

  private dropLink(cause: DetachCause): void {
    const { open } = this;
    if (open === undefined) return;
    this.forgetLink(open);
    open.fanOut.detachAll(cause);
    open.link.close(new GatehouseError('LINK_CLOSED', { cause })); // destroyed: a stuck peer would not say goodbye
  }

  private forgetLink(open: ServerLink): void {
    this.cancelSilenceCheck?.();
    this.heardMs = open.link.lastPongMs;
    this.unlinkedSinceMs = this.host.clock.monotonicMs();
    this.open = undefined;
  }

  private watchSilence(link: Link): void {
    const { clock, pingIntervalMs } = this.host;
    const silence = new SilenceWatch(Math.ceil((pingIntervalMs + LOBBY_PATIENCE_MS) / LOBBY_CHECK_MS));
    this.cancelSilenceCheck = clock.every(LOBBY_CHECK_MS, () => {
      if (silence.silent(link.lastPongMs)) this.relink('serverLost');
    });
  }

  /** A refused handshake is somebody's mistake and said once; a server that cannot be reached is what the tick is for. */
  private dialFailed(error: unknown, nobodyListens: boolean): void {
    const isMistake = error instanceof GatehouseError && error.code === 'LINK_REFUSED';
    if (isMistake && this.warnedOf !== error.message) {
      this.warnedOf = error.message;
      this.host.log.warn(LOG_EVENTS.linkRefused, { server: this.id, error });
    }
    if (nobodyListens) this.host.refused(this);
  }
}

function writesRecords({ features }: Link): boolean {
  return (features & LINK_FEATURES.records) !== 0;
}
