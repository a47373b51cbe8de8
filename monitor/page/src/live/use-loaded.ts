import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { problemText } from '../api/request.ts';
import type { ChangeFeed, ChangeKind } from './change-feed.ts';
import { Paced } from './paced.ts';

export interface Loaded<T> {
  /** As last read; undefined: not yet. */
  readonly data: T | undefined;
  /** Why it could not be read the last time; empty: it could. */
  readonly problem: string;
  reload(): void;
}

export interface LoadOptions<T> {
  readonly feed: ChangeFeed;
  /** Read again when another one. */
  readonly key: string;
  /** Changes of these are reasons to read again. */
  readonly kinds: readonly ChangeKind[];
  /** Only changes of this one, where ids are known. */
  readonly id?: string;
  /** Read again at least so often: for what changes without a word. */
  readonly everyMs?: number;
  load(): Promise<T>;
}

const PAUSE_MS = 700;

/** Something of the API, kept as the stream says it is. */
export function useLoaded<T>(options: LoadOptions<T>): Loaded<T> {
  const { feed, key } = options;
  const [state, setState] = useState<{ data: T | undefined; problem: string }>({ data: undefined, problem: '' });
  const newest = useRef(options);
  newest.current = options;
  const paced = useMemo(() => pacedLoad(newest, setState), [key]);
  useEffect(() => {
    paced.ask();
    const stop = feed.listen(change => {
      const { kinds, id } = newest.current;
      if (change === 'everything') paced.ask();
      else if (kinds.includes(change.kind) && (id === undefined || change.kind !== 'target' || change.id === id))
        paced.ask();
    });
    const { everyMs } = newest.current;
    const timer = everyMs === undefined ? undefined : setInterval(() => document.hidden || paced.ask(), everyMs);
    return () => {
      stop();
      clearInterval(timer);
      paced.stop();
    };
  }, [feed, paced]);
  return { ...state, reload: () => paced.ask() };
}

interface LoadState<T> {
  readonly data: T | undefined;
  readonly problem: string;
}

function pacedLoad<T>(
  options: { readonly current: LoadOptions<T> },
  setState: (change: (before: LoadState<T>) => LoadState<T>) => void,
): Paced {
  const { key } = options.current;
  const isWanted = () => options.current.key === key;
  return new Paced(
    async () => {
      try {
        const data = await options.current.load();
        if (isWanted()) setState(() => ({ data, problem: '' }));
      } catch (error) {
        if (isWanted()) setState(({ data }) => ({ data, problem: problemText(error) }));
      }
    },
    () => PAUSE_MS,
  );
}
