import type { LatencySummary } from '../latencies.ts';

/** One run of one traffic workload on one target. */
export interface TrafficSample {
  readonly kind: 'traffic';
  readonly messagesPerSecond: number;
  /** Processor time of all counted processes for each message that arrived. */
  readonly cpuMicros: number;
  /** The same of each process, also of those that are not counted. */
  readonly cpuMicrosOf: Readonly<Record<string, number>>;
  readonly latency: LatencySummary;
  /** Messages that did not come back. */
  readonly lost: number;
  /** Share of one core that the load generator used. */
  readonly generatorLoad: number;
}

/** One start of one target with idle connections. */
export interface IdleSample {
  readonly kind: 'idle';
  /** Memory of all counted processes that each connection adds. */
  readonly rssBytes: number;
  readonly rssBytesOf: Readonly<Record<string, number>>;
}

export type Sample = TrafficSample | IdleSample;

/** Everything that is counted, at one instant. */
export interface Reading {
  readonly atMs: number;
  readonly received: number;
  readonly generatorMicros: number;
  /** Of each process by name: processor time so far. */
  readonly cpuMicros: Readonly<Record<string, number>>;
}

/** What a target used between two readings. `counted`: names of the processes that are on a message's way. */
export function trafficSample(
  before: Reading,
  after: Reading,
  { counted, latency, lost }: { counted: readonly string[]; latency: LatencySummary; lost: number },
): TrafficSample {
  const messages = after.received - before.received;
  const seconds = (after.atMs - before.atMs) / 1000;
  const cpuMicrosOf = perUnit(before.cpuMicros, after.cpuMicros, messages);
  const generatorLoad = (after.generatorMicros - before.generatorMicros) / 1e6 / seconds;
  return {
    kind: 'traffic',
    messagesPerSecond: messages / seconds,
    cpuMicros: sumOf(cpuMicrosOf, counted),
    cpuMicrosOf,
    latency,
    lost,
    generatorLoad,
  };
}

/** `before` and `after` so many connections came: memory of each process by name. */
export function idleSample(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
  { counted, connections }: { counted: readonly string[]; connections: number },
): IdleSample {
  const rssBytesOf = perUnit(before, after, connections);
  return { kind: 'idle', rssBytes: sumOf(rssBytesOf, counted), rssBytesOf };
}

function perUnit(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
  units: number,
): Record<string, number> {
  const names = Object.keys(after);
  return Object.fromEntries(names.map(name => [name, ((after[name] ?? 0) - (before[name] ?? 0)) / units]));
}

function sumOf(values: Readonly<Record<string, number>>, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (values[name] ?? 0), 0);
}
