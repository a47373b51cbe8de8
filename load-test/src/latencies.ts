import { build, type Histogram } from 'hdr-histogram-js';

const MICROSECONDS_PER_MS = 1000;
const LONGEST_MS = 120_000;

export interface LatencySummary {
  readonly samples: number;
  readonly meanMs: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  readonly maxMs: number;
}

/** Durations, to 3 significant digits from 1 µs on; longer ones than two minutes count as two minutes. */
export class Latencies {
  private readonly histogram: Histogram = build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: LONGEST_MS * MICROSECONDS_PER_MS,
    numberOfSignificantValueDigits: 3,
  });

  record(durationMs: number): void {
    const bounded = Math.min(Math.max(0, durationMs), LONGEST_MS);
    this.histogram.recordValue(Math.round(bounded * MICROSECONDS_PER_MS));
  }

  summary(): LatencySummary {
    const { histogram } = this;
    const at = (percentile: number): number => toMs(histogram.getValueAtPercentile(percentile));
    const isEmpty = histogram.totalCount === 0;
    return {
      samples: histogram.totalCount,
      meanMs: isEmpty ? 0 : toMs(histogram.mean),
      p50Ms: at(50),
      p90Ms: at(90),
      p99Ms: at(99),
      p999Ms: at(99.9),
      maxMs: toMs(histogram.maxValue),
    };
  }
}

function toMs(microseconds: number): number {
  return Math.round(microseconds) / MICROSECONDS_PER_MS;
}
