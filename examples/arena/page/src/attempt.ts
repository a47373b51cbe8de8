import type { PageState } from './page-state.ts';
import { problemText } from './problem-text.ts';
import type { Store } from './store.ts';

/**
 * Something a screen asks for: while it runs the page says what is waited for, and then what went wrong, if anything did.
 * Never rejects.
 * @param waitingFor empty: too short to be told of
 */
export async function attempt(state: Store<PageState>, waitingFor: string, run: () => Promise<unknown>): Promise<void> {
  state.change({ waitingFor, problem: '' });
  try {
    await run();
  } catch (error) {
    state.change({ problem: problemText(error) });
  } finally {
    state.change({ waitingFor: '' });
  }
}
