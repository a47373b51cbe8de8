import { readFileSync } from 'node:fs';

/** Linux counts processor time for readers of /proc in hundredths of a second, whatever the kernel's own tick. */
const MICROS_PER_TICK = 10_000;
const BYTES_PER_KIB = 1024;

/** Processor time of a process so far, user and system of all its threads, by the text of /proc/<pid>/stat. */
export function parseCpuMicros(stat: string): number {
  // The second field is the name, in parentheses, and may itself hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]); // utime and stime: fields 14 and 15 of proc(5)
  if (!Number.isFinite(ticks)) throw new Error(`no processor time in "${stat.trim()}"`);
  return ticks * MICROS_PER_TICK;
}

/** Memory of a process that is in RAM, by the text of /proc/<pid>/status. */
export function parseRssBytes(status: string): number {
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kibibytes === undefined) throw new Error('no VmRSS: the process has ended');
  return Number(kibibytes) * BYTES_PER_KIB;
}

/** @throws Error when the process is gone, or this is not Linux. */
export function cpuMicros(pid: number): number {
  return parseCpuMicros(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

/** @throws Error when the process is gone, or this is not Linux. */
export function rssBytes(pid: number): number {
  return parseRssBytes(readFileSync(`/proc/${pid}/status`, 'utf8'));
}
