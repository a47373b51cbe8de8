import { type Durations, measureIdle, measureTraffic } from './measure.ts';
import type { Sample } from './sample.ts';
import type { RunningTarget, Target, TargetName } from './target.ts';
import type { Workload } from './workloads.ts';

export interface ComparisonOptions {
  readonly targets: readonly Target[];
  readonly workloads: readonly Workload[];
  readonly rounds: number;
  readonly durations: Durations;
  /** Hears of every run as it ends. */
  readonly progress: (workload: Workload, round: number, target: TargetName, sample: Sample) => void;
}

/** Samples of one workload: of each target one for each round, in order. */
export interface WorkloadResult {
  readonly workload: Workload;
  readonly samples: Readonly<Partial<Record<TargetName, readonly Sample[]>>>;
}

/**
 * Every target runs from the first workload with traffic on until `stop`; in each round each has its turn, one after the
 * other, so that whatever else this machine does meets all of them.
 */
export class Comparison {
  private readonly options: ComparisonOptions;
  private readonly running = new Map<Target, RunningTarget>();

  constructor(options: ComparisonOptions) {
    this.options = options;
  }

  /** Rejects at the first run that fails. */
  async run(done: (result: WorkloadResult) => void): Promise<WorkloadResult[]> {
    const results: WorkloadResult[] = [];
    for (const workload of this.options.workloads) {
      const result = await this.measure(workload);
      results.push(result);
      done(result);
    }
    return results;
  }

  async stop(): Promise<void> {
    const running = [...this.running.values()];
    this.running.clear();
    await Promise.all(running.map(target => target.stop()));
  }

  private async measure(workload: Workload): Promise<WorkloadResult> {
    const { targets, rounds, progress } = this.options;
    const samples: Partial<Record<TargetName, Sample[]>> = {};
    for (let round = 1; round <= rounds; round++) {
      for (const target of targets) {
        const sample = await this.sample(target, workload);
        samples[target.name] = [...(samples[target.name] ?? []), sample];
        progress(workload, round, target.name, sample);
      }
    }
    return { workload, samples };
  }

  private async sample(target: Target, workload: Workload): Promise<Sample> {
    if (workload.kind === 'idle') return measureIdle(target, workload);
    const running = this.running.get(target) ?? (await target.start('traffic'));
    this.running.set(target, running);
    return measureTraffic(running, workload, this.options.durations);
  }
}
