import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { nanoid } from 'nanoid';

/** Makes a socket's file name; the process that listens stands first, so that what it leaves behind can be told. */
const FILE_NAME = /^(\d+)-.*\.sock$/;

/**
 * A path to listen on, in a directory of this user alone; what dead processes have left there is removed.
 * @throws Error when there is no such directory and none can be made, or somebody else can enter it
 */
export function newSocketPath(parent = tmpdir()): string {
  const { uid } = userInfo();
  const directory = join(parent, `gatehouse-${uid}`);
  mkdirSync(directory, { mode: 0o700, recursive: true });
  const found = lstatSync(directory); // whoever was there first may have put something else in its place
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new Error(`${directory} is not a directory of this user alone`);
  }
  for (const name of readdirSync(directory)) {
    const pid = Number(FILE_NAME.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) rmSync(join(directory, name), { force: true });
  }
  return join(directory, `${process.pid}-${nanoid(8)}.sock`);
}

/** What the registry says of a socket: the host on which it is, and its path. Undefined where a host cannot be told. */
export function describeSocket(path: string): string | undefined {
  const host = hostMark();
  return host === undefined ? undefined : `${host} ${path}`;
}

/** The path in such a description, if it means the same file here. */
export function socketPathHere(description: string): string | undefined {
  const host = hostMark();
  return host !== undefined && description.startsWith(`${host} /`) ? description.slice(host.length + 1) : undefined;
}

/** The same for all processes that see the same files: one run of one machine's kernel, one set of mounts. Linux only. */
function hostMark(): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${readlinkSync('/proc/self/ns/mnt')}`;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
