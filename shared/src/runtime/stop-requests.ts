export interface StopRequest {
  /** For the log. */
  readonly why: string;
  /** How long what runs may go on; undefined: as configured. */
  readonly drainLimitMs: number | undefined;
}

/** How a part of a process asks for the end of the process, as a signal does. The first one counts. */
export class StopRequests {
  private first: StopRequest | undefined;
  private listener: ((request: StopRequest) => void) | undefined;

  ask(request: StopRequest): void {
    if (this.first !== undefined) return;
    this.first = request;
    this.listener?.(request);
  }

  /** An operator has told this server to drain. */
  drain(limit: number | 'default'): void {
    this.ask({ why: 'drain requested', drainLimitMs: limit === 'default' ? undefined : limit });
  }

  /** One listener; told at once of what was asked before. */
  listen(listener: (request: StopRequest) => void): void {
    this.listener = listener;
    if (this.first !== undefined) listener(this.first);
  }
}
