import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { newDeferred } from './deferred.ts';
import { failureError } from './failure-error.ts';
import { Listeners } from './listeners.ts';
import type { LobbyCommands } from './lobby-commands.ts';
import type { LobbyReply } from './lobby-frames.ts';
import { LobbyLists } from './lobby-lists.ts';
import { readLobbyEvent, readLobbyRoom } from './lobby-messages.ts';
import type { LobbyNews } from './lobby-news.ts';
import { applyLobbyEvent, type LobbyRoom, type LobbyRoomEvent, type LobbyRoomEvents } from './lobby-room.ts';
import type { LobbySink } from './lobby-stream.ts';
import { LobbyUsers, type UserStatus } from './lobby-users.ts';
import type { PendingRequests } from './pending-requests.ts';
import { RecentIds } from './recent-ids.ts';

export interface LobbyEvents extends LobbyRoomEvents {
  /** After every change of `lobby.room`; undefined: in none. */
  changed: LobbyRoom | undefined;
  /** From another user, by `lobby.tell`. */
  direct: { readonly userId: string; readonly name: string; readonly text: string; readonly atMs: number };
  /** From the operators, to everybody. */
  announcement: { readonly text: string; readonly atMs: number };
  /** After every change of `lobby.users`. */
  usersChanged: ReadonlyMap<string, UserStatus>;
}

/** Direct messages that are known again. */
const DIRECT_IDS_KEPT = 200;

export interface LobbyInboxPort {
  ownUserId(): string;
  /** The lobby stream is about no room any more. */
  leaveRoom(): void;
  /** The host has thrown this user out. */
  kickedFrom(lobbyRoomId: string): void;
}

/** What arrives of the lobby: replies for those who wait, and the room this user is in, event by event. */
export class LobbyInbox implements LobbySink {
  readonly events = new Listeners<LobbyEvents>();
  readonly replies: PendingRequests<LobbyReply>;
  readonly lists: LobbyLists;
  readonly users: LobbyUsers;
  private readonly directIds = new RecentIds(DIRECT_IDS_KEPT);
  private readonly port: LobbyInboxPort;
  private readonly firstLook = newDeferred<void>();
  private current: LobbyRoom | undefined;

  constructor(replies: PendingRequests<LobbyReply>, commands: LobbyCommands, port: LobbyInboxPort) {
    this.replies = replies;
    this.lists = new LobbyLists(commands);
    this.users = new LobbyUsers(commands, statuses => this.events.emit('usersChanged', statuses));
    this.port = port;
    this.firstLook.promise.catch(() => {}); // whoever waits for it hears; it may be nobody
  }

  get room(): LobbyRoom | undefined {
    return this.current;
  }

  /** Resolves when it is clear whether this user is in a lobby room already. Rejects when the client ends before. */
  known(): Promise<void> {
    return this.firstLook.promise;
  }

  /**
   * Id of the game room that runs for this lobby room, now or after the next start.
   * @throws GatehouseError NOT_IN_ROOM; what the start failed with
   */
  whenPlaying(wanted: { exceptRoomId: string | undefined }): Promise<string> {
    const isWanted = (room: LobbyRoom) => room.phase === 'playing' && room.roomId !== wanted.exceptRoomId;
    return new Promise((resolve, reject) => {
      const look = (room: LobbyRoom | undefined): void => {
        if (room === undefined) settle(() => reject(new GatehouseError('NOT_IN_ROOM')));
        else if (isWanted(room)) settle(() => resolve(room.roomId ?? ''));
      };
      const stops = [
        this.events.on('changed', look),
        this.events.on('startFailed', failure => settle(() => reject(failureError(failure)))),
      ];
      const settle = (act: () => void): void => {
        for (const stop of stops) stop();
        act();
      };
      look(this.current);
    });
  }

  /** The lobby stream is attached; of a room its snapshot follows. */
  attached(lobbyRoomId: string): void {
    if (lobbyRoomId === '') this.firstLook.resolve();
    this.lists.resume();
    this.users.resume();
  }

  /** Nothing more will come; what waits, or is asked from now on, rejects with `error`. */
  close(error: GatehouseError): void {
    this.replies.close(error);
    this.firstLook.reject(error);
    this.roomGone('closed');
  }

  show(room: LobbyRoom | undefined): void {
    this.firstLook.resolve();
    if (room === undefined && this.current === undefined) return;
    this.current = room;
    this.events.emit('changed', room);
  }

  lobbyReply(ref: number, reply: LobbyReply, isNewest: boolean): void {
    if (reply.kind === 'joined' && isNewest) this.show(readLobbyRoom(reply.joined.room ?? {}));
    if (reply.kind === 'failed') this.replies.reject(ref, reply.error);
    else this.replies.resolve(ref, reply);
  }

  lobbyLeft(): void {
    this.show(undefined);
  }

  lobbySnapshot(room: gatehouse.LobbyRoom): void {
    this.show(readLobbyRoom(room));
  }

  lobbyEvent(message: gatehouse.LobbyEvent): void {
    const event = readLobbyEvent(message);
    if (event === undefined || this.current === undefined) return;
    const { id } = this.current;
    const next = applyLobbyEvent(this.current, event, this.port.ownUserId());
    if (next === undefined) {
      this.port.leaveRoom();
      if (event.name === 'memberKicked') {
        this.events.emit('memberKicked', event.payload);
        this.port.kickedFrom(id);
      }
      this.roomGone(whyGone(event));
      return;
    }
    const isChange = next !== this.current;
    this.current = next;
    this.events.emit(event.name, event.payload as never);
    if (isChange) this.events.emit('changed', next);
  }

  lobbyNews(news: LobbyNews): void {
    switch (news.kind) {
      case 'rooms':
        this.lists.apply(news.changed);
        return;
      case 'users':
        this.users.apply(news.users);
        return;
      case 'announcement':
        this.events.emit('announcement', { text: news.announcement.text, atMs: news.announcement.atMs });
        return;
      case 'direct': {
        const { id, userId, name, text, atMs } = news.message;
        if (this.directIds.add(id)) this.events.emit('direct', { userId, name, text, atMs });
        return;
      }
      default:
        news satisfies never;
    }
  }

  /** This user is in no lobby room any more. */
  roomGone(why: string): void {
    this.firstLook.resolve();
    if (this.current === undefined) return;
    this.current = undefined;
    this.events.emit('closed', { why });
    this.events.emit('changed', undefined);
  }
}

function whyGone(event: LobbyRoomEvent): string {
  if (event.name === 'closed') return event.payload.why;
  return event.name === 'memberKicked' ? 'kicked' : 'left';
}
