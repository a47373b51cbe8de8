/** Listeners of one object, by event. `E`: event name → payload. */
export class Listeners<E extends object> {
  private readonly byEvent = new Map<keyof E, Set<(payload: never) => void>>();

  /** Calls `listener` with each coming event of this name; returns how to stop. */
  on<N extends keyof E>(event: N, listener: (payload: E[N]) => void): () => void {
    const listeners = this.byEvent.get(event) ?? new Set();
    this.byEvent.set(event, listeners);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  has(event: keyof E): boolean {
    return (this.byEvent.get(event)?.size ?? 0) > 0;
  }

  /** In order of registration. What a listener throws is reported to the host and stops neither the others nor the caller. */
  emit<N extends keyof E>(event: N, payload: E[N]): void {
    for (const listener of this.byEvent.get(event) ?? []) {
      callGuarded(listener as (payload: E[N]) => void, payload);
    }
  }
}

/** An error of the game's code surfaces as an uncaught one of the host, not inside the protocol. */
export function callGuarded<T>(listener: (payload: T) => void, payload: T): void {
  try {
    listener(payload);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
