import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the processes that carry `mark` in their environment: what was started with it, directly or not, and still lives. */
export function processesWith(mark: string): string[] {
  return readdirSync('/proc').filter(pid => /^\d+$/.test(pid) && environmentOf(pid).includes(mark));
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return ''; // gone meanwhile
  }
}
