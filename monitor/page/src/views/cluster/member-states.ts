import type { Standing } from '../../api/shapes.ts';

/** How the registry's states look. */
const STATES: Partial<Record<string, Standing>> = {
  up: 'UP',
  suspect: 'PENDING',
  down: 'DOWN',
  lost: 'DOWN',
  draining: 'MAINTENANCE',
};

export function standingOfState(state: string): Standing {
  return STATES[state] ?? 'UNKNOWN';
}
