import { useEffect, useState } from 'preact/hooks';

/** One value that changes, and those who want to know. */
export class Store<T extends object> {
  private value: T;
  private readonly listeners = new Set<() => void>();

  constructor(value: T) {
    this.value = value;
  }

  get(): T {
    return this.value;
  }

  change(changes: Partial<T>): void {
    this.value = { ...this.value, ...changes };
    for (const listener of this.listeners) listener();
  }

  /** Returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** The store's value; the component is drawn again when it changes. */
export function useStore<T extends object>(store: Store<T>): T {
  const [value, setValue] = useState(store.get());
  useEffect(() => {
    const show = () => setValue(store.get());
    show(); // it may have changed between drawing and now
    return store.subscribe(show);
  }, [store]);
  return value;
}
