import type { ShownCluster, ShownGateway, ShownServer } from '@gatehouse/shared/cluster/shown-cluster';
import { loadOf } from './status-problems.ts';

export interface StatusReport {
  readonly namespace: string;
  /** Without user and password. */
  readonly redis: string;
  readonly cluster: ShownCluster;
  readonly problems: readonly string[];
}

interface Column<T> {
  readonly title: string;
  /** Longer text is cut. All of a table, with their gaps, are at most 100. */
  readonly maxWidth: number;
  readonly align: 'left' | 'right';
  readonly text: (row: T) => string;
}

type Paint = (colour: number, text: string) => string;

const MAX_ROWS = 200;
const MAX_PROBLEMS = 20;
const MAX_LINE = 100;
/** Of JSON. */
const MAX_TEXT = 300;
const MAX_LIST = 10_000;
const GAP = '  ';
const BOLD = 1;
const RED = 31;
const GREEN = 32;
const YELLOW = 33;
const COLOURS: Readonly<Record<string, number>> = {
  up: GREEN,
  suspect: YELLOW,
  draining: YELLOW,
  down: RED,
  lost: RED,
};
const FAILING: readonly string[] = ['lost', 'down', 'suspect'];

const GATEWAYS: readonly Column<ShownGateway>[] = [
  { title: 'GATEWAY', maxWidth: 24, align: 'left', text: ({ id }) => nameOf(id) },
  { title: 'STATE', maxWidth: 8, align: 'left', text: ({ state }) => state },
  { title: 'USERS', maxWidth: 9, align: 'right', text: ({ users }) => `${users}` },
  { title: 'VERSION', maxWidth: 10, align: 'left', text: ({ version }) => version },
  { title: 'ADDRESS', maxWidth: 40, align: 'left', text: ({ address }) => address },
];

const SERVERS: readonly Column<ShownServer>[] = [
  { title: 'SERVER', maxWidth: 24, align: 'left', text: ({ id }) => nameOf(id) },
  { title: 'TYPE', maxWidth: 5, align: 'left', text: ({ type }) => type },
  { title: 'STATE', maxWidth: 8, align: 'left', text: ({ state }) => state },
  { title: 'MISSES', maxWidth: 6, align: 'right', text: ({ misses }) => `${misses}` },
  { title: 'GAMES', maxWidth: 13, align: 'right', text: server => (server.type === 'Game' ? loadText(server) : '-') },
  {
    title: 'USERS',
    maxWidth: 13,
    align: 'right',
    text: server => (server.type === 'Lobby' ? loadText(server) : `${server.users}`),
  },
  { title: 'LINK', maxWidth: 7, align: 'right', text: ({ linkSilentMs }) => ageText(linkSilentMs) },
  { title: 'VERSION', maxWidth: 10, align: 'left', text: ({ version }) => version },
];

/** The state of a cluster in lines of at most 100 characters, what fails first; whatever servers wrote is printable ASCII here. */
export function statusText(report: StatusReport, isColoured: boolean): string {
  const paint: Paint = (colour, text) => (isColoured ? `\x1b[${colour}m${text}\x1b[0m` : text);
  const { cluster, problems, namespace, redis } = report;
  const verdict = problems.length === 0 ? paint(GREEN, 'healthy') : paint(RED, 'degraded');
  const more = problems.length - MAX_PROBLEMS;
  const lines = [
    `${paint(BOLD, plain(`Cluster ${namespace} at ${redis}`, MAX_LINE - 10))}: ${verdict}`,
    ...problems.slice(0, MAX_PROBLEMS).map(problem => `  ${paint(RED, '!')} ${plain(problem, MAX_LINE - 4)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...table(GATEWAYS, cluster.gateways, paint),
    ...table(SERVERS, cluster.servers, paint),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same for programs: all rows, each text bounded, and ASCII only. */
export function statusJson(report: StatusReport): string {
  const { problems, cluster, ...source } = report;
  return json({ health: problems.length === 0 ? 'healthy' : 'degraded', problems, ...source, ...cluster });
}

/** When nobody can say how the cluster is. */
export function unknownJson(error: string): string {
  return json({ health: 'unknown', error });
}

/** Of whatever length and characters, at most so many printable ones. */
export function plain(text: string, maxLength: number): string {
  const printable = text.slice(0, maxLength + 1).replaceAll(/[^\x20-\x7e]/g, '?');
  return printable.length > maxLength ? `${printable.slice(0, maxLength - 2)}..` : printable;
}

function table<T extends { readonly state: string }>(
  columns: readonly Column<T>[],
  rows: readonly T[],
  paint: Paint,
): string[] {
  if (rows.length === 0) return [];
  const shown = failingFirst(rows).slice(0, MAX_ROWS);
  const cells = shown.map(row => columns.map(({ text, maxWidth }) => plain(text(row), maxWidth)));
  const titles = columns.map(({ title }) => title);
  const widths = columns.map((_, at) => Math.max(...[titles, ...cells].map(row => row[at]?.length ?? 0)));
  const padded = (row: readonly string[]) =>
    row.map((cell, at) => {
      const width = widths[at] ?? 0;
      return columns[at]?.align === 'right' ? cell.padStart(width) : cell.padEnd(width);
    });
  const stateAt = titles.indexOf('STATE');
  const painted = (row: readonly string[]) =>
    padded(row).map((cell, at) => (at === stateAt ? paint(COLOURS[row[at] ?? ''] ?? RED, cell) : cell));
  const left = rows.length - shown.length;
  return [
    '',
    paint(BOLD, lineOf(padded(titles))),
    ...cells.map(row => lineOf(painted(row))),
    ...(left > 0 ? [`and ${left} more`] : []),
  ];
}

function lineOf(cells: readonly string[]): string {
  return cells.join(GAP).trimEnd();
}

/** Otherwise in their order. */
function failingFirst<T extends { readonly state: string }>(rows: readonly T[]): T[] {
  const isFailing = ({ state }: T) => FAILING.includes(state);
  return [...rows.filter(isFailing), ...rows.filter(row => !isFailing(row))];
}

function loadText(server: ShownServer): string {
  return server.capacity === null ? `${loadOf(server)}` : `${loadOf(server)}/${server.capacity}`;
}

function ageText(silentMs: number | null): string {
  if (silentMs === null) return '-';
  return silentMs < 60_000 ? `${(silentMs / 1000).toFixed(1)} s` : `${Math.floor(silentMs / 60_000)} min`;
}

/** The last part; type and namespace are said elsewhere. */
function nameOf(id: string): string {
  return id.split(':').slice(2).join(':');
}

function json(value: object): string {
  const bounded = (_: string, part: unknown) => {
    if (typeof part === 'string') return part.slice(0, MAX_TEXT);
    return Array.isArray(part) ? part.slice(0, MAX_LIST) : part;
  };
  const text = JSON.stringify(value, bounded, 2);
  return `${text.replaceAll(/[\x7f-\uffff]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
