import 'uplot/dist/uPlot.min.css';
import uPlot from 'uplot';
import { clockText } from '../time/clock-text.ts';
import type { LatencySeries } from './latency-series.ts';

const HEIGHT = 240;
const AXIS_WIDTH = 64;
/** Least pixels from one time to the next. */
const TIME_WIDTH = 70;
const MINUTE_SECONDS = 60;
const DAY_SECONDS = 86_400;
const TIME_HEIGHT = 32;
const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const SECOND = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** A chart in an element: its width is that of the element. Loaded with the first detail view, not with the page. */
export class LatencyChart {
  private readonly root: HTMLElement;
  private readonly resized: ResizeObserver;
  private plot: uPlot | undefined;
  private series: LatencySeries = { times: [], latencies: [], worst: undefined, bands: [] };

  constructor(root: HTMLElement) {
    this.root = root;
    this.resized = new ResizeObserver(() => this.plot?.setSize({ width: root.clientWidth, height: HEIGHT }));
    this.resized.observe(root);
  }

  show(series: LatencySeries): void {
    const isSameShape = (this.series.worst === undefined) === (series.worst === undefined);
    this.series = series;
    if (this.plot !== undefined && isSameShape) this.plot.setData(dataOf(series));
    else this.draw();
  }

  /** Anew, in the colours of now. */
  draw(): void {
    this.plot?.destroy();
    this.plot = new uPlot(this.options(), dataOf(this.series), this.root);
  }

  close(): void {
    this.resized.disconnect();
    this.plot?.destroy();
  }

  private options(): uPlot.Options {
    const [ink, grid, line, worst, bad] = ['muted', 'line', 'accent', 'warm', 'bad'].map(name =>
      resolvedColor(this.root, name),
    );
    const axis: uPlot.Axis = { stroke: ink ?? '', grid: { stroke: grid ?? '', width: 1 }, ticks: { show: false } };
    const value = (_: uPlot, ms: number | null) =>
      ms === null || ms === undefined ? '–' : `${Math.round(ms * 10) / 10} ms`;
    const worstSeries: uPlot.Series[] =
      this.series.worst === undefined
        ? []
        : [{ label: 'worst', stroke: worst ?? '', width: 1, dash: [4, 4], value, points: { show: false } }];
    return {
      width: this.root.clientWidth,
      height: HEIGHT,
      padding: [12, 12, 0, 0],
      series: [
        { label: 'at', value: (_, seconds) => (seconds ? clockText(seconds * 1000) : '–') },
        { label: 'latency', stroke: line ?? '', width: 2, value, points: { size: 4 } },
        ...worstSeries,
      ],
      axes: [
        { ...axis, size: TIME_HEIGHT, space: TIME_WIDTH, values: timeLabels },
        { ...axis, size: AXIS_WIDTH, values: (_, ticks) => ticks.map(ms => `${ms} ms`) },
      ],
      scales: { y: { range: (_, __, max) => [0, Math.max(1, (max || 0) * 1.15)] } },
      hooks: { drawClear: [plot => this.drawBands(plot, bad ?? '')] },
    };
  }

  private drawBands({ ctx, bbox, valToPos }: uPlot, color: string): void {
    ctx.save();
    ctx.fillStyle = color;
    ctx.globalAlpha = 0.22;
    for (const { from, to } of this.series.bands) {
      const left = Math.max(bbox.left, valToPos(from, 'x', true));
      const right = Math.min(bbox.left + bbox.width, valToPos(to, 'x', true));
      if (right >= left) ctx.fillRect(left, bbox.top, Math.max(2, right - left), bbox.height);
    }
    ctx.restore();
  }
}

/** In the person's own writing; where a day begins, its name. */
function timeLabels(_: uPlot, ticks: number[], __: number, ___: number, stepSeconds: number): string[] {
  return ticks.map((second, index) => {
    const day = DAY.format(second * 1000);
    const before = ticks[index - 1];
    const isNewDay = before !== undefined && DAY.format(before * 1000) !== day;
    if (stepSeconds >= DAY_SECONDS || isNewDay) return day;
    return (stepSeconds < MINUTE_SECONDS ? SECOND : TIME).format(second * 1000);
  });
}

function dataOf({ times, latencies, worst }: LatencySeries): uPlot.AlignedData {
  return [[...times], [...latencies], ...(worst === undefined ? [] : [[...worst]])];
}

/** A canvas knows no variables, and a variable may be of two colours: an element in that colour says which it is. */
function resolvedColor(root: HTMLElement, name: string): string {
  const probe = document.createElement('span');
  probe.className = `ink-${name}`;
  root.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
