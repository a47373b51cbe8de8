import type { RoomTimers } from './room-timers.ts';

/** A room tells each thing at most so often; what is newer by then replaces what was not told. */
export const NOTICE_INTERVAL_MS = 1000;
/** While nobody hears it, or Redis is out of reach, it is told again, ever more seldom. */
export const MAX_NOTICE_INTERVAL_MS = 30_000;

export type NoticeKind = 'metadata' | 'locked';

interface Notice {
  newest: string;
  told: string | undefined;
  /** Nothing of this kind is told before the interval is over. */
  isResting: boolean;
  unheard: number;
}

export interface RoomNoticesOptions {
  readonly roomId: string;
  readonly timers: RoomTimers;
  /** Tells the lobby room; resolves with how many lobby servers have heard. */
  readonly tell: (text: string) => Promise<number>;
}

/** What the lobby shows of a running room. The newest of each kind arrives, whatever is lost on the way. */
export class RoomNotices {
  private readonly options: RoomNoticesOptions;
  private readonly notices = new Map<NoticeKind, Notice>();
  private isOpen = false;

  constructor(options: RoomNoticesOptions) {
    this.options = options;
  }

  /** The room runs: what it has said is told from now on. */
  open(): void {
    this.isOpen = true;
    for (const [kind, notice] of this.notices) this.tell(kind, notice);
  }

  /** The room has ended. */
  close(): void {
    this.isOpen = false;
  }

  say(kind: NoticeKind, text: string): void {
    const notice = this.notices.get(kind) ?? { newest: text, told: undefined, isResting: false, unheard: 0 };
    this.notices.set(kind, notice);
    notice.newest = text;
    if (this.isOpen && !notice.isResting) this.tell(kind, notice);
  }

  private tell(kind: NoticeKind, notice: Notice): void {
    const { roomId, timers, tell } = this.options;
    const { newest } = notice;
    if (notice.told === newest) return;
    notice.told = newest;
    notice.isResting = true;
    const heard = tell(`${kind} ${roomId} ${newest}`).then(
      count => count > 0,
      () => false,
    );
    void heard.then(isHeard => {
      if (!this.isOpen) return;
      notice.unheard = isHeard ? 0 : notice.unheard + 1;
      if (!isHeard) notice.told = undefined;
      const delayMs = Math.min(NOTICE_INTERVAL_MS * 2 ** notice.unheard, MAX_NOTICE_INTERVAL_MS);
      timers.after(delayMs, () => {
        notice.isResting = false;
        this.tell(kind, notice);
      });
    });
  }
}
