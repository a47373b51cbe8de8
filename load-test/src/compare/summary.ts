import type { WorkloadResult } from './comparison.ts';
import type { Sample } from './sample.ts';
import { median, medianRatio } from './statistics.ts';
import { BASIS, TARGET_NAMES, type TargetName } from './target.ts';

/** A figure of a target: median of its rounds, and of the rounds' ratios to plain ws where those mean something. */
export interface Figure {
  readonly median: number;
  readonly ratio?: number;
}

export type FigureName = keyof typeof FIGURES;

/** What is compared, and how it is read from a sample. */
export const FIGURES = {
  cpuMicros: (sample: Sample) => (sample.kind === 'traffic' ? sample.cpuMicros : undefined),
  messagesPerSecond: (sample: Sample) => (sample.kind === 'traffic' ? sample.messagesPerSecond : undefined),
  p50Ms: (sample: Sample) => (sample.kind === 'traffic' ? sample.latency.p50Ms : undefined),
  p99Ms: (sample: Sample) => (sample.kind === 'traffic' ? sample.latency.p99Ms : undefined),
  p999Ms: (sample: Sample) => (sample.kind === 'traffic' ? sample.latency.p999Ms : undefined),
  generatorLoad: (sample: Sample) => (sample.kind === 'traffic' ? sample.generatorLoad : undefined),
  lost: (sample: Sample) => (sample.kind === 'traffic' ? sample.lost : undefined),
  rssBytes: (sample: Sample) => (sample.kind === 'idle' ? sample.rssBytes : undefined),
};

export interface TargetSummary {
  readonly target: TargetName;
  readonly figures: Readonly<Partial<Record<FigureName, Figure>>>;
  /** Median of each process: microseconds per message, or bytes per connection. */
  readonly byProcess: Readonly<Record<string, number>>;
}

/** One for each target that was measured, in the order of TARGET_NAMES. */
export function summarize({ samples }: Pick<WorkloadResult, 'samples'>): TargetSummary[] {
  const basis = samples[BASIS] ?? [];
  return TARGET_NAMES.flatMap(target => {
    const own = samples[target];
    return own === undefined ? [] : [{ target, figures: figuresOf(own, basis), byProcess: byProcess(own) }];
  });
}

function figuresOf(own: readonly Sample[], basis: readonly Sample[]): Partial<Record<FigureName, Figure>> {
  const figures: Partial<Record<FigureName, Figure>> = {};
  for (const [name, read] of Object.entries(FIGURES) as [FigureName, (sample: Sample) => number | undefined][]) {
    const values = own.map(read);
    const known = values.filter(value => value !== undefined);
    if (known.length === 0) continue;
    const ratio = medianRatio(values, basis.map(read));
    figures[name] = ratio === undefined ? { median: median(known) } : { median: median(known), ratio };
  }
  return figures;
}

function byProcess(samples: readonly Sample[]): Record<string, number> {
  const costs = samples.map(sample => (sample.kind === 'traffic' ? sample.cpuMicrosOf : sample.rssBytesOf));
  const names = Object.keys(costs[0] ?? {});
  return Object.fromEntries(names.map(name => [name, median(costs.map(cost => cost[name] ?? 0))]));
}
