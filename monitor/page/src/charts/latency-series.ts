import type { Beat, Rollup } from '../api/shapes.ts';

/** Drawn from left to right. `latencies` null: nothing was answered then. */
export interface LatencySeries {
  /** Seconds since 1970, ascending. */
  readonly times: readonly number[];
  readonly latencies: readonly (number | null)[];
  /** The worst of each span; undefined: each point is one check. */
  readonly worst: readonly (number | null)[] | undefined;
  readonly bands: readonly DownBand[];
}

/** Seconds since 1970. */
export interface DownBand {
  readonly from: number;
  readonly to: number;
}

export function seriesOfResults(results: readonly Beat[]): LatencySeries {
  const times = results.map(({ at }) => at / 1000);
  const bands = results.flatMap(({ ok }, index): DownBand[] => {
    const from = times[index] ?? 0;
    return ok ? [] : [{ from, to: times[index + 1] ?? from }];
  });
  return {
    times,
    latencies: results.map(({ ok, latencyMs }) => (ok ? latencyMs : null)),
    worst: undefined,
    bands: joined(bands),
  };
}

/** @param spanSeconds what one rollup is of; where none is, the line is broken */
export function seriesOfRollups(rollups: readonly Rollup[], spanSeconds: number): LatencySeries {
  const times: number[] = [];
  const latencies: (number | null)[] = [];
  const worst: (number | null)[] = [];
  const bands: DownBand[] = [];
  for (const { start, up, down, latencyMs, latencyMaxMs } of rollups) {
    const from = start / 1000;
    const before = times.at(-1);
    if (before !== undefined && from - before > spanSeconds * 1.5) {
      times.push(before + spanSeconds);
      latencies.push(null);
      worst.push(null);
    }
    times.push(from);
    latencies.push(up > 0 ? latencyMs : null);
    worst.push(up > 0 ? latencyMaxMs : null);
    if (down > 0) bands.push({ from, to: from + spanSeconds });
  }
  return { times, latencies, worst, bands: joined(bands) };
}

/** Bands that touch are one. */
function joined(bands: readonly DownBand[]): DownBand[] {
  const result: DownBand[] = [];
  for (const band of bands) {
    const last = result.at(-1);
    if (last !== undefined && band.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, band.to) };
    else result.push(band);
  }
  return result;
}
