import { GatehouseError } from '../protocol/errors.ts';

/** Redis could not be asked, or not in time: nothing is known and nothing was changed. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof GatehouseError && (error.code === 'UNAVAILABLE' || error.code === 'LATE');
}
