import type { Client } from '@gatehouse/client';
import type { Connection, PageState } from './page-state.ts';
import type { Store } from './store.ts';

const SHOW_BACK_MS = 4000;

/** Keeps `connection` of the state true. The SDK connects again by itself: this only tells of it. */
export function followConnection(client: Client, store: Store<PageState>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (connection: Connection, spoken: string) => {
    clearTimeout(timer);
    store.change({ connection, spoken });
  };
  const back = (text: string) => {
    show({ kind: 'back', text }, text);
    timer = setTimeout(() => store.change({ connection: { kind: 'online' } }), SHOW_BACK_MS);
  };
  client.on('disconnected', ({ retryInMs }) => {
    show({ kind: 'away', retryAtMs: performance.now() + retryInMs }, 'The connection is lost.');
  });
  client.on('connected', () => back('Connected again.'));
  client.on('away', ({ stream, why }) => {
    if (stream !== 'room' || why === 'disconnected') return; // of that the whole page has just heard
    const text = 'The server of this game is out of reach: looking for it. Your seat is kept.';
    show({ kind: 'waiting', text }, text);
  });
  client.on('stalled', ({ stream, givenUpFrames }) => {
    if (stream !== 'room') return;
    const { connection } = store.get();
    if (connection.kind === 'away') store.change({ connection: { ...connection, kept: keptText(givenUpFrames) } });
    else
      show(
        { kind: 'waiting', text: `The game does not answer. ${keptText(givenUpFrames)}` },
        'The game does not answer.',
      );
  });
  client.on('resumed', ({ stream, lostFrames }) => {
    if (stream === 'room')
      back(`Connected again: ${lostFrames === 0 ? 'nothing was missed' : 'some of your moves are lost'}.`);
  });
  client.on('fresh', ({ stream }) => {
    if (stream !== 'lobby') back('Connected again: this is how things stand now.');
  });
  client.on('ended', () => {
    if (store.get().connection.kind === 'waiting') show({ kind: 'online' }, ''); // for a game that is over
  });
}

function keptText(givenUpFrames: number): string {
  return givenUpFrames === 0 ? 'What you do meanwhile is kept.' : 'Not all that you do meanwhile can be kept.';
}
