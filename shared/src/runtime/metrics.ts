import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { CountedLog } from './counted-log.ts';
import type { Log } from './log.ts';
import { LOG_EVENTS } from './log-events.ts';

/** What is read at a scrape: one number, or one for each value of the metric's label. */
export type Reading = number | Iterable<readonly [label: string, value: number]>;

export interface MetricOptions {
  readonly name: string;
  readonly help: string;
  /** Name of the label, where `read` gives several. */
  readonly label?: string;
  /** Called at a scrape. A counter never goes back. */
  readonly read: () => Reading;
}

/**
 * The metrics of one process. Nothing is measured for each message: the code counts with plain integers of its own, and a scrape
 * reads them. Life events are counted where they are logged.
 */
export class Metrics {
  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE;
  private readonly registry = new Registry();
  private standard: 'off' | 'on' = 'off';

  /** The log to use instead of `log`: `gatehouse_events_total` says how often each event was written, whatever the level. */
  countEvents(log: Log): Log {
    const counts = new Map<string, number>(Object.values(LOG_EVENTS).map(event => [event, 0])); // a rate needs the 0 before the 1
    const help = 'Log events, whatever LOG_LEVEL is; see docs/OPERATIONS.md';
    this.counter({ name: 'gatehouse_events_total', help, label: 'event', read: () => counts });
    return new CountedLog(log, counts);
  }

  counter(options: MetricOptions): void {
    const { read, label = '' } = options;
    new Counter({
      ...this.base(options),
      collect() {
        this.reset();
        record(read(), label, (labels, value) => this.inc(labels, value));
      },
    });
  }

  gauge(options: MetricOptions): void {
    const { read, label = '' } = options;
    new Gauge({
      ...this.base(options),
      collect() {
        this.reset();
        record(read(), label, (labels, value) => this.set(labels, value));
      },
    });
  }

  /** All of them as Prometheus reads them. From the first call on Node's own are measured too: memory, processor, loop lag. */
  text(): Promise<string> {
    if (this.standard === 'off') collectDefaultMetrics({ register: this.registry });
    this.standard = 'on';
    return this.registry.metrics();
  }

  private base({ name, help, label }: MetricOptions) {
    return { name, help, labelNames: label === undefined ? [] : [label], registers: [this.registry] };
  }
}

function record(reading: Reading, label: string, write: (labels: Record<string, string>, value: number) => void): void {
  if (typeof reading === 'number') write({}, reading);
  else for (const [name, value] of reading) write({ [label]: name }, value);
}
