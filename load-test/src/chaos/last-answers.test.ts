import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lastAnswers } from './last-answers.ts';
import { RunBook } from './run-book.ts';

const GAMES = [{ server: 'game-1', reported: 2, listed: 2, recorded: 2, running: 2 }];

/** A cluster that fails so many times to say who has which session. */
async function asked(failures: number) {
  const book = new RunBook(() => undefined, 10_000);
  let left = failures;
  const doubledSessions = async () => {
    if (left-- > 0) throw new Error('fetch failed');
    return ['ann'];
  };
  const view = { doubledSessions, gameCounts: async () => GAMES };
  return { answers: await lastAnswers({ view, book, userIds: ['ann'] }), violations: book.violations };
}

test('last answers: asked again while a busy machine is late', async () => {
  assert.equal(await asked(2), { answers: { doubledSessions: ['ann'], games: GAMES }, violations: [] });
});

test('last answers: a question that nobody answers breaks the run', async () => {
  const { answers, violations } = await asked(3);
  assert.equal(answers, { doubledSessions: [], games: GAMES });
  assert.equal(violations, ['nobody says who has which session: fetch failed']);
});

test.run();
