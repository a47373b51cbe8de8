import type { Standing } from './messages.ts';

/** Best first; who has the same score stands in the order of the names. */
export function standingsOf(scores: Iterable<Standing>): Standing[] {
  const standings = Array.from(scores, ({ id, name, score }) => ({ id, name, score }));
  return standings.sort((a, b) => b.score - a.score || a.name.localeCompare(b.name));
}

/** Everybody with the best score. Nobody, when nobody has scored. */
export function winnersOf(standings: readonly Standing[]): Standing[] {
  const best = Math.max(1, ...standings.map(({ score }) => score));
  return standings.filter(({ score }) => score === best);
}
