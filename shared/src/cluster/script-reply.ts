import { GatehouseError } from '../protocol/errors.ts';
import type { Script } from './script.ts';

/** The reply of a script as a list of texts; numbers become decimal texts. @throws GatehouseError INTERNAL for any other shape */
export function textList(script: Script, reply: unknown): string[] {
  if (!Array.isArray(reply)) throw badReply(script, reply);
  return reply.map(item => {
    if (typeof item === 'string') return item;
    if (typeof item === 'number') return String(item);
    throw badReply(script, item);
  });
}

/** Scripts that answer 1 to the one caller that changed something, 0 to all others. */
export function changed(script: Script, reply: unknown): boolean {
  if (reply === 1) return true;
  if (reply === 0) return false;
  throw badReply(script, reply);
}

/** A reply no version of the script gives: a bug, or somebody else's script. */
export function badReply(script: Script, reply: unknown): GatehouseError {
  return new GatehouseError('INTERNAL', { script: script.name, reply: JSON.stringify(reply) ?? 'nothing' });
}
