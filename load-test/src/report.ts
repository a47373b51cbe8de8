import { availableParallelism, loadavg, platform } from 'node:os';
import type { Deliveries } from './delivery-checker.ts';
import type { LatencySummary } from './latencies.ts';
import type { Measurements } from './measurements.ts';
import type { LoadTestOptions } from './options.ts';

/** Where it ran. A load above the number of processors means that the latencies are those of a crowded machine. */
export interface ReportEnvironment {
  readonly node: string;
  readonly platform: string;
  readonly processors: number;
  /** Mean over the last minute, everything on the machine. */
  readonly load: number;
}

export interface Report {
  readonly passed: boolean;
  /** Which limits were passed, in words. */
  readonly failures: readonly string[];
  readonly options: LoadTestOptions;
  readonly environment: ReportEnvironment;
  readonly durationMs: number;
  readonly deliveries: Deliveries;
  /** `message`: from the planned instant of sending, in an open loop, to each receiver. */
  readonly latencies: Readonly<Record<'message' | 'connect' | 'enter' | 'sendLag', LatencySummary>>;
  readonly connections: { readonly disconnects: number; readonly resumed: number; readonly fresh: number };
  readonly roomsEndedEarly: number;
}

export function newReport(
  options: LoadTestOptions,
  run: { deliveries: Deliveries; measurements: Measurements; durationMs: number },
): Report {
  const { deliveries, measurements, durationMs } = run;
  const { message, connect, enter, sendLag, disconnects, resumed, fresh, roomsEndedEarly } = measurements;
  const latencies = {
    message: message.summary(),
    connect: connect.summary(),
    enter: enter.summary(),
    sendLag: sendLag.summary(),
  };
  const failures = failuresOf(options, deliveries, latencies.message);
  return {
    passed: failures.length === 0,
    failures,
    options,
    environment: {
      node: process.version,
      platform: platform(),
      processors: availableParallelism(),
      load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    },
    durationMs,
    deliveries,
    latencies,
    connections: { disconnects, resumed, fresh },
    roomsEndedEarly,
  };
}

/** Which limits were passed. Messages that nobody sent, or none at all, are always a failure. */
export function failuresOf(
  limits: Pick<LoadTestOptions, 'maxLost' | 'maxDoubled' | 'maxReordered' | 'maxP99Ms'>,
  deliveries: Deliveries,
  latency: Pick<LatencySummary, 'p99Ms'>,
): string[] {
  const counts: [name: string, count: number, max: number][] = [
    ['lost', deliveries.lost, limits.maxLost],
    ['doubled', deliveries.doubled, limits.maxDoubled],
    ['reordered', deliveries.reordered, limits.maxReordered],
    ['unknown', deliveries.unknown, 0],
  ];
  const failures = counts.filter(([, count, max]) => count > max);
  const texts = failures.map(([name, count, max]) => `${count} messages ${name}, at most ${max} allowed`);
  if (deliveries.delivered === 0) texts.push('no message was delivered');
  const { maxP99Ms } = limits;
  if (maxP99Ms !== undefined && latency.p99Ms > maxP99Ms) {
    texts.push(`99th percentile ${latency.p99Ms} ms, at most ${maxP99Ms} ms allowed`);
  }
  return texts;
}

export function describeProgress(seconds: number, deliveries: Deliveries, measurements: Measurements): string {
  const { sent, delivered, lost, doubled, reordered } = deliveries;
  const { p50Ms, p99Ms } = measurements.message.summary();
  return [
    `${seconds.toFixed(0).padStart(4)} s`,
    `sent ${sent}`,
    `delivered ${delivered}`,
    `on their way ${lost}`,
    `doubled ${doubled}`,
    `reordered ${reordered}`,
    `p50 ${p50Ms} ms`,
    `p99 ${p99Ms} ms`,
  ].join('  ');
}

export function describeReport(report: Report): string {
  const { sent, expected, delivered, lost, doubled, reordered } = report.deliveries;
  const { message, connect, enter, sendLag } = report.latencies;
  const percentiles = (name: string, { p50Ms, p90Ms, p99Ms, p999Ms, maxMs }: LatencySummary): string =>
    `${name}  p50 ${p50Ms} ms  p90 ${p90Ms} ms  p99 ${p99Ms} ms  p99.9 ${p999Ms} ms  max ${maxMs} ms`;
  const { disconnects, resumed, fresh } = report.connections;
  return [
    '',
    `messages  sent ${sent}  deliveries ${delivered} of ${expected}  lost ${lost}  doubled ${doubled}  reordered ${reordered}`,
    percentiles('latency ', message),
    percentiles('connect ', connect),
    percentiles('enter   ', enter),
    percentiles('send lag', sendLag),
    `connections lost ${disconnects}  streams resumed ${resumed}  fresh ${fresh}  rooms ended early ${report.roomsEndedEarly}`,
    report.passed ? 'passed' : `FAILED: ${report.failures.join('; ')}`,
  ].join('\n');
}
