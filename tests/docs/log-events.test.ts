import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@gatehouse/scripts/checkout';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { codeOf, readMarkdown, tableRows } from './markdown.ts';

/** The runbook: what each event means, and what to do about it. */
const documented = tableRows(readMarkdown('docs/OPERATIONS.md'), 'Event', 'Level').map(
  ([event = '', levels = '', meaning = '', advice = '']) => ({
    event: codeOf(event) ?? event,
    levels: levels.split(', '),
    meaning,
    advice,
  }),
);

const FOLDERS = ['gateway/src', 'lobby-server/src', 'game-server/src', 'shared/src', 'monitor/src'];
/** Hands on what others write. */
const PASSES_ON = join('shared/src', 'runtime/counted-log.ts');

interface Call {
  readonly file: string;
  readonly level: string;
  /** More than one: a choice stands there. None: a test cannot see which. */
  readonly events: readonly string[];
}

/** All calls of a log in the code of the servers and the monitor. */
function calls(): Call[] {
  return sources().flatMap(({ file, text }) =>
    Array.from(
      text.matchAll(/\blog\??\.(debug|info|warn|error)\(\s*([^,;]*?)\s*[,)]/g),
      ([, level = '', what = '']) => ({
        file,
        level,
        events: Array.from(
          what.matchAll(/LOG_EVENTS\.(\w+)/g),
          ([, key]) => LOG_EVENTS[key as keyof typeof LOG_EVENTS],
        ),
      }),
    ),
  );
}

function sources() {
  const files = FOLDERS.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)),
  );
  const code = files.filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== PASSES_ON);
  return code.map(file => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

const isAlarm = (level: string) => level === 'warn' || level === 'error';

test('docs/OPERATIONS.md lists every log event, and no other', () => {
  assert.equal(
    documented.map(({ event }) => event),
    Object.values(LOG_EVENTS),
  );
});

test('docs/OPERATIONS.md says of each warn and error what it means and what to do', () => {
  for (const { event, levels, meaning, advice } of documented) {
    if (!levels.some(isAlarm)) continue;
    assert.ok(meaning, `${event} lacks what it means`);
    assert.ok(advice, `${event} lacks what to do`);
  }
});

test('docs/OPERATIONS.md knows the level at which an event is written', () => {
  const known = new Set(documented.flatMap(({ event, levels }) => levels.map(level => `${level} ${event}`)));
  const lines = calls().flatMap(({ file, level, events }) =>
    events.map(event => ({ file, line: `${level} ${event}` })),
  );
  assert.ok(lines.length > 80, `only ${lines.length} were found in the sources`);
  for (const { file, line } of lines) assert.ok(known.has(line), `${line} of ${file} is not documented`);
});

test('no warn or error hides which event it is', () => {
  for (const { file, level, events } of calls()) {
    if (isAlarm(level))
      assert.ok(events.length > 0, `${file}: log.${level}() without LOG_EVENTS.… as its first argument`);
  }
});

test('docs/OPERATIONS.md warns of nothing that nobody writes', () => {
  const written = new Set(calls().flatMap(({ level, events }) => events.map(event => `${level} ${event}`)));
  for (const { event, levels } of documented) {
    for (const level of levels.filter(isAlarm))
      assert.ok(written.has(`${level} ${event}`), `nobody writes ${level} ${event}`);
  }
});

test.run();
