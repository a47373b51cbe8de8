import { ERRORS, type ErrorCode, GatehouseError, isErrorCode } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';

/** A Failure frame as the error to reject with. A code this SDK does not know yet becomes INTERNAL and stays readable. */
export function failureError(failure: Pick<gatehouse.Failure, 'code' | 'message'>): GatehouseError {
  const code: ErrorCode = isErrorCode(failure.code) ? failure.code : 'INTERNAL';
  const fields: { code?: string; reason?: string } = {};
  if (code !== failure.code) fields.code = failure.code;
  if (!failure.message.includes(ERRORS[code].text)) fields.reason = failure.message;
  return new GatehouseError(code, fields);
}
