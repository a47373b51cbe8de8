import type { ConnectionListener, RawConnection } from './raw-connection.ts';

export type TargetName = 'plain-ws' | 'haproxy' | 'gatehouse';

/** All ratios are to this one. */
export const BASIS: TargetName = 'plain-ws';

export const TARGET_TITLES: Readonly<Record<TargetName, string>> = {
  'plain-ws': 'plain ws',
  haproxy: 'HAProxy + ws',
  gatehouse: 'Gatehouse',
};

export const TARGET_NAMES = Object.keys(TARGET_TITLES) as readonly TargetName[];

/** A process of a target. Not every one is on a message's way; only those that are count. */
export interface TargetProcess {
  readonly name: string;
  readonly pid: number;
  readonly counted: boolean;
  /** A node process collects its garbage when it is told so (collect-garbage.mjs). */
  readonly runtime: 'node' | 'native';
}

/** What is measured, while it runs. */
export interface RunningTarget {
  readonly processes: readonly TargetProcess[];
  /** So many clients that have joined rooms of ROOM_SIZE each, the first ones the first room, and may send at once. */
  enter(count: number, listenerOf: (client: number) => ConnectionListener): Promise<RawConnection[]>;
  /** Ends every process. */
  stop(): Promise<void>;
}

/** What its processes are started for. */
export type Purpose = 'traffic' | 'memory';

/** What can be measured. */
export interface Target {
  readonly name: TargetName;
  start(purpose: Purpose): Promise<RunningTarget>;
}

/** Connections opened at once. */
const AT_ONCE = 50;

/** `open` for 0 to count − 1, not too many at once. When one fails, those that are open are closed. */
export async function openAll(
  count: number,
  open: (client: number) => Promise<RawConnection>,
): Promise<RawConnection[]> {
  const connections: RawConnection[] = [];
  try {
    for (let from = 0; from < count; from += AT_ONCE) {
      const batch = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => open(from + index));
      const settled = await Promise.allSettled(batch);
      for (const result of settled) if (result.status === 'fulfilled') connections.push(result.value);
      const failed = settled.find(result => result.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    }
    return connections;
  } catch (error) {
    for (const connection of connections) connection.close();
    throw error;
  }
}
