import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from '@gatehouse/scripts/checkout';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { codeBlocks, prose, readMarkdown } from './markdown.ts';

const NOT_SEARCHED = new Set(['node_modules', 'dist']);
const documents = markdownFiles('');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

function markdownFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return NOT_SEARCHED.has(entry.name) || entry.name.startsWith('.') ? [] : markdownFiles(path);
    return path.endsWith('.md') ? [path] : [];
  });
}

/** The anchors that GitHub makes of headings. */
function anchorsOf(path: string): string[] {
  const headings = prose(readMarkdown(path)).matchAll(/^#+ (.+)$/gm);
  return Array.from(headings, ([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('documents: every document is found', () => {
  for (const path of ['README.md', 'ARCHITECTURE.md', 'docs/OPERATIONS.md']) assert.ok(documents.includes(path), path);
});

test('documents: every relative link leads somewhere', () => {
  for (const document of documents) {
    for (const [, target = ''] of prose(readMarkdown(document)).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? document : normalize(join(dirname(document), path));
      assert.ok(existsSync(join(root, file)), `${document}: ${target}`);
      if (anchor !== undefined) assert.ok(anchorsOf(file).includes(anchor), `${document}: ${target}`);
    }
  }
});

test('documents: every file they name exists', () => {
  for (const document of documents) {
    for (const [, path = ''] of prose(readMarkdown(document)).matchAll(
      /`([\w.-]+\/[\w./-]+\.(?:ts|lua|mjs|proto|md))`/g,
    )) {
      assert.ok(existsSync(join(root, path)), `${document}: ${path}`);
    }
  }
});

test('documents: every command of npm exists', () => {
  for (const document of documents) {
    const text = readMarkdown(document);
    for (const [, name = ''] of text.matchAll(/npm run ([\w:-]+)/g)) assert.ok(name in scripts, `${document}: ${name}`);
    for (const [, name = ''] of text.matchAll(/npm (start|test)\b/g))
      assert.ok(name in scripts, `${document}: ${name}`);
  }
});

test('README: its code is that of files which are compiled and run', () => {
  const snippets = codeBlocks(readMarkdown('README.md')).filter(({ language }) => language === 'ts');
  assert.ok(snippets.length > 0);
  for (const { text } of snippets) {
    const path = /^\/\/ (\S+)\n/.exec(text)?.[1] ?? '';
    assert.match(path, /^examples\/.*\.ts$/, 'the first line names the file');
    assert.is(text.replace(/^.*\n/, ''), readFileSync(join(root, path), 'utf8'), path);
  }
});

test('ARCHITECTURE stays a page or two', () => {
  assert.ok(readMarkdown('ARCHITECTURE.md').split('\n').length < 200);
});

test.run();
