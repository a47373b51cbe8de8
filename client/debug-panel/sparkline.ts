const WIDTH = 120;
const HEIGHT = 28;
const SVG = 'http://www.w3.org/2000/svg';

/** The newest values as a line; the highest one touches the top. */
export class Sparkline {
  readonly svg: SVGSVGElement;
  private readonly line: SVGPolylineElement;

  constructor() {
    this.svg = document.createElementNS(SVG, 'svg');
    this.svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
    this.svg.setAttribute('preserveAspectRatio', 'none');
    this.svg.setAttribute('aria-hidden', 'true'); // the numbers beside it say the same
    this.line = document.createElementNS(SVG, 'polyline');
    this.svg.append(this.line);
  }

  show(values: readonly number[], countKept: number): void {
    const highest = Math.max(1, ...values);
    const first = countKept - values.length;
    const points = values.map((value, at) => {
      const x = ((first + at) / (countKept - 1)) * WIDTH;
      const y = HEIGHT - 2 - (value / highest) * (HEIGHT - 4);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    });
    this.line.setAttribute('points', points.join(' '));
  }
}
