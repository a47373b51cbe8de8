import { loadScript, type ScriptRunner } from './script.ts';
import { badReply, textList } from './script-reply.ts';

/** How long a server that is told to drain may take. `default`: as its own configuration says. */
export type DrainLimit = number | 'default';

const REQUEST_DRAIN = loadScript('request-drain');

/** What is said on the channel of a server that is told to drain; its hash says the rest. */
export const DRAIN_MESSAGE = 'drain';

/**
 * Tells a gateway, lobby server or game server to drain and end; nothing new is placed there from now on. May be repeated:
 * the first limit stands, and is returned. Undefined: there is no such server.
 */
export async function requestDrain(
  redis: ScriptRunner,
  serverId: string,
  limit: DrainLimit,
): Promise<DrainLimit | undefined> {
  const reply = textList(REQUEST_DRAIN, await redis.run(REQUEST_DRAIN, [serverId], [limit]));
  const [kind, stands = ''] = reply;
  if (kind === 'unknown') return undefined;
  if (kind !== 'draining') throw badReply(REQUEST_DRAIN, reply);
  return parseDrainLimit(stands) ?? 'default';
}

/** Undefined: not told. */
export function parseDrainLimit(text: string): DrainLimit | undefined {
  if (text === '') return undefined;
  return /^\d{1,15}$/.test(text) ? Number(text) : 'default';
}
