import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

// WCAG 2.2 AA: 1.4.3 of text, 1.4.11 of marks and of the borders of what can be used.

const TEXT = 4.5;
const MARK = 3;
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const SURFACES = ['panel', 'background', 'sunken'];
const pairs: [least: number, colors: readonly string[], on: readonly string[]][] = [
  [TEXT, ['ink', 'muted', 'accent', 'good', 'bad', 'warm'], SURFACES],
  [TEXT, ['up', 'degraded', 'pending', 'down', 'maintenance', 'paused', 'unknown'], SURFACES],
  [TEXT, ['good'], ['good-soft']],
  [TEXT, ['warm', 'ink'], ['warm-soft']],
  [TEXT, ['bad'], ['bad-soft']],
  [TEXT, ['accent-ink'], ['accent']],
  [TEXT, ['bad-ink'], ['bad']],
  [TEXT, ['panel'], ['ink']], // the tip of a bar
  [MARK, ['edge', 'accent'], [...SURFACES, 'warm-soft', 'bad-soft']],
];

const table = colorTable(readFileSync(new URL('theme.css', import.meta.url), 'utf8'));

for (const theme of THEMES) {
  for (const [least, colors, on] of pairs) {
    test(`theme: ${theme}, ${colors.join(', ')} on ${on.join(', ')}: ${least}:1`, () => {
      const all = colors.flatMap(color => on.map(under => ({ color, under, ratio: contrast(theme, color, under) })));
      assert.equal(
        all.filter(({ ratio }) => !(ratio >= least)),
        [],
      );
    });
  }
}

test.run();

/** The values of the variables, by name; of two, the light one first. */
function colorTable(css: string): ReadonlyMap<string, readonly string[]> {
  const lines = css.matchAll(/^\s*--([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|var\(--([\w-]+)\));$/gm);
  return new Map([...lines].map(([, name = '', light, dark, other]) => [name, [light, dark, other].filter(isText)]));
}

function isText(text: string | undefined): text is string {
  return text !== undefined;
}

function colorOf(theme: Theme, name: string): string {
  const [first = '', second] = table.get(name) ?? [];
  if (second !== undefined) return theme === 'light' ? first : second;
  if (!table.has(first)) throw new Error(`${name} is no colour`);
  return colorOf(theme, first);
}

function contrast(theme: Theme, color: string, under: string): number {
  const [dim = 0, bright = 0] = [color, under].map(name => luminance(colorOf(theme, name))).sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
