import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** One run of a test file: most have one. */
export interface TestRun {
  readonly file: string;
  /** For the person at the terminal. */
  readonly label: string;
  readonly env: Readonly<Record<string, string>>;
}

const DATABASE_FILE = 'test-database.ts';

/** The files that keep something in the monitor's database, themselves or by a file of their own package that they import. */
export async function filesOnDatabases(root: string, files: readonly string[]): Promise<ReadonlySet<string>> {
  const monitorFiles = files.filter(file => file.startsWith('monitor/src/'));
  const uses = await Promise.all(monitorFiles.map(file => usesDatabase(join(root, file))));
  return new Set(monitorFiles.filter((_, index) => uses[index]));
}

/** Each file once, and those of `onDatabases` a second time on PostgreSQL, when there is one. */
export function testRuns(
  files: readonly string[],
  { onDatabases, postgresUrl }: { onDatabases: ReadonlySet<string>; postgresUrl: string | undefined },
): TestRun[] {
  return files.flatMap(file => {
    const run = { file, label: file, env: { TEST_POSTGRES_URL: '' } };
    if (postgresUrl === undefined || !onDatabases.has(file)) return [run];
    return [run, { file, label: `${file} on PostgreSQL`, env: { TEST_POSTGRES_URL: postgresUrl } }];
  });
}

async function usesDatabase(path: string): Promise<boolean> {
  const imports = await importsOf(path);
  if (imports.some(file => file.endsWith(`/${DATABASE_FILE}`))) return true;
  const behind = await Promise.all(imports.filter(file => !file.endsWith('.tsx')).map(importsOf));
  return behind.flat().some(file => file.endsWith(`/${DATABASE_FILE}`));
}

/** Of relative paths. */
async function importsOf(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8');
  return [...text.matchAll(/from '(\.[^']+)'/g)].map(([, target]) => join(dirname(path), target ?? ''));
}
