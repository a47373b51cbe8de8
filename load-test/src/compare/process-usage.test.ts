import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cpuMicros, parseCpuMicros, parseRssBytes, rssBytes } from './process-usage.ts';

const stats: [name: string, stat: string, micros: number][] = [
  ['user and system', '42 (node) S 1 42 42 0 -1 4194560 5536 61213 0 1 250 31 57 24 20 0 1 0 4', 2_810_000],
  ['a name with spaces and parentheses', '42 (a (b) c d) R 1 42 42 0 -1 0 0 0 0 0 7 3 9 9 20 0', 100_000],
];
for (const [name, stat, micros] of stats) {
  test(`processor time: ${name}`, () => assert.is(parseCpuMicros(stat), micros));
}

test('processor time: a text without it is refused', () => {
  assert.throws(() => parseCpuMicros('42 (node) S 1'), /no processor time/);
});

test('memory: VmRSS in bytes', () => {
  assert.is(parseRssBytes('Name:\tnode\nVmHWM:\t  900 kB\nVmRSS:\t  812 kB\nRssAnon:\t 1 kB\n'), 812 * 1024);
});

test('memory: of an ended process there is none', () => {
  assert.throws(() => parseRssBytes('Name:\tnode\nState:\tZ (zombie)\n'), /has ended/);
});

test('of this process', () => {
  assert.ok(cpuMicros(process.pid) > 0);
  assert.ok(rssBytes(process.pid) > 10 * 1024 * 1024);
});

test.run();
