import { loadScript, type ScriptRunner } from './script.ts';
import { changed } from './script-reply.ts';

const ONCE = loadScript('once');

/** True for the first process of the cluster that asks within `ttlMs`: of all that see the same, one says so. */
export async function once(redis: ScriptRunner, key: string, ttlMs: number): Promise<boolean> {
  return changed(ONCE, await redis.run(ONCE, [key], [ttlMs]));
}
