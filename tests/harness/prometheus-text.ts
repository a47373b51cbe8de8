/** One metric as a process serves it. */
export interface ServedMetric {
  readonly type: string;
  /** By labels as written, `{state="up"}`; '' without. */
  readonly values: ReadonlyMap<string, number>;
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
const HELP = new RegExp(`^# HELP (${NAME}) \\S.*$`);
const TYPE = new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram|summary|untyped)$`);
const SAMPLE = new RegExp(`^(${NAME})(\\{${LABEL}(?:,${LABEL})*\\})? (\\S+)$`);
/** What a histogram or a summary adds to its name. */
const PARTS = /_(bucket|sum|count)$/;

/** The text format 0.0.4 of Prometheus, read strictly. @throws Error naming the first line that is wrong. */
export function parsePrometheusText(text: string): ReadonlyMap<string, ServedMetric> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const metrics = new Map<string, { type: string; values: Map<string, number> }>();
  for (const line of text.split('\n')) {
    if (line === '' || HELP.test(line)) continue;
    const [, name, type] = TYPE.exec(line) ?? [];
    if (name !== undefined && type !== undefined) {
      if (metrics.has(name)) throw new Error(`${name} is there twice`);
      metrics.set(name, { type, values: new Map() });
      continue;
    }
    const [, sampled = '', labels = '', written = ''] = SAMPLE.exec(line) ?? [];
    const metric = metrics.get(sampled) ?? metrics.get(sampled.replace(PARTS, ''));
    const value = written === 'Nan' ? Number.NaN : Number(written);
    if (metric === undefined || (Number.isNaN(value) && written !== 'Nan')) throw new Error(`not understood: ${line}`);
    const key = sampled.replace(PARTS, '') === sampled ? labels : `${sampled} ${labels}`;
    if (metric.values.has(key)) throw new Error(`twice: ${line}`);
    metric.values.set(key, value);
  }
  return metrics;
}
