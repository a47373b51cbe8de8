import type { MessageKind, Post, PostItem } from './message.ts';
import { downtimeMs, durationText, lineOf, titleOf, utcText } from './message-words.ts';

// Slack's Block Kit, within its documented limits: header 150, section 3000, 10 fields of 2000 characters, 50 blocks.

const HEADER_CHARACTERS = 150;
const SECTION_CHARACTERS = 3000;
const FIELD_CHARACTERS = 2000;
/** Of the fallback text. Slack cuts at 40 000 and advises 4000. */
const TEXT_CHARACTERS = 3000;
const RED = '#e01e5a';
const GREEN = '#2eb886';
const AMBER = '#ecb22e';

const COLORS: Readonly<Record<MessageKind, string>> = {
  outage: RED,
  'still-down': RED,
  blind: RED,
  recovery: GREEN,
  flapping: AMBER,
  test: GREEN,
};
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

interface SlackMessage {
  readonly text: string;
  readonly attachments: readonly { readonly color: string; readonly blocks: readonly object[] }[];
}

/** `link` leads to the page; undefined: no button. */
export function slackMessage(post: Post, link: string | undefined): SlackMessage {
  const title = titleOf(post);
  const [first] = post.items;
  const single = post.items.length === 1 && first !== undefined && post.kind !== 'test';
  const text = [title, ...post.items.map(item => lineOf(post.kind, item))].join('\n');
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: escaped(title, HEADER_CHARACTERS) } },
    single ? { type: 'section', fields: fieldsOf(post.kind, first) } : { type: 'section', text: listOf(post) },
    ...(link === undefined ? [] : [linkTo(link)]),
  ];
  return { text: escaped(text, TEXT_CHARACTERS), attachments: [{ color: COLORS[post.kind], blocks }] };
}

/**
 * `&`, `<` and `>` mean something to Slack: a target called `<!channel>` would call everybody. Cut so that what is left is at
 * most `limit` long and no escape is cut in two.
 */
export function escaped(text: string, limit: number): string {
  const whole = text.replace(/[&<>]/g, character => ESCAPES[character] ?? '');
  if (whole.length <= limit) return whole;
  let kept = '';
  for (const character of text) {
    const next = ESCAPES[character] ?? character;
    if (kept.length + next.length > limit - 1) break;
    kept += next;
  }
  return `${kept}…`;
}

function fieldsOf(kind: MessageKind, item: PostItem): object[] {
  const isOver = item.closedAtMs !== null;
  const rows: [name: string, value: string][] = [
    ...(item.address === '' ? [] : ([['Target', `${item.hostName} (${item.environment}), ${item.address}`]] as const)),
    [kind === 'outage' || kind === 'blind' ? 'Time' : 'Down since', utcText(item.openedAtMs)],
    ...(isOver ? ([['Was down for', durationText(downtimeMs(item))]] as const) : []),
    isOver || kind !== 'outage' ? ['Last error', item.lastError] : ['Failure', item.reason],
  ].map(([name = '', value = '']) => [name, value]);
  return rows.map(([name, value]) => mrkdwn(`*${name}*\n${escaped(value, FIELD_CHARACTERS - name.length - 3)}`));
}

/** As many lines as fit. */
function listOf({ kind, items }: Post): object {
  const lines: string[] = [];
  let left = SECTION_CHARACTERS - 30;
  for (const item of items) {
    const line = `• ${escaped(lineOf(kind, item), 300)}`;
    if (line.length + 1 > left) break;
    left -= line.length + 1;
    lines.push(line);
  }
  const missing = items.length - lines.length;
  return mrkdwn([...lines, ...(missing > 0 ? [`… and ${missing} more`] : [])].join('\n'));
}

/** Verbatim: what looks like a link or a name stays text. */
function mrkdwn(text: string): object {
  return { type: 'mrkdwn', text, verbatim: true };
}

function linkTo(url: string): object {
  return { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Open' }, url }] };
}
