import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compiledFile, root } from '@gatehouse/scripts/checkout';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { processesWith } from './harness/marked-processes.ts';

const ENTRY = 'load-test/src/compare/main.ts';

/** One `npm run compare`, without npm. Every process it starts carries the mark in its environment. */
function startComparison(args: readonly string[]): { child: ChildProcess; mark: string; lines: string[] } {
  const program =
    process.env.GATEHOUSE_COMPILED === '1' ? [compiledFile(ENTRY)] : ['--conditions=source', '--import', 'tsx', ENTRY];
  const mark = `compare-test-${process.pid}-${Math.random()}`;
  const env = { ...process.env, NODE_OPTIONS: `--title=${mark}` };
  const child = spawn(process.execPath, [...program, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', line => lines.push(line));
  return { child, mark, lines };
}

test('compare: a tiny one runs to its end, loses nothing and leaves nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-compare-'));
  try {
    const json = join(folder, 'compare.json');
    const workloads = ['--workloads', 'echo-200,idle', '--idle-connections', '100'];
    const { child, mark, lines } = startComparison(['--quick', ...workloads, '--json', json]);
    const [code] = await once(child, 'close');
    assert.is(code, 0, lines.join('\n'));
    const report = JSON.parse(await readFile(json, 'utf8'));
    assert.is(report.workloads.length, 2);
    for (const { workload, samples } of report.workloads) {
      for (const target of ['plain-ws', 'gatehouse']) {
        const [sample] = samples[target];
        const what = `${workload.name} on ${target}: ${JSON.stringify(sample)}`;
        if (workload.kind === 'idle') assert.ok(Number.isFinite(sample.rssBytes), what);
        else assert.ok(sample.messagesPerSecond > 0 && sample.lost === 0, what);
      }
    }
    const table = lines.findIndex(line => line.startsWith('echo, closed loop, 20 connections'));
    assert.match(lines[table + 1] ?? '', /CPU µs\/msg +× ws/);
    assert.equal(processesWith(mark), []);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('compare: interrupted, it ends and leaves nothing', async () => {
  const { child, mark, lines } = startComparison([
    '--workloads',
    'echo-50',
    '--targets',
    'plain-ws',
    '--seconds',
    '0.2',
  ]);
  const { stdout } = child;
  if (stdout === null) throw new Error('no output');
  await once(stdout, 'data'); // the end of its first run
  child.kill('SIGINT');
  await once(child, 'close');
  assert.match(lines.join('\n'), /echo-50 round 1 of 5: plain ws/);
  assert.equal(processesWith(mark), []);
});

test.run();
