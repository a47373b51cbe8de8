import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '@gatehouse/scripts/checkout';
import { findPromtool } from '@gatehouse/scripts/promtool-binary';
import { testUnless } from '@gatehouse/shared/runtime/test-unless';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { codeOf, readMarkdown, tableRows } from './docs/markdown.ts';
import { readAlerts, readDashboard } from './harness/metric-names.ts';

// The alert rules as Prometheus' own tool reads them, and what docs say of them.

const execute = promisify(execFile);
const folder = join(root, 'deploy/prometheus');
const alerts = readAlerts();

const promtool = await findPromtool(process.env, () => {}).catch((error: Error) => error);
const missing = promtool instanceof Error ? `no promtool: ${promtool.message}` : undefined;
const withPromtool = testUnless(missing, test);

const runs: [name: string, command: readonly string[]][] = [
  ['the rules are rules', ['check', 'rules', 'alerts.yml']],
  ['each fires when it should, and none when all is well', ['test', 'rules', 'alerts.test.yml']],
  ['the example of a configuration is one', ['check', 'config', '--syntax-only', 'prometheus.yml']],
];
for (const [name, command] of runs) {
  withPromtool(`promtool: ${name}`, async () => {
    await execute(String(promtool), command, { cwd: folder });
  });
}

withPromtool('promtool: what the dashboard asks for is PromQL', async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'gatehouse-dashboard-'));
  const file = join(temporary, 'rules.yml');
  const { expressions } = readDashboard();
  const rules = expressions.map((expression, at) => {
    return { record: `panel_${at}`, expr: expression.replaceAll('$__rate_interval', '1m') };
  });
  await writeFile(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
  const { stdout } = await execute(String(promtool), ['check', 'rules', file]);
  assert.match(stdout, `${expressions.length} rules found`);
  await rm(temporary, { recursive: true });
});

test('every alert has a test of its own', () => {
  const { tests } = parse(readFileSync(join(folder, 'alerts.test.yml'), 'utf8')) as { tests: { name: string }[] };
  assert.equal(
    tests.slice(1).map(({ name }) => name),
    alerts.map(({ name }) => name),
  );
});

test('docs/OPERATIONS.md says of every alert what to do, and its annotations lead there', () => {
  const rows = tableRows(readMarkdown('docs/OPERATIONS.md'), 'Alert', 'Means', 'What to do');
  assert.equal(
    rows.map(([name]) => codeOf(name)),
    alerts.map(({ name }) => name),
  );
  for (const [name = '', means, advice] of rows) assert.ok(means && advice, name);
  for (const { name, annotations } of alerts) {
    assert.is(annotations.runbook, `docs/OPERATIONS.md, Alerts, ${name}`);
    assert.ok(annotations.summary, name);
  }
});

test('the dashboard: every panel has a title, a number of its own and something to show', () => {
  const { panels } = readDashboard().dashboard;
  assert.is(new Set(panels.map(({ id }) => id)).size, panels.length);
  for (const { title, type, targets = [] } of panels) {
    assert.ok(title);
    if (type !== 'row') assert.ok(targets.length > 0, title);
  }
});

test.run();
