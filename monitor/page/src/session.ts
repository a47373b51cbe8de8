import { ApiRequests, problemText, type Write } from './api/request.ts';
import type { Incident, List, Login, Summary, User } from './api/shapes.ts';
import { ChangeFeed } from './live/change-feed.ts';
import { type LiveState, LiveStream } from './live/live-stream.ts';
import { Paced } from './live/paced.ts';
import { Store } from './store.ts';
import { transitionsBetween } from './transitions.ts';

export type Account =
  | { readonly kind: 'unknown' }
  /** `notice`: why, when it was not the person's wish. */
  | { readonly kind: 'out'; readonly notice: string }
  | { readonly kind: 'in'; readonly user: User };

/** A line about what was just done; gone after a while, problems not before they are closed. */
export interface Note {
  readonly kind: 'done' | 'problem';
  readonly text: string;
}

export interface SessionState {
  readonly account: Account;
  readonly live: LiveState;
  readonly summary: Summary | undefined;
  readonly openIncidents: readonly Incident[];
  /** Why summary and open incidents could not be read the last time; empty: they could. */
  readonly overviewProblem: string;
  readonly note: Note | undefined;
  /** For those who hear the page: what went down or came back last. */
  readonly spoken: string;
}

const LOGGED_OUT: Omit<SessionState, 'account'> = {
  live: { kind: 'connecting' },
  summary: undefined,
  openIncidents: [],
  overviewProblem: '',
  note: undefined,
  spoken: '',
};
const OVERVIEW_PAUSE_MS = 500;
/** Read so often without a change, too: that nobody checks any more is none. */
const OVERVIEW_INTERVAL_MS = 5000;
const NOTE_MS = 6000;
/** More are only counted. */
const OPEN_INCIDENTS_READ = 50;

/** The person at the page: account, live picture, and what was just done. */
export class Session {
  readonly state = new Store<SessionState>({ ...LOGGED_OUT, account: { kind: 'unknown' } });
  readonly feed = new ChangeFeed();
  readonly api = new ApiRequests(() => this.expire());
  private readonly stream = new LiveStream({
    onState: live => this.state.change({ live }),
    onSnapshot: () => this.heard('everything'),
    onChange: change => this.heard(change),
    onLoggedOut: () => this.expire(),
  });
  private readonly overview = new Paced(
    () => this.readOverview(),
    () => OVERVIEW_PAUSE_MS,
  );
  private noteTimer: ReturnType<typeof setTimeout> | undefined;
  private isOverviewRead = false;

  get isAdmin(): boolean {
    const { account } = this.state.get();
    return account.kind === 'in' && account.user.role === 'admin';
  }

  /** Goes on with the session of the cookie, when there is one. */
  async begin(): Promise<void> {
    addEventListener('online', () => this.wake());
    document.addEventListener('visibilitychange', () => this.wake());
    setInterval(() => document.hidden || this.overview.ask(), OVERVIEW_INTERVAL_MS);
    try {
      this.enter(await this.api.read<Login>('me'));
    } catch (error) {
      const { account } = this.state.get();
      if (account.kind === 'in') return;
      const status = error instanceof Object && 'status' in error ? error.status : 0;
      this.leave(status === 401 ? '' : problemText(error));
    }
  }

  /** Resolves with why not; empty: logged in. */
  async login(name: string, password: string): Promise<string> {
    try {
      this.enter(await this.api.write<Login>({ method: 'POST', path: 'login', body: { name, password } }));
      return '';
    } catch (error) {
      return problemText(error);
    }
  }

  async logout(): Promise<void> {
    if ((await this.run('', { method: 'POST', path: 'logout' })) !== undefined) this.leave('');
  }

  /** Does it and tells of it. Resolves with the answer, undefined when it was refused: then the page says why. */
  async run<T = unknown>(done: string, write: Write): Promise<{ readonly answer: T } | undefined> {
    try {
      return { answer: await this.do<T>(done, write) };
    } catch (error) {
      this.tell({ kind: 'problem', text: problemText(error) });
      return undefined;
    }
  }

  /** As run(), for who shows the refusal: resolves with it; empty: it is done. `onAnswer` hears what the monitor answered. */
  async refusal<T = unknown>(done: string, write: Write, onAnswer?: (answer: T) => void): Promise<string> {
    try {
      const answer = await this.do<T>(done, write);
      onAnswer?.(answer);
      return '';
    } catch (error) {
      return problemText(error);
    }
  }

  tell(note: Note | undefined): void {
    clearTimeout(this.noteTimer);
    this.state.change({ note });
    if (note?.kind === 'done') this.noteTimer = setTimeout(() => this.state.change({ note: undefined }), NOTE_MS);
  }

  private async do<T>(done: string, write: Write): Promise<T> {
    const answer = await this.api.write<T>(write);
    if (done !== '') this.tell({ kind: 'done', text: done });
    return answer;
  }

  private enter({ user, csrfToken }: Login): void {
    this.api.csrfToken = csrfToken;
    this.state.change({ ...LOGGED_OUT, account: { kind: 'in', user } });
    this.stream.start();
    this.overview.ask();
  }

  /** Who has only just come had none. */
  private expire(): void {
    if (this.state.get().account.kind === 'in') this.leave('Your session has ended: log in again.');
  }

  private leave(notice: string): void {
    const { account } = this.state.get();
    if (account.kind === 'out') return;
    this.stream.stop();
    this.isOverviewRead = false;
    this.api.csrfToken = '';
    this.state.change({ ...LOGGED_OUT, account: { kind: 'out', notice } });
  }

  private wake(): void {
    const { account, live } = this.state.get();
    if (account.kind !== 'in' || document.hidden) return;
    if (live.kind === 'lost') this.stream.start();
    this.overview.ask();
  }

  private heard(change: Parameters<ChangeFeed['tell']>[0]): void {
    this.feed.tell(change);
    if (change === 'everything' || change.kind !== 'channel') this.overview.ask();
  }

  private async readOverview(): Promise<void> {
    if (this.state.get().account.kind !== 'in') return;
    try {
      const [summary, { items }] = await Promise.all([
        this.api.read<Summary>('summary'),
        this.api.read<List<Incident>>(`incidents?open=true&limit=${OPEN_INCIDENTS_READ}`),
      ]);
      if (this.state.get().account.kind !== 'in') return;
      const before = this.state.get().openIncidents;
      const spoken = this.isOverviewRead ? transitionsBetween(before, items) : '';
      this.isOverviewRead = true;
      this.state.change({ summary, openIncidents: items, overviewProblem: '', ...(spoken !== '' && { spoken }) });
    } catch (error) {
      this.state.change({ overviewProblem: problemText(error) });
    }
  }
}
