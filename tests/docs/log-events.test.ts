import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@gatehouse/scripts/checkout';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { codeOf, readMarkdown, tableRows } from './markdown.ts';

const documented = tableRows(readMarkdown('docs/OPERATIONS.md'), 'Event', 'Level').map(
  ([event, levels = '', , advice = '']) => ({ event: codeOf(event), levels: levels.split(', '), advice }),
);

/** What the servers write, `<level> <event>`, as far as both stand in the same call. */
function written(): string[] {
  const found = new Set<string>();
  for (const folder of ['gateway/src', 'lobby-server/src', 'game-server/src', 'shared/src']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
      const source = readFileSync(join(root, folder, file), 'utf8');
      for (const [, level, key] of source.matchAll(/\.(debug|info|warn|error)\(\s*LOG_EVENTS\.(\w+)/g)) {
        found.add(`${level} ${LOG_EVENTS[key as keyof typeof LOG_EVENTS]}`);
      }
    }
  }
  return [...found];
}

test('docs/OPERATIONS.md lists every log event, and no other', () => {
  assert.equal(
    documented.map(({ event }) => event),
    Object.values(LOG_EVENTS),
  );
});

test('docs/OPERATIONS.md says of each warn and error what to do', () => {
  for (const { event, levels, advice } of documented) {
    if (levels.includes('warn') || levels.includes('error')) assert.ok(advice, `${event} lacks what to do`);
  }
});

test('docs/OPERATIONS.md knows the level at which an event is written', () => {
  const known = new Set(documented.flatMap(({ event, levels }) => levels.map(level => `${level} ${event}`)));
  const lines = written();
  assert.ok(lines.length > 30, `only ${lines.length} were found in the sources`);
  for (const line of lines) assert.ok(known.has(line), `${line} is not documented`);
});

test.run();
