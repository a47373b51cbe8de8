import type { StreamName } from '@gatehouse/shared/protocol/message-types';

/** Times from a lost connection until all streams of one player are attached again. Pure. */
export class Interruption {
  private since: { readonly atMs: number; readonly streams: Set<StreamName> } | undefined;
  private readonly over: (atMs: number, tookMs: number) => void;

  constructor(over: (startedAtMs: number, tookMs: number) => void) {
    this.over = over;
  }

  get isOpen(): boolean {
    return this.since !== undefined;
  }

  /** The connection is gone, and these streams with it. The first of several losses counts. */
  begin(atMs: number, streams: readonly StreamName[]): void {
    if (this.since === undefined) this.since = { atMs, streams: new Set(streams) };
    else for (const stream of streams) this.since.streams.add(stream);
    this.settle(atMs);
  }

  /** This stream is attached, or not wanted any more. */
  attached(stream: StreamName, atMs: number): void {
    this.since?.streams.delete(stream);
    this.settle(atMs);
  }

  private settle(atMs: number): void {
    if (this.since === undefined || this.since.streams.size > 0) return;
    const { atMs: startedAtMs } = this.since;
    this.since = undefined;
    this.over(startedAtMs, atMs - startedAtMs);
  }
}
