import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledFile, root } from '@gatehouse/scripts/checkout';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { codeOf, readMarkdown, tableRows } from './markdown.ts';

/** One field of a configuration, as zod offers it. */
interface Setting {
  safeParse(value: unknown): { success: boolean; data?: unknown };
}

const SERVERS = ['gateway', 'lobby-server', 'game-server'];
const SOURCES: Readonly<Record<string, string>> = {
  gateway: 'gateway/src/config.ts',
  'lobby-server': 'lobby-server/src/config.ts',
  'game-server': 'game-server/src/config.ts',
  monitor: 'monitor/src/config.ts',
  'npm start': 'scripts/demo-plan.ts',
};

const variables = tableRows(readMarkdown('README.md'), 'Name', 'Read by', 'Default', 'Meaning').map(
  ([name = '', readBy = '', byDefault = '', meaning = '']) => ({
    name: codeOf(name) ?? '',
    readBy: readBy === 'every server' ? SERVERS : readBy.split(', '),
    byDefault,
    meaning,
  }),
);

async function settingsOf(program: string): Promise<Readonly<Record<string, Setting>>> {
  const source = SOURCES[program] ?? '';
  const file = import.meta.url.endsWith('.ts') ? source : compiledFile(source);
  const { settings } = await import(pathToFileURL(join(root, file)).href);
  return settings;
}

function documentedFor(program: string) {
  return variables.filter(({ readBy }) => readBy.includes(program));
}

for (const program of Object.keys(SOURCES)) {
  test(`README: the variables of ${program} are those it reads`, async () => {
    const names = documentedFor(program).map(({ name }) => name);
    assert.equal(names.sort(), Object.keys(await settingsOf(program)).sort());
  });

  test(`README: the defaults of ${program} are those it takes`, async () => {
    const settings = await settingsOf(program);
    for (const { name, byDefault } of documentedFor(program)) {
      const setting = settings[name];
      const code = codeOf(byDefault);
      const taken = setting?.safeParse(undefined).data;
      if (code !== undefined) assert.equal(setting?.safeParse(code).data, taken, name);
      else if (name !== 'SERVER_NAME') assert.is(taken, undefined, name); // its default is made of machine and process
    }
  });
}

test('README: the variables of the tools are those they read', () => {
  const read = new Set<string>();
  for (const file of readdirSync(join(root, 'scripts'))) {
    if (!/\.(ts|mjs)$/.test(file) || file.endsWith('.test.ts')) continue;
    const source = readFileSync(join(root, 'scripts', file), 'utf8');
    for (const [, name = ''] of source.matchAll(/\benv\.([A-Z][A-Z_]+)/g)) read.add(name);
  }
  const known = new Set([...variables.map(({ name }) => name), 'PATH', 'HOME', 'CI']);
  for (const name of read) assert.ok(known.has(name), `${name} is not in the README`);
  for (const { name } of documentedFor('tools')) assert.ok(read.has(name), `nobody reads ${name}`);
});

test('README: every variable has a meaning', () => {
  for (const { name, meaning } of variables) assert.ok(name && meaning, name);
});

test.run();
