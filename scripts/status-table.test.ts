import type { ShownServer } from '@gatehouse/shared/cluster/shown-cluster';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { plain, type StatusReport, statusJson, statusText } from './status-table.ts';

const server: ShownServer = {
  ...{ id: 'gh:Game:game-1', type: 'Game', state: 'up', misses: 0, games: 3, users: 7, capacity: 1000 },
  ...{ rooms: ['arena'], address: '10.0.0.1:1', version: '0.1.0', incarnation: 'i', linkSilentMs: 1234 },
};
const lobby: ShownServer = { ...server, id: 'gh:Lobby:lobby-1', type: 'Lobby', games: 0, users: 12, capacity: null };
const dead: ShownServer = { ...server, id: 'gh:Game:game-2', state: 'lost', misses: 2, linkSilentMs: 61_000 };
const gateway = { id: 'gh:Gateway:gateway-1', users: 19, version: '0.1.0', incarnation: 'i' };
const report: StatusReport = {
  namespace: 'gh',
  redis: 'redis://127.0.0.1:6379',
  cluster: {
    gateways: [{ ...gateway, state: 'up', address: '127.0.0.1:7400' }],
    servers: [server, dead, lobby],
  },
  problems: ['gh:Game:game-2 is lost: its games are over'],
};
const LONG = `\u001b[2J\u009b\u202e${'\u6f22x'.repeat(60_000)}`;
const hostile: ShownServer = {
  ...dead,
  id: `gh:Game:${LONG}`,
  version: LONG,
  games: 1e300,
  users: 1e300,
  capacity: 1e300,
};
const ESCAPE = String.fromCharCode(27);

test('status: what fails is first, columns are aligned', () => {
  assert.equal(statusText(report, false).split('\n'), [
    'Cluster gh at redis://127.0.0.1:6379: degraded',
    '  ! gh:Game:game-2 is lost: its games are over',
    '',
    'GATEWAY    STATE  USERS  VERSION  ADDRESS',
    'gateway-1  up        19  0.1.0    127.0.0.1:7400',
    '',
    'SERVER   TYPE   STATE  MISSES   GAMES  USERS   LINK  VERSION',
    'game-2   Game   lost        2  3/1000      7  1 min  0.1.0',
    'game-1   Game   up          0  3/1000      7  1.2 s  0.1.0',
    'lobby-1  Lobby  up          0       -     12  1.2 s  0.1.0',
    '',
  ]);
});

test('status: colours add nothing but colours', () => {
  const coloured = statusText(report, true);
  assert.ok(coloured.includes(`${ESCAPE}[31mlost ${ESCAPE}[0m`), JSON.stringify(coloured));
  assert.is(coloured.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, 'g'), ''), statusText(report, false));
});

test('status: whatever servers write, lines are short and printable', () => {
  const gateways = [
    { ...gateway, id: `gh:Gateway:${LONG}`, state: 'lost', address: LONG, version: LONG, users: 1e300 },
  ] as const;
  const servers = Array.from({ length: 500 }, () => hostile);
  const problems = servers.map(({ id }) => `${id} is lost`);
  const text = statusText({ ...report, cluster: { gateways, servers }, problems }, false);
  const lines = text.trimEnd().split('\n');
  assert.ok(lines.length < 240, `${lines.length} lines`);
  assert.is(lines.at(-1), 'and 300 more');
  assert.is(Math.max(...lines.map(line => line.length)) <= 100, true, text.slice(0, 3000));
  assert.match(text, /^[\x20-\x7e\n]+$/);
});

test('status: as JSON', () => {
  const parsed = JSON.parse(statusJson(report));
  assert.equal([parsed.health, parsed.namespace, parsed.problems], ['degraded', 'gh', report.problems]);
  assert.equal(parsed.servers, report.cluster.servers);
  assert.is(JSON.parse(statusJson({ ...report, problems: [] })).health, 'healthy');
});

test('status: JSON is bounded and printable, whatever servers write', () => {
  const text = statusJson({ ...report, cluster: { gateways: [], servers: [hostile] } });
  assert.ok(text.length < 10_000, `${text.length}`);
  assert.match(text, /^[\x20-\x7e\n]+$/);
  assert.ok(JSON.parse(text).servers[0].version.startsWith('\u001b[2J'));
});

test('status: a text is cut where it is too long', () => {
  assert.equal([plain('abcd', 4), plain('abcde', 4), plain('a\tb', 4)], ['abcd', 'ab..', 'a?b']);
});

test.run();
