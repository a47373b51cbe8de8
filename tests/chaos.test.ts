import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compiledFile, root } from '@gatehouse/scripts/checkout';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { processesWith } from './harness/marked-processes.ts';

const ENTRY = 'load-test/src/chaos/main.ts';
/** A small run: two rooms of three, checked often. */
const SMALL = ['--players', '6', '--party', '3', '--health-interval-ms', '500', '--seed', '1'];

interface Run {
  readonly child: ChildProcess;
  readonly mark: string;
  readonly lines: string[];
  readonly folder: string;
}

/** One `npm run chaos`, without npm, in a folder of its own. Every process it starts carries the mark. */
async function startChaos(args: readonly string[]): Promise<Run> {
  const program =
    process.env.GATEHOUSE_COMPILED === '1' ? [compiledFile(ENTRY)] : ['--conditions=source', '--import', 'tsx', ENTRY];
  const mark = `chaos-test-${process.pid}-${Math.random()}`;
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-chaos-test-'));
  const env = { ...process.env, NODE_OPTIONS: `--title=${mark}`, TMPDIR: folder };
  const command = [...program, ...SMALL, ...args];
  const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface(stream).on('line', line => lines.push(line));
  }
  return { child, mark, lines, folder };
}

/** Without what tsx keeps of sources that it has compiled. */
async function leftIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter(name => !name.startsWith('tsx-'));
}

async function withChaos(args: readonly string[], check: (run: Run) => Promise<void>): Promise<void> {
  const run = await startChaos(args);
  try {
    await check(run);
  } finally {
    run.child.kill('SIGKILL');
    await rm(run.folder, { recursive: true, force: true });
  }
}

test('chaos: a short run finds injected faults, keeps its promises and leaves nothing', () =>
  withChaos(['--minutes', '0.05', '--faults', 'client-cut,link-cut,lobby-kill'], async run => {
    const { child, mark, lines, folder } = run;
    const [code] = await once(child, 'close');
    assert.is(code, 0, lines.join('\n'));
    assert.match(lines.join('\n'), /proof: a line lost, doubled and out of order/);
    assert.match(lines.join('\n'), /every promise was kept/);
    assert.equal(await leftIn(folder), []);
    assert.equal(processesWith(mark), []);
  }));

test('chaos: a run in which a room loses a line fails, and keeps what it saw', () =>
  withChaos(['--minutes', '0.05', '--faults', 'link-cut', '--inject', 'loss'], async run => {
    const { child, mark, lines } = run;
    const [code] = await once(child, 'close');
    assert.is(code, 1, lines.join('\n'));
    assert.match(lines.join('\n'), /BROKEN {2}rooms: 4 lost, 0 doubled, 0 reordered/);
    const kept = lines.find(line => line.startsWith('logs: '))?.slice('logs: '.length) ?? '';
    assert.match(await readFile(join(kept, 'chaos.log'), 'utf8'), /FAULT/);
    assert.ok(Object.keys(JSON.parse(await readFile(join(kept, 'redis.json'), 'utf8'))).includes('gh:servers'));
    await access(join(kept, 'gateway-1.log'));
    assert.equal(processesWith(mark), []);
  }));

test('chaos: interrupted, it ends and leaves nothing', () =>
  withChaos(['--mode', 'storm'], async ({ child, mark, lines, folder }) => {
    const { stdout } = child;
    if (stdout === null) throw new Error('no output');
    await once(stdout, 'data');
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    assert.is(code, 130, lines.join('\n'));
    assert.equal(processesWith(mark), []);
    assert.equal(await leftIn(folder), []);
  }));

test.run();
