import type { Client } from '@gatehouse/client';
import type { PageState } from './page-state.ts';
import type { Store } from './store.ts';

const SHOW_BACK_MS = 4000;

/** Keeps `connection` of the state true. The SDK connects again by itself: this only tells of it. */
export function followConnection(client: Client, store: Store<PageState>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const back = (text: string) => {
    clearTimeout(timer);
    store.change({ connection: { kind: 'back', text }, spoken: text });
    timer = setTimeout(() => store.change({ connection: { kind: 'online' } }), SHOW_BACK_MS);
  };
  client.on('disconnected', ({ retryInMs }) => {
    clearTimeout(timer);
    store.change({
      connection: { kind: 'away', retryAtMs: performance.now() + retryInMs },
      spoken: 'The connection is lost.',
    });
  });
  client.on('connected', () => back('Connected again.'));
  client.on('resumed', ({ stream }) => {
    if (stream === 'room') back('Connected again: nothing was missed.');
  });
  client.on('fresh', ({ stream }) => {
    if (stream !== 'lobby') back('Connected again: this is how things stand now.');
  });
}
