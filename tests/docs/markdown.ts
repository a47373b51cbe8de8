import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@gatehouse/scripts/checkout';

const CODE_BLOCK = /^```(\w*)\n([\s\S]*?)^```$/gm;

export interface CodeBlock {
  /** As written behind the fence; may be empty. */
  readonly language: string;
  readonly text: string;
  /** All that is before it. */
  readonly before: string;
}

/** A Markdown file of the checkout. `path` is relative to its root. */
export function readMarkdown(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The cells of all rows of all tables whose header begins with these cells. */
export function tableRows(markdown: string, ...header: readonly string[]): string[][] {
  const lines = markdown.split('\n');
  const rows: string[][] = [];
  for (const [at, line] of lines.entries()) {
    if (!header.every((name, column) => cellsOf(line)[column] === name)) continue;
    for (const row of lines.slice(at + 2)) {
      if (!row.startsWith('|')) break;
      rows.push(cellsOf(row));
    }
  }
  return rows;
}

export function codeBlocks(markdown: string): CodeBlock[] {
  return Array.from(markdown.matchAll(CODE_BLOCK), ({ 1: language = '', 2: text = '', index }) => {
    return { language, text, before: markdown.slice(0, index) };
  });
}

/** Everything but code blocks: what looks like a link there is none. */
export function prose(markdown: string): string {
  return markdown.replaceAll(CODE_BLOCK, '');
}

/** `` `text` `` → text; undefined when the cell is not just code. */
export function codeOf(cell: string | undefined): string | undefined {
  return /^`([^`]+)`$/.exec(cell ?? '')?.[1];
}

function cellsOf(line: string): string[] {
  if (!line.startsWith('|')) return [];
  return line
    .slice(1, line.lastIndexOf('|'))
    .split('|')
    .map(cell => cell.trim());
}
