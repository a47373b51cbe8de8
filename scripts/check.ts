// `npm run check`: everything a machine can say about the code without running it. One line a check; exit code 1 and
// the tool's own words when one fails.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './checkout.ts';

interface Check {
  readonly name: string;
  /** What was seen, in a few words. @throws Error whose message says what is wrong. */
  run(): Promise<string>;
}

/** What dependency-cruiser reports, as far as it is read here. */
interface Cruise {
  summary: {
    totalCruised: number;
    violations: { rule: { name: string }; from: string; to: string; cycle?: { name: string }[] }[];
  };
}

const execute = promisify(execFile);
const MIN_MODULES = 50;
const FOLDERS = 'shared gateway lobby-server game-server client testing load-test monitor examples scripts tests'.split(
  ' ',
);

const checks: readonly Check[] = [
  { name: 'types', run: () => tool('tsc', '-b').then(() => 'tsc -b') },
  {
    name: 'lint and format',
    run: () => tool('biome', 'ci', '--colors=off', '--error-on-warnings', '.').then(lastLine),
  },
  { name: 'imports', run: checkImports },
  { name: 'protobuf', run: checkProtobuf },
  { name: 'dead code', run: () => tool('knip', '--treat-config-hints-as-errors').then(() => 'knip') },
];

const verdicts = await Promise.all(checks.map(verdictOf));
process.exitCode = verdicts.every(Boolean) ? 0 : 1;

async function verdictOf({ name, run }: Check): Promise<boolean> {
  try {
    console.log(`ok    ${name}: ${await run()}`);
    return true;
  } catch (error) {
    console.log(`FAIL  ${name}\n${error instanceof Error ? error.message : error}`);
    return false;
  }
}

/** Imports go one way, see .dependency-cruiser.cjs. A cruiser that finds no module finds no fault either. */
async function checkImports(): Promise<string> {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...FOLDERS];
  const { summary }: Cruise = JSON.parse(await tool('depcruise', ...args));
  if (summary.totalCruised < MIN_MODULES) throw new Error(`only ${summary.totalCruised} modules were seen`);
  const faults = summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle === undefined ? [to] : cycle.map(step => step.name);
    return `${rule.name}: ${[from, ...way].join(' → ')}`;
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return `${summary.totalCruised} modules`;
}

/** The committed code is what the .proto files give. */
async function checkProtobuf(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-protobuf-'));
  try {
    await execute(process.execPath, ['scripts/protobuf.mjs', '--out', folder], { cwd: root });
    for (const file of ['messages.js', 'messages.d.ts']) {
      const [committed, fresh] = await Promise.all(
        [join(root, 'shared/gen'), folder].map(from => readFile(join(from, file))),
      );
      if (!committed?.equals(fresh ?? Buffer.alloc(0))) throw new Error(`shared/gen/${file} is old: npm run protobuf`);
    }
    return 'shared/gen is up to date';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a tool of the workspace said, on standard output if anything. @throws Error with all it said when it ends badly. */
async function tool(name: string, ...args: string[]): Promise<string> {
  const options = { cwd: root, maxBuffer: 1 << 28, env: { ...process.env, NO_COLOR: '1' } };
  try {
    const { stdout, stderr } = await execute(join(root, 'node_modules/.bin', name), args, options);
    return stdout || stderr;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    if (name === 'depcruise' && stdout.startsWith('{')) return stdout; // violations: the report says more
    throw new Error(`${stdout}${stderr}`.trim() || String(error), { cause: error });
  }
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
