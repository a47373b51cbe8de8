/** Colours of the picture; those of the page's style sheet, so that light and dark are decided in one place. */
export interface Palette {
  readonly floor: string;
  readonly grid: string;
  readonly wall: string;
  readonly pillar: string;
  readonly pillarEdge: string;
  readonly coin: string;
  readonly coinEdge: string;
  readonly gem: string;
  readonly ink: string;
  readonly halo: string;
}

const NAMES: readonly (keyof Palette)[] = [
  'floor',
  'grid',
  'wall',
  'pillar',
  'pillarEdge',
  'coin',
  'coinEdge',
  'gem',
  'ink',
  'halo',
];
/** Far apart for neighbours, and none like a coin or a gem. */
const HUES = [172, 346, 216, 22, 122, 320, 195, 82, 245, 4, 150, 232];

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  return Object.fromEntries(NAMES.map(name => [name, style.getPropertyValue(`--arena-${name}`).trim()])) as Record<
    keyof Palette,
    string
  >;
}

/** CSS colour of a mover, readable on the floor in light and dark. */
export function moverColour(colour: number): string {
  return `hsl(${HUES[colour % HUES.length]} 62% 52%)`;
}
