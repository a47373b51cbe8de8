import { GatehouseError } from '../protocol/errors.ts';

type Settings = Readonly<Record<string, unknown>>;

/** Why a process could not start, as one line for the person who started it. `settings` name the variable at fault. */
export function startFailureLine(name: string, error: unknown, settings: Settings = {}): string {
  const line = listenFailure(error, settings) ?? configFailure(error) ?? message(error);
  return `${name}: ${line.replaceAll(/\s+/g, ' ')}`;
}

function configFailure(error: unknown): string | undefined {
  if (!(error instanceof GatehouseError) || error.code !== 'BAD_CONFIG') return undefined;
  return Object.entries(error.fields)
    .map(([variable, problem]) => `${variable} ${problem}`)
    .join('; ');
}

function listenFailure(error: unknown, settings: Settings): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!('syscall' in cause && cause.syscall === 'listen' && 'code' in cause)) continue;
    const portAtFault = 'port' in cause ? Number(cause.port) : undefined;
    const variable = Object.keys(settings).find(key => key.endsWith('_PORT') && settings[key] === portAtFault);
    const port = `${variable ?? 'port'} ${portAtFault}`;
    if (cause.code === 'EADDRINUSE') return `${port} is in use; set another`;
    if (cause.code === 'EACCES') return `${port} needs more rights than this user has; set another`;
    if (cause.code === 'EADDRNOTAVAIL' && 'address' in cause) return `${cause.address} is no address of this machine`;
  }
  return undefined;
}

function message(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${message(error.cause)}` : error.message;
}
