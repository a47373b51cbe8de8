import { setTimeout as pause } from 'node:timers/promises';
import { cpuMicros, rssBytes } from './process-usage.ts';
import type { ConnectionListener, RawConnection } from './raw-connection.ts';
import { type IdleSample, idleSample, type Reading, type TrafficSample, trafficSample } from './sample.ts';
import type { RunningTarget, Target } from './target.ts';
import { Traffic } from './traffic.ts';
import type { IdleWorkload, TrafficWorkload } from './workloads.ts';

export interface Durations {
  /** Load before anything is counted. */
  readonly warmUpMs: number;
  readonly measureMs: number;
}

const QUIET_LOOK_MS = 200;
const QUIET_LIMIT_MS = 10_000;
/** A target is quiet when all its processes use less than so much of one core. */
const QUIET_LOAD = 0.05;
const COLLECTIONS = 2;

/** Rejects when a connection is lost: such a run says nothing. All connections are closed afterwards. */
export async function measureTraffic(
  target: RunningTarget,
  workload: TrafficWorkload,
  { warmUpMs, measureMs }: Durations,
): Promise<TrafficSample> {
  const traffic = new Traffic(workload);
  const connections = await target.enter(workload.connections, traffic.listenerOf);
  try {
    await untilQuiet(target);
    traffic.start(connections);
    await traffic.run(warmUpMs);
    const latencies = traffic.recordLatencies();
    const before = read(target, traffic);
    await traffic.run(measureMs);
    const after = read(target, traffic);
    const latency = latencies.summary();
    const lost = await traffic.stop();
    return trafficSample(before, after, { counted: countedNames(target), latency, lost });
  } finally {
    closeAll(connections);
    await untilQuiet(target); // nothing of this run may be counted in the next
  }
}

/**
 * In processes of its own: memory that other runs have left behind would be used again. The first tenth comes before
 * anything is counted: what a process needs once, for code and heap, belongs to no connection.
 */
export async function measureIdle(target: Target, { connections: count }: IdleWorkload): Promise<IdleSample> {
  const running = await target.start('memory');
  const connections: RawConnection[] = [];
  const firstCount = Math.ceil(count / 10);
  const lost: Error[] = [];
  const listener: ConnectionListener = { message: () => undefined, lost: error => void lost.push(error) };
  try {
    connections.push(...(await running.enter(firstCount, () => listener)));
    const before = await settledMemory(running);
    connections.push(...(await running.enter(count - firstCount, () => listener)));
    const after = await settledMemory(running);
    if (lost[0] !== undefined) throw lost[0];
    return idleSample(before, after, { counted: countedNames(running), connections: count - firstCount });
  } finally {
    closeAll(connections);
    await running.stop();
  }
}

/** Memory of each process by name, without garbage. What one collection has freed, the next one gives back. */
async function settledMemory(target: RunningTarget): Promise<Record<string, number>> {
  for (let time = 0; time < COLLECTIONS; time++) {
    await untilQuiet(target);
    for (const { pid, runtime } of target.processes) if (runtime === 'node') process.kill(pid, 'SIGUSR2');
  }
  await untilQuiet(target);
  return Object.fromEntries(target.processes.map(({ name, pid }) => [name, rssBytes(pid)]));
}

/** Until the target has nothing left to do, or for a while. */
async function untilQuiet(target: RunningTarget): Promise<void> {
  const giveUpAtMs = performance.now() + QUIET_LIMIT_MS;
  let usedMicros = totalCpuMicros(target);
  do {
    await pause(QUIET_LOOK_MS);
    const nowMicros = totalCpuMicros(target);
    if (nowMicros - usedMicros < QUIET_LOAD * QUIET_LOOK_MS * 1000) return;
    usedMicros = nowMicros;
  } while (performance.now() < giveUpAtMs);
}

function read(target: RunningTarget, traffic: Traffic): Reading {
  const { user, system } = process.cpuUsage();
  const cpu = target.processes.map(({ name, pid }) => [name, cpuMicros(pid)]);
  return {
    atMs: performance.now(),
    received: traffic.received,
    generatorMicros: user + system,
    cpuMicros: Object.fromEntries(cpu),
  };
}

function totalCpuMicros({ processes }: RunningTarget): number {
  return processes.reduce((sum, { pid }) => sum + cpuMicros(pid), 0);
}

function countedNames({ processes }: RunningTarget): string[] {
  return processes.filter(({ counted }) => counted).map(({ name }) => name);
}

function closeAll(connections: readonly RawConnection[]): void {
  for (const connection of connections) connection.close();
}
