import { ERRORS, type ErrorCode, GatehouseError, isErrorCode } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { RequestRefused } from '@gatehouse/shared/protocol/request-refused';

/** A Failure frame as the error to reject with. A code this SDK does not know yet becomes INTERNAL and stays readable. */
export function failureError(failure: Pick<gatehouse.Failure, 'code' | 'message'>): GatehouseError {
  const code: ErrorCode = isErrorCode(failure.code) ? failure.code : 'INTERNAL';
  const fields: { code?: string; reason?: string } = {};
  if (code !== failure.code) fields.code = failure.code;
  if (!failure.message.includes(ERRORS[code].text)) fields.reason = failure.message;
  return new GatehouseError(code, fields);
}

/** What a request to a room rejects with: the room's own refusal, or an error of Gatehouse. */
export function requestError(failure: Pick<gatehouse.Failure, 'code' | 'message' | 'reason'>): Error {
  return failure.code === 'REQUEST_REFUSED'
    ? new RequestRefused(failure.reason, failure.message)
    : failureError(failure);
}
