/** The middle value; of an even number the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * Median of the ratios within each round: what slowed the machine for a while slowed both, and cancels out. Rounds that
 * lack one of the two do not count. undefined when none has both.
 */
export function medianRatio(
  values: readonly (number | undefined)[],
  basis: readonly (number | undefined)[],
): number | undefined {
  const ratios: number[] = [];
  for (const [round, value] of values.entries()) {
    const base = basis[round];
    if (value !== undefined && base !== undefined && base > 0) ratios.push(value / base);
  }
  return ratios.length === 0 ? undefined : median(ratios);
}
