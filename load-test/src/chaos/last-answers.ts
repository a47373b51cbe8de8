import type { ClusterView, GameCounts } from './cluster-view.ts';
import type { RunBook } from './run-book.ts';

/** A busy machine may be late with an answer. */
const TRIES = 3;

export interface LastQuestions {
  readonly view: Pick<ClusterView, 'doubledSessions' | 'gameCounts'>;
  readonly book: Pick<RunBook, 'violate'>;
  readonly userIds: readonly string[];
}

export interface LastAnswers {
  readonly doubledSessions: readonly string[];
  readonly games: readonly GameCounts[];
}

/** What the cluster says when all is over. A question that nobody answers is no good answer: it is written down as a violation. */
export async function lastAnswers({ view, book, userIds }: LastQuestions): Promise<LastAnswers> {
  const answered = async <T>(about: string, ask: () => Promise<T[]>): Promise<T[]> => {
    for (let tries = 1; ; tries++) {
      try {
        return await ask();
      } catch (error) {
        if (tries < TRIES) continue;
        book.violate(`nobody says ${about}: ${error instanceof Error ? error.message : error}`);
        return [];
      }
    }
  };
  const doubledSessions = await answered('who has which session', () => view.doubledSessions(userIds));
  return { doubledSessions, games: await answered('which games run', () => view.gameCounts()) };
}
