import { useEffect, useRef, useState } from 'preact/hooks';
import type { List, ProbeResult, Rollup, Target } from '../../api/shapes.ts';
import { makeLanguageKnown } from '../../charts/known-language.ts';
import type { LatencyChart } from '../../charts/latency-chart.ts';
import { type LatencySeries, seriesOfResults, seriesOfRollups } from '../../charts/latency-series.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Problem } from '../../parts/problem.tsx';
import type { Session } from '../../session.ts';
import { followSystemTheme } from '../../theme.ts';
import { clockText } from '../../time/clock-text.ts';
import { durationText, latencyText } from '../../time/durations.ts';

const HOUR_MS = 3_600_000;
const RANGES = {
  recent: { text: 'Recent', span: undefined, lengthMs: 0 },
  '3h': { text: '3 h', span: 'minute', lengthMs: 3 * HOUR_MS },
  '24h': { text: '24 h', span: 'minute', lengthMs: 24 * HOUR_MS },
  week: { text: '1 week', span: 'hour', lengthMs: 7 * 24 * HOUR_MS },
  month: { text: '30 days', span: 'hour', lengthMs: 30 * 24 * HOUR_MS },
  year: { text: '1 year', span: 'day', lengthMs: 365 * 24 * HOUR_MS },
} as const;
type Range = keyof typeof RANGES;
const SPAN_SECONDS = { minute: 60, hour: 3600, day: 86_400 } as const;
const TABLE_ROWS = 60;

export function LatencyPanel({ session, target }: { readonly session: Session; readonly target: Target }) {
  const [range, setRange] = useState<Range>('recent');
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: `${target.id} ${range}`,
    kinds: ['target'],
    id: target.id,
    load: () => readSeries(session, target.id, range),
  });
  return (
    <section class="panel" aria-label="Latency">
      <div class="row between">
        <h2>Latency</h2>
        <fieldset class="segments" aria-label="Range">
          {(Object.keys(RANGES) as Range[]).map(each => (
            <button key={each} type="button" aria-pressed={each === range} onClick={() => setRange(each)}>
              {RANGES[each].text}
            </button>
          ))}
        </fieldset>
      </div>
      <Problem text={problem} onRetry={reload} />
      {data !== undefined && data.times.length === 0 && <p class="muted">Nothing was checked in this range.</p>}
      {data !== undefined && data.times.length > 0 && (
        <>
          <Chart series={data} />
          <p class="hint">
            Red bands: {data.bands.length === 0 ? 'none, no check failed.' : 'checks failed.'}
            {data.worst !== undefined && ' Dashed: the slowest of each span.'}
          </p>
          <SeriesTable series={data} />
        </>
      )}
    </section>
  );
}

async function readSeries(session: Session, id: string, range: Range): Promise<LatencySeries> {
  const { span, lengthMs } = RANGES[range];
  const path = `targets/${encodeURIComponent(id)}`;
  if (span === undefined) {
    const { items } = await session.api.read<List<ProbeResult>>(`${path}/results`);
    return seriesOfResults(items);
  }
  const now = Date.now();
  const query = new URLSearchParams({ span, from: `${now - lengthMs}`, to: `${now}` });
  const { items } = await session.api.read<List<Rollup>>(`${path}/rollups?${query}`);
  return seriesOfRollups(items, SPAN_SECONDS[span]);
}

function Chart({ series }: { readonly series: LatencySeries }) {
  const root = useRef<HTMLDivElement>(null);
  const chart = useRef<LatencyChart | undefined>(undefined);
  const newest = useRef(series);
  newest.current = series;
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let isGone = false;
    const draw = async () => {
      makeLanguageKnown();
      const { LatencyChart } = await import('../../charts/latency-chart.ts');
      if (isGone || root.current === null) return;
      chart.current = new LatencyChart(root.current);
      chart.current.show(newest.current);
    };
    draw().catch(() => setProblem('The chart cannot be loaded. The table below says the same.'));
    const stop = followSystemTheme(() => chart.current?.draw());
    return () => {
      isGone = true;
      stop();
      chart.current?.close();
    };
  }, []);
  useEffect(() => chart.current?.show(series), [series]);
  return (
    <>
      <Problem text={problem} />
      <div class="chart" ref={root} role="img" aria-label={seriesText(series)} />
    </>
  );
}

function seriesText({ times, latencies, bands }: LatencySeries): string {
  const known = latencies.filter(latency => latency !== null);
  const mean = known.length === 0 ? null : known.reduce((sum, latency) => sum + latency, 0) / known.length;
  const downSeconds = bands.reduce((sum, { from, to }) => sum + to - from, 0);
  const outages =
    bands.length === 0 ? 'no outage' : `${bands.length} outages, ${durationText(downSeconds * 1000)} in all`;
  return `Latency of ${times.length} checks or spans, ${latencyText(mean)} on average, ${outages}.`;
}

function SeriesTable({ series }: { readonly series: LatencySeries }) {
  const rows = series.times.map((time, index) => ({ time, latency: series.latencies[index] ?? null }));
  return (
    <details>
      <summary>The newest as a table</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col" class="number">
                Latency
              </th>
            </tr>
          </thead>
          <tbody>
            {rows
              .slice(-TABLE_ROWS)
              .reverse()
              .map(({ time, latency }) => (
                <tr key={time}>
                  <td>{clockText(time * 1000)}</td>
                  <td class="number">{latency === null ? 'no answer' : latencyText(latency)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
