import type { Standing } from '../api/shapes.ts';
import { STANDING_WORDS } from './standing-words.ts';

/** A shape of its own for each, so that no colour has to be told from another. 16 by 16. */
const SHAPES: Readonly<Record<Standing, string>> = {
  UP: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm3.3 4.2L7 9.6 4.8 7.5 3.7 8.6 7 11.8l5.4-5.5Z',
  DEGRADED: 'M8 1.2 15.5 14.6H.5ZM7.2 5.8v4h1.6v-4Zm0 5.2v1.6h1.6V11Z',
  PENDING: 'M8 .5 15.5 8 8 15.5.5 8ZM7.2 4.3v4.6h1.6V4.3Zm0 5.7v1.6h1.6V10Z',
  DOWN: 'M1 1h14v14H1Zm3.2 4.3L6.9 8l-2.7 2.7 1.1 1.1L8 9.1l2.7 2.7 1.1-1.1L9.1 8l2.7-2.7-1.1-1.1L8 6.9 5.3 4.2Z',
  MAINTENANCE: 'M4.5 1h7L15 4.5v7L11.5 15h-7L1 11.5v-7ZM4 7.2v1.6h8V7.2Z',
  PAUSED: 'M3 2h3.5v12H3Zm6.5 0H13v12H9.5Z',
  UNKNOWN: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.7a5.3 5.3 0 1 0 0 10.6A5.3 5.3 0 0 0 8 2.7ZM5 7.2h6v1.6H5Z',
};

/** Shape, word and colour. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  return (
    <span class={`standing is-${standing.toLowerCase()}`}>
      <StandingShape standing={standing} />
      {STANDING_WORDS[standing]}
    </span>
  );
}

/** For where the word stands beside it already. */
export function StandingShape({ standing }: { readonly standing: Standing }) {
  return (
    <svg class={`shape is-${standing.toLowerCase()}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path fill="currentColor" fill-rule="evenodd" d={SHAPES[standing]} />
    </svg>
  );
}
