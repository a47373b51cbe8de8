import { ChatLedger } from './chat-ledger.ts';
import { addDeliveries, type DeliveryTotals, NO_DELIVERIES } from './delivery-totals.ts';
import { brokenResume, type Continuation, type Trouble } from './resume-check.ts';
import { RoomLedger } from './room-ledger.ts';

/** How a player's game came to its end. */
export interface HeardEnd {
  readonly userId: string;
  readonly roomId: string;
  readonly why: string;
}

/** Ends of games as players heard them. */
export interface EndTotals {
  /** Players that entered a game which is over. */
  readonly expected: number;
  readonly heard: number;
  readonly doubled: number;
  readonly withoutReason: number;
  readonly byReason: Readonly<Record<string, number>>;
}

/** All that was said and heard in a run, and what was wrong with it. Pure but for the log it tells. */
export class RunBook {
  private readonly log: (line: string) => void;
  private readonly roomKeepsMs: number;
  private readonly rooms = new Map<string, RoomLedger>();
  private readonly chats = new Map<string, ChatLedger>();
  private readonly proofRooms = new Set<string>();
  private readonly ends = new Map<string, HeardEnd[]>(); // by room and user
  private readonly roundsEnded = new Map<string, number>(); // by room and user
  private readonly freshes = new Map<string, number>();
  private readonly announcements = new Map<string, number>(); // by user
  private questions = 0;
  private answers = 0;
  /** What nobody promised to be possible, in words. */
  readonly violations: string[] = [];
  private atWork: { readonly trouble: Trouble; readonly sinceMs: number } | undefined;

  /** `roomKeepsMs`: how long game rooms keep what players who are away have missed. */
  constructor(log: (line: string) => void, roomKeepsMs: number) {
    this.log = log;
    this.roomKeepsMs = roomKeepsMs;
  }

  /** Which fault is at work, or has not been got over yet. */
  get trouble(): Trouble | undefined {
    return this.atWork?.trouble;
  }

  /** From now on, until all is well again. */
  troubled(trouble: Trouble, nowMs: number): void {
    this.atWork = { trouble, sinceMs: nowMs };
  }

  allWell(): void {
    this.atWork = undefined;
  }

  room(roomId: string): RoomLedger {
    const known = this.rooms.get(roomId);
    if (known !== undefined) return known;
    const ledger = new RoomLedger(roomId, what =>
      this.log(`${this.proofRooms.has(roomId) ? 'proof' : 'FAULT'} ${what}`),
    );
    this.rooms.set(roomId, ledger);
    return ledger;
  }

  chat(lobbyRoomId: string): ChatLedger {
    const known = this.chats.get(lobbyRoomId);
    if (known !== undefined) return known;
    const ledger = new ChatLedger(lobbyRoomId, what => this.log(`FAULT ${what}`));
    this.chats.set(lobbyRoomId, ledger);
    return ledger;
  }

  /** What is wrong in this room is wrong on purpose: it does not count. */
  excuseRoom(roomId: string): void {
    this.proofRooms.add(roomId);
  }

  /** A question went to a room. */
  asked(): void {
    this.questions++;
  }

  /** It was answered rightly, or the game was over before. */
  answered(): void {
    this.answers++;
  }

  get questionTotals(): { readonly asked: number; readonly answered: number } {
    return { asked: this.questions, answered: this.answers };
  }

  /** The SDK has said how a stream goes on. */
  wentOn(news: Continuation, nowMs: number): void {
    const { userId, stream, fresh, lostFrames } = news;
    const { trouble, roomKeepsMs } = this;
    if (fresh !== undefined) {
      const key = `${stream} ${fresh} after ${trouble ?? 'nothing'}`;
      this.freshes.set(key, (this.freshes.get(key) ?? 0) + 1);
    }
    const mayLoseReplies = stream !== 'lobby' && (fresh !== undefined || lostFrames > 0);
    if (mayLoseReplies) this.announcements.set(userId, this.announcedTo(userId) + 1);
    const troubledMs = this.atWork === undefined ? 0 : nowMs - this.atWork.sinceMs;
    const broken = brokenResume(news, { trouble, troubledMs, roomKeepsMs });
    if (broken !== undefined) this.violate(broken);
  }

  /** How often this user was told that answers of its game may be lost. */
  announcedTo(userId: string): number {
    return this.announcements.get(userId) ?? 0;
  }

  gameEnded(end: HeardEnd): void {
    const key = `${end.roomId} ${end.userId}`;
    const heard = this.ends.get(key) ?? [];
    this.ends.set(key, heard);
    heard.push(end);
    if (heard.length > 1) this.violate(`${end.userId} heard ${heard.length} ends of ${end.roomId}`);
    // Its own end, and that of its server, have their own rules; every other one would be a seat or a game gone astray.
    const isKnown = end.why === 'ended' || end.why === 'serverLost' || this.trouble === 'storm';
    if (!isKnown) this.violate(`${end.userId} is out of ${end.roomId}: ${end.why}, in ${this.trouble ?? 'nothing'}`);
    if (end.why === '') this.violate(`${end.userId} heard an end of ${end.roomId} without a reason`);
  }

  /** The lobby has said that this round is over. A game that nobody harmed does not end but by itself. */
  roundEnded(userId: string, roomId: string, why: string): void {
    const key = `${roomId} ${userId}`;
    const count = (this.roundsEnded.get(key) ?? 0) + 1;
    this.roundsEnded.set(key, count);
    if (count > 1) this.violate(`the lobby told ${userId} ${count} times that ${roomId} is over`);
    if (why !== 'ended' && !mayEndGames(this.trouble)) this.violate(`${roomId} ended: ${why}, in ${this.trouble}`);
  }

  /** This user's lobby room is gone for it, which only lost data explains. */
  lobbyRoomClosed(userId: string, why: string): void {
    if (!mayCloseLobbyRooms(this.trouble)) this.violate(`${userId} lost its lobby room: ${why}, in ${this.trouble}`);
  }

  violate(what: string): void {
    this.violations.push(what);
    this.log(`FAULT ${what}`);
  }

  /** Nothing is on its way any more. `running`: game rooms; `lobbies`: lobby rooms with their members. */
  settle(running: readonly string[], lobbies: ReadonlyMap<string, readonly string[]>): void {
    for (const roomId of running) this.room(roomId).settle();
    for (const [lobbyRoomId, members] of lobbies) this.chat(lobbyRoomId).settle(members);
  }

  /** Everybody who entered a game that nobody plays any more must have heard its end. */
  endTotals(running: ReadonlySet<string>): EndTotals {
    const byReason: Record<string, number> = {};
    let [expected, heard, doubled, withoutReason] = [0, 0, 0, 0];
    for (const { roomId, players } of this.rooms.values()) {
      for (const userId of players) {
        const ends = this.ends.get(`${roomId} ${userId}`) ?? [];
        if (running.has(roomId) && ends.length === 0) continue;
        expected++;
        heard += Math.min(1, ends.length);
        doubled += Math.max(0, ends.length - 1);
        for (const { why } of ends) {
          if (why === '') withoutReason++;
          byReason[why] = (byReason[why] ?? 0) + 1;
        }
      }
    }
    return { expected, heard, doubled, withoutReason, byReason };
  }

  roomTotals(): DeliveryTotals {
    const counted = [...this.rooms.values()].filter(({ roomId }) => !this.proofRooms.has(roomId));
    return counted.map(ledger => ledger.totals()).reduce(addDeliveries, NO_DELIVERIES);
  }

  chatTotals(): DeliveryTotals {
    return [...this.chats.values()].map(ledger => ledger.totals()).reduce(addDeliveries, NO_DELIVERIES);
  }

  /** How often the SDK said `fresh`, by stream and reason. */
  freshTotals(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.freshes);
  }
}

/** Games are not durable: they go with their server. */
function mayEndGames(trouble: Trouble | undefined): boolean {
  return trouble === 'game-kill' || trouble === 'game-freeze' || trouble === 'storm';
}

/** Lobby rooms are in Redis alone. */
function mayCloseLobbyRooms(trouble: Trouble | undefined): boolean {
  return trouble === 'redis-flush' || trouble === 'redis-restart' || trouble === 'storm';
}
