import { GatehouseError } from '../protocol/errors.ts';
import { withoutPassword } from './redis-url.ts';

/** Answers that mean a mistake in a script or its caller; repeating it changes nothing. */
const MISTAKES = ['ERR', 'WRONGTYPE', 'CROSSSLOT', 'NOPERM'];

/**
 * What a command failed with, as LATE, UNAVAILABLE or INTERNAL. The original is not kept as cause: it carries the command with
 * its arguments, among them passwords and tokens, and would take them into a log.
 */
export function redisFailure(
  error: unknown,
  url: string,
  fields: Readonly<Record<string, unknown>> = {},
): GatehouseError {
  if (error instanceof GatehouseError) return error;
  const text = withoutPassword(error instanceof Error ? error.message : String(error), url);
  if (text.startsWith('LATE ')) return new GatehouseError('LATE', fields);
  const mistake = MISTAKES.some(word => text.startsWith(`${word} `));
  return new GatehouseError(mistake ? 'INTERNAL' : 'UNAVAILABLE', { ...fields, redis: text });
}

/** The login was refused: trying again is of no use. */
export function isRefusedLogin(error: unknown): boolean {
  return error instanceof Error && /^(WRONGPASS|NOAUTH|NOPERM)/.test(error.message);
}

/** ioredis has asked each sentinel and begins again; what each of them answered was said before, as 'sentinelError'. */
export function isSentinelRound(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('All sentinels are unreachable');
}

const UNKNOWN_MASTER = /^connected to sentinel (\S+) successfully, but got an invalid reply: null$/;
const KNOWS_NO_MASTER = 'knows no master of this name';

/**
 * Why no sentinel gave an address, for a person: what the newest one said, but that a sentinel knows no such master is not
 * forgotten because the next one is away or slow.
 */
export function sentinelFailure(before: unknown, error: Error): unknown {
  const [, sentinel] = UNKNOWN_MASTER.exec(error.message) ?? [];
  if (sentinel !== undefined) return new Error(`sentinel ${sentinel} ${KNOWS_NO_MASTER}`);
  return before instanceof Error && before.message.endsWith(KNOWS_NO_MASTER) ? before : error;
}
