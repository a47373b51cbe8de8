const STEPS: readonly (readonly [unit: string, ms: number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
];

/** `3 min 20 s`: the two greatest units, cut, never rounded up. Below a second: `0 s`. */
export function durationText(ms: number): string {
  const whole = Math.max(0, ms);
  const first = STEPS.findIndex(([, size]) => whole >= size);
  if (first < 0) return '0 s';
  const parts = STEPS.slice(first, first + 2).map(([unit, size], index) => {
    const [, above] = STEPS[first + index - 1] ?? ['', Number.POSITIVE_INFINITY];
    return [Math.floor((index === 0 ? whole : whole % above) / size), unit] as const;
  });
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** The greatest unit only, for a narrow column. */
export function shortDuration(ms: number): string {
  return durationText(ms).split(' ').slice(0, 2).join(' ');
}

/** `12 ms`, `1.2 s`. */
export function latencyText(ms: number | null): string {
  if (ms === null) return '–';
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return `${ms < 10 ? Number(ms.toFixed(1)) : Math.round(ms)} ms`;
}

/** Never 100 % when there was an outage. */
export function uptimeText(share: number | null): string {
  if (share === null) return '–';
  const percent = Math.floor(share * 10_000) / 100;
  return `${percent === 100 ? '100' : percent.toFixed(2)} %`;
}
