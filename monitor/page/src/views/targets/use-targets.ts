import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { problemText } from '../../api/request.ts';
import { type List, STANDINGS, type Target } from '../../api/shapes.ts';
import { Paced } from '../../live/paced.ts';
import type { Session } from '../../session.ts';

export interface TargetsState {
  readonly items: readonly Target[];
  readonly total: number;
  readonly problem: string;
  readonly isLoaded: boolean;
}

/** So many that changed are read one by one; more: the page of the list again. */
const READ_SINGLY = 6;
const PAUSE_MS = 600;
/** Of a list that goes on behind what is shown: most changes are of those. */
const LONG_PAUSE_MS = 3000;
const EMPTY: TargetsState = { items: [], total: 0, problem: '', isLoaded: false };

/** One page of targets, kept as the stream says it is. `query`: parameters of GET /api/targets. */
export function useTargets(session: Session, query: string): TargetsState & { reload(): void } {
  const [state, setState] = useState(EMPTY);
  const newest = useRef({ state, query });
  newest.current = { state, query };
  const reader = useMemo(() => new TargetsReader(session, query, setState, () => newest.current), [session, query]);
  useEffect(() => {
    reader.paced.ask();
    const stop = session.feed.listen(change => {
      if (change === 'everything') reader.everything();
      else if (change.kind === 'target') reader.changed(change.id);
    });
    return () => {
      stop();
      reader.paced.stop();
    };
  }, [session, reader]);
  return { ...state, reload: () => reader.everything() };
}

class TargetsReader {
  readonly paced = new Paced(
    () => this.read(),
    () => this.pauseMs(),
  );
  private readonly session: Session;
  private readonly query: string;
  private readonly setState: (state: TargetsState) => void;
  private readonly newest: () => { readonly state: TargetsState; readonly query: string };
  private changedIds = new Set<string>();
  private isAllWanted = true;

  constructor(
    session: Session,
    query: string,
    setState: (state: TargetsState) => void,
    newest: () => { readonly state: TargetsState; readonly query: string },
  ) {
    this.session = session;
    this.query = query;
    this.setState = setState;
    this.newest = newest;
  }

  everything(): void {
    this.isAllWanted = true;
    this.paced.ask();
  }

  changed(id: string): void {
    this.changedIds.add(id);
    this.paced.ask();
  }

  private pauseMs(): number {
    const { items, total } = this.newest().state;
    return total > items.length ? LONG_PAUSE_MS : PAUSE_MS;
  }

  private async read(): Promise<void> {
    const { state } = this.newest();
    const ids = [...this.changedIds];
    const isSmall = ids.length <= READ_SINGLY && ids.every(id => state.items.some(item => item.id === id));
    const isAll = this.isAllWanted || !isSmall;
    this.changedIds = new Set();
    this.isAllWanted = false;
    try {
      const next = isAll ? await this.readPage() : await this.readSome(state, ids);
      if (this.newest().query === this.query) this.setState(next);
    } catch (error) {
      this.isAllWanted = true;
      if (this.newest().query === this.query) this.setState({ ...state, problem: problemText(error), isLoaded: true });
    }
  }

  private async readPage(): Promise<TargetsState> {
    const { items, total } = await this.session.api.read<List<Target>>(`targets?${this.query}`);
    return { items: failingFirst(items), total, problem: '', isLoaded: true };
  }

  /** A changed standing may take a target out of a filtered list: then the list is read again. */
  private async readSome(state: TargetsState, ids: readonly string[]): Promise<TargetsState> {
    const read = await Promise.all(ids.map(id => this.session.api.read<Target>(`targets/${encodeURIComponent(id)}`)));
    const before = (target: Target) => state.items.find(({ id }) => id === target.id);
    if (read.some(target => target.standing.standing !== before(target)?.standing.standing)) return this.readPage();
    const items = state.items.map(item => read.find(({ id }) => id === item.id) ?? item);
    return { ...state, items, problem: '' };
  }
}

/** Then by name. */
export function failingFirst(targets: readonly Target[]): Target[] {
  const rank = (target: Target) => STANDINGS.indexOf(target.standing.standing);
  return targets.toSorted((one, other) => rank(one) - rank(other) || one.host_name.localeCompare(other.host_name));
}
