/** What the painter draws with: a context, and how many of its units are one CSS pixel. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly unitsPerPixel: number;
}

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** In CSS pixels: letters are as large on a phone as on a wall. */
  readonly pixels: number;
}

const TURN = 2 * Math.PI;

export function fillCircle({ context }: Brush, { x, y, radius }: Circle, colour: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  context.fillStyle = colour;
  context.fill();
}

export function strokeCircle(
  { context }: Brush,
  { x, y, radius }: Circle,
  line: { colour: string; width: number },
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  context.lineWidth = line.width;
  context.strokeStyle = line.colour;
  context.stroke();
}

/** `corners`: x, y, x, y … */
export function fillPolygon({ context }: Brush, corners: readonly number[], colour: string): void {
  context.beginPath();
  for (let index = 0; index < corners.length; index += 2) context.lineTo(corners[index] ?? 0, corners[index + 1] ?? 0);
  context.closePath();
  context.fillStyle = colour;
  context.fill();
}

/** Readable on anything: the letters have a rim. */
export function writeLabel(
  { context, unitsPerPixel }: Brush,
  label: Label,
  colours: { ink: string; rim: string },
): void {
  const size = label.pixels * unitsPerPixel;
  const y = Math.max(size, label.y);
  context.font = `600 ${size}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.lineJoin = 'round';
  context.lineWidth = size / 3.5;
  context.strokeStyle = colours.rim;
  context.strokeText(label.text, label.x, y);
  context.fillStyle = colours.ink;
  context.fillText(label.text, label.x, y);
}
