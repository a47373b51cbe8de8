import type { Standing } from '../api/shapes.ts';

/** What the page calls each. The class of the same name in lower case has its colour. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  UP: 'Up',
  DEGRADED: 'Slow',
  PENDING: 'In doubt',
  DOWN: 'Down',
  MAINTENANCE: 'Maintenance',
  PAUSED: 'Paused',
  UNKNOWN: 'Unknown',
};
