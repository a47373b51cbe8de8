import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** One Lua script. Its first argument is always the deadline in Redis time, see shared/lua/prelude.lua. */
export interface Script {
  readonly name: string;
  readonly source: string;
  readonly sha1: string;
}

export type ScriptArgument = string | number | Uint8Array;

/** What every operation on the cluster's data needs of Redis. */
export interface ScriptRunner {
  /**
   * Runs a script by which nothing changes once `timeoutMs` has passed here.
   * @throws GatehouseError LATE (nothing was changed) or UNAVAILABLE (an outcome that nobody waited for is void, one cut off
   * by a lost connection may stand: every script may be repeated)
   */
  run(
    script: Script,
    keys: readonly string[],
    args: readonly ScriptArgument[],
    options?: { timeoutMs?: number },
  ): Promise<unknown>;
}

const LUA = new URL('../../lua/', import.meta.url); // the same from src/ and from dist/

/** Reads shared/lua/<name>.lua, or `folder`/<name>.lua of another package; called while modules load, once a script. */
export function loadScript(name: string, folder: URL = LUA): Script {
  const source = `${readLua('prelude', LUA)}\n${readLua(name, folder)}`;
  return { name, source, sha1: createHash('sha1').update(source).digest('hex') };
}

function readLua(name: string, folder: URL): string {
  return readFileSync(new URL(`${name}.lua`, folder), 'utf8');
}
