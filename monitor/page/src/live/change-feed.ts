import type { ChangeNotice } from '../api/shapes.ts';

export type ChangeKind = ChangeNotice['kind'];
type ChangeListener = (change: ChangeNotice | 'everything') => void;

/** What the stream says, for whoever shows it just now. */
export class ChangeFeed {
  private readonly listeners = new Set<ChangeListener>();

  /** Returns how to stop. */
  listen(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(change: ChangeNotice | 'everything'): void {
    for (const listener of this.listeners) listener(change);
  }
}
