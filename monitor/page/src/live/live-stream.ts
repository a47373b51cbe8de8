import type { ChangeNotice } from '../api/shapes.ts';
import { EventParser } from './event-parser.ts';

/** `lost`: what the page shows is as old as `sinceMs` (of Date.now()), whatever it says. */
export type LiveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'lost'; readonly sinceMs: number; readonly retryAtMs: number };

export interface LiveListener {
  onState(state: LiveState): void;
  /** Everything may have changed. */
  onSnapshot(): void;
  onChange(change: ChangeNotice): void;
  onLoggedOut(): void;
}

/** The monitor says something every 15 s at least. */
const SILENCE_MS = 25_000;
const FIRST_RETRY_MS = 500;
const MAX_RETRY_MS = 4000;

/**
 * The monitor's stream of changes, opened again for ever. Read by fetch, not by EventSource: that one hides the comments
 * a silent line is told from a dead one by.
 */
export class LiveStream {
  private readonly listener: LiveListener;
  private abort: AbortController | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private retryMs = FIRST_RETRY_MS;
  private lastId = '';
  private lastHeardMs = 0;

  constructor(listener: LiveListener) {
    this.listener = listener;
  }

  /** A second call asks at once, when a retry is being waited for. */
  start(): void {
    if (this.abort !== undefined) return;
    clearTimeout(this.retry);
    void this.follow(new AbortController());
  }

  stop(): void {
    clearTimeout(this.retry);
    clearTimeout(this.silence);
    this.abort?.abort();
    this.abort = undefined;
    this.lastId = '';
  }

  private async follow(abort: AbortController): Promise<void> {
    this.abort = abort;
    this.listenForSilence(abort);
    try {
      const headers: Record<string, string> = this.lastId === '' ? {} : { 'last-event-id': this.lastId };
      const response = await fetch('./api/stream', { headers, signal: abort.signal, cache: 'no-store' });
      if (response.status === 401) {
        this.stop();
        this.listener.onLoggedOut();
        return;
      }
      if (response.ok && response.body !== null) await this.readAll(response.body, abort);
    } catch {
      // As good as an end: what follows is the same.
    }
    if (this.abort === abort) this.lose();
  }

  private async readAll(body: ReadableStream<Uint8Array>, abort: AbortController): Promise<void> {
    const parser = new EventParser();
    const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
    this.listener.onState({ kind: 'live' });
    this.retryMs = FIRST_RETRY_MS;
    for (;;) {
      const { done, value } = await reader.read();
      if (done || this.abort !== abort) return;
      this.lastHeardMs = Date.now();
      this.listenForSilence(abort);
      for (const { event, id, data } of parser.push(value)) {
        if (id !== '') this.lastId = id;
        if (event === 'snapshot') this.listener.onSnapshot();
        if (event === 'change') this.listener.onChange(JSON.parse(data) as ChangeNotice);
      }
    }
  }

  private listenForSilence(abort: AbortController): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => abort.abort(), SILENCE_MS);
  }

  private lose(): void {
    clearTimeout(this.silence);
    this.abort?.abort();
    this.abort = undefined;
    const sinceMs = this.lastHeardMs || Date.now();
    this.lastHeardMs ||= sinceMs;
    this.listener.onState({ kind: 'lost', sinceMs, retryAtMs: Date.now() + this.retryMs });
    this.retry = setTimeout(() => this.start(), this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, MAX_RETRY_MS);
  }
}
