import { CLOSE_REASONS } from '@gatehouse/shared/protocol/close-codes';
import { type ErrorCode, GatehouseError } from '@gatehouse/shared/protocol/errors';

const ERROR_OF_CLOSE_CODE: ReadonlyMap<number, ErrorCode> = new Map([
  [CLOSE_REASONS.badFrame.code, 'BAD_FRAME'],
  [CLOSE_REASONS.frameTooLarge.code, 'FRAME_TOO_LARGE'],
  [CLOSE_REASONS.unauthorized.code, 'UNAUTHORIZED'],
  [CLOSE_REASONS.superseded.code, 'SUPERSEDED'],
  [CLOSE_REASONS.alreadyConnected.code, 'SUPERSEDED'],
  [CLOSE_REASONS.sequenceError.code, 'SEQUENCE_ERROR'],
  [CLOSE_REASONS.tooManyRequests.code, 'TOO_MANY_REQUESTS'],
] satisfies [number, ErrorCode][]);

/** What a connection that was closed for good means for whoever waits. */
export function closeError(closeCode: number, text: string): GatehouseError {
  return new GatehouseError(ERROR_OF_CLOSE_CODE.get(closeCode) ?? 'CLOSED', { closeCode, reason: text });
}
