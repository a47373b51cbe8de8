import type { Sample } from './sample.ts';

/** One run in a few words. */
export function describeSample(sample: Sample): string {
  if (sample.kind === 'idle') return `${(sample.rssBytes / 1024).toFixed(2)} KiB per connection`;
  const { cpuMicros, messagesPerSecond, latency } = sample;
  return `${cpuMicros.toFixed(2)} µs, ${messagesPerSecond.toFixed(0)} messages/s, p99 ${latency.p99Ms} ms`;
}
