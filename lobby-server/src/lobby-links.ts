import { type ErrorCode, GatehouseError, toGatehouseError } from '@gatehouse/shared/protocol/errors';
import { STREAMS } from '@gatehouse/shared/protocol/message-types';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import { Farewells } from '@gatehouse/shared/runtime/farewells';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { Link, LinkReceiver } from '@gatehouse/shared/transport/link';
import type { ReplyBody } from '@gatehouse/shared/transport/link-requests';
import { outranked, prepareAttach } from './attach.ts';
import { KeyedQueue } from './keyed-queue.ts';
import type { Lobby } from './lobby.ts';
import { LobbyChannel } from './lobby-channel.ts';
import { StandstillWatch } from './standstill-watch.ts';

/** The gateway tells the client DETACHED, or looks for another lobby server itself. */
const GO_ELSEWHERE: ErrorCode = 'NO_ROUTE';

export interface LobbyLinksOptions {
  lobby: Lobby;
  /** Those open now. */
  links: () => Iterable<Link>;
  /** Id of this server. */
  self: () => string;
  /** The number of users has changed. */
  onUsers: () => void;
  /** A drain sends its clients elsewhere over this time. */
  spreadMs: number;
  /** When this server stood still for longer, gateways may have left it. */
  longestStandstillMs: number;
  clock: Clock;
  log: Log;
}

/** The lobby streams of all clients, by link and channel; one for each user. */
export class LobbyLinks implements LinkReceiver, Part {
  readonly name = 'lobby-links';
  private readonly options: LobbyLinksOptions;
  /** From clients, so far. */
  receivedFrames = 0;
  receivedBytes = 0;
  private readonly channels = new Map<Link, Map<number, LobbyChannel>>();
  private readonly byUser = new Map<string, LobbyChannel>();
  private readonly queue = new KeyedQueue(); // by session
  private readonly standstill: StandstillWatch;
  private draining = false;
  private emptied: (() => void) | undefined;

  constructor(options: LobbyLinksOptions) {
    this.options = options;
    const { clock, longestStandstillMs: longestMs } = options;
    this.standstill = new StandstillWatch({ clock, longestMs, onStood: stoodMs => this.leaveUnread(stoodMs) });
  }

  start(): void {
    this.standstill.start();
  }

  stop(): void {
    this.standstill.stop();
  }

  get userCount(): number {
    return this.byUser.size;
  }

  /** The channel of a user who is attached here. */
  channelOf(userId: string): LobbyChannel | undefined {
    return this.byUser.get(userId);
  }

  users(): Iterable<LobbyChannel> {
    return this.byUser.values();
  }

  /**
   * Takes nobody new and sends its clients to other lobby servers, one after the other, each behind the commands that it
   * waits for here; those left after `limitMs` at once.
   */
  async drain(limitMs: number): Promise<void> {
    this.draining = true;
    const { clock, spreadMs } = this.options;
    const send = (channel: LobbyChannel): void => {
      void this.queue.run(channel.sessionId, async () => channel.close(GO_ELSEWHERE));
    };
    const items = Array.from(this.channels.values(), channels => [...channels.values()]).flat();
    const farewells = new Farewells({ clock, items, spreadMs, send });
    let cancelLimit = (): void => {};
    const limit = new Promise<void>(resolve => {
      cancelLimit = clock.after(limitMs, resolve);
    });
    farewells.start();
    await Promise.race([limit, this.empty().then(() => this.queue.idle())]);
    cancelLimit();
    farewells.stop();
    this.sendAllElsewhere();
  }

  /** This server holds nothing that another one does not have. */
  sendAllElsewhere(): void {
    for (const channels of this.channels.values()) {
      for (const channel of [...channels.values()]) channel.close(GO_ELSEWHERE);
    }
  }

  /** Resolves when no client has a channel here. */
  private async empty(): Promise<void> {
    if (this.isEmpty()) return;
    await new Promise<void>(resolve => {
      this.emptied = resolve;
    });
  }

  private isEmpty(): boolean {
    return [...this.channels.values()].every(channels => channels.size === 0);
  }

  onOpen(link: Link, id: number, open: gatehouse.LinkOpen): void {
    if (this.standstill.stood()) return;
    if (open.stream !== STREAMS.lobby || this.draining) {
      link.sendClose(id, { code: GO_ELSEWHERE });
      return;
    }
    const { lobby, log } = this.options;
    const { queue } = this;
    const onClosed = (closed: LobbyChannel): void => this.forget(closed, { link, id });
    const channel = new LobbyChannel({ link, channel: id, open, lobby, queue, onClosed, log });
    this.channelsOf(link).set(id, channel);
    // Behind what this session still executes here: its replies are stored by then.
    void queue.run(open.sessionId, () => this.attach(channel, open));
  }

  onChannelClosed(link: Link, id: number): void {
    this.channels.get(link)?.get(id)?.ended();
  }

  onData(link: Link, id: number, frame: Uint8Array): void {
    if (this.standstill.stood()) return;
    this.receivedFrames++;
    this.receivedBytes += frame.length;
    this.channels.get(link)?.get(id)?.receive(frame);
  }

  async onRequest(): Promise<ReplyBody> {
    throw new GatehouseError('UNKNOWN_TYPE', { expected: 'no requests to a lobby server' });
  }

  onEnd(link: Link): void {
    const channels = [...(this.channels.get(link)?.values() ?? [])];
    this.channels.delete(link);
    for (const channel of channels) channel.ended();
  }

  /**
   * Gateways have left this server meanwhile, or are about to: clients said elsewhere, and perhaps took back there, what is in
   * its sockets. Gateways dial again.
   */
  private leaveUnread(stoodStillMs: number): void {
    const error = new GatehouseError('LINK_CLOSED', { stoodStillMs: Math.round(stoodStillMs) });
    for (const link of [...this.options.links()]) link.close(error);
  }

  private async attach(channel: LobbyChannel, open: gatehouse.LinkOpen): Promise<void> {
    try {
      const { opened, frames, ...standing } = await prepareAttach(this.options.lobby, open, this.options.self());
      if (channel.closed) {
        if (standing.place !== undefined) this.options.lobby.watch.linger(standing.place.lobbyRoomId); // it counts as absent from now on
        return;
      }
      this.replace(channel);
      channel.opened(opened, frames, standing);
      channel.log.debug(LOG_EVENTS.streamAttached, { stream: 'lobby', lobbyRoomId: standing.place?.lobbyRoomId });
    } catch (error) {
      const { code } = toGatehouseError(error);
      if (code === 'INTERNAL') channel.log.error(LOG_EVENTS.internalError, { error });
      channel.close(code);
    }
  }

  /** The user's channel is this one from now on. @throws GatehouseError SUPERSEDED, CONFLICT: see outranked */
  private replace(channel: LobbyChannel): void {
    const older = this.byUser.get(channel.userId);
    if (older !== undefined && older.sessionEpoch > channel.sessionEpoch) throw outranked(channel, older);
    older?.close('SUPERSEDED');
    this.byUser.set(channel.userId, channel);
    this.options.onUsers();
  }

  private forget(channel: LobbyChannel, { link, id }: { link: Link; id: number }): void {
    this.channels.get(link)?.delete(id);
    this.forgetUser(channel);
    if (this.emptied !== undefined && this.isEmpty()) this.emptied();
  }

  private forgetUser(channel: LobbyChannel): void {
    if (this.byUser.get(channel.userId) !== channel) return;
    this.byUser.delete(channel.userId);
    this.options.lobby.presence.gone(channel);
    this.options.onUsers();
  }

  private channelsOf(link: Link): Map<number, LobbyChannel> {
    const known = this.channels.get(link);
    if (known !== undefined) return known;
    const channels = new Map<number, LobbyChannel>();
    this.channels.set(link, channels);
    return channels;
  }
}
