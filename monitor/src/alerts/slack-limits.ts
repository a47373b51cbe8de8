// Slack's documented limits and forms, as a stand-in for Slack checks them. https://docs.slack.dev/reference/block-kit/blocks

const MAX_TEXT = 40_000;
const MAX_BLOCKS = 50;
const MAX_HEADER = 150;
const MAX_SECTION = 3000;
const MAX_FIELDS = 10;
const MAX_FIELD = 2000;
const MAX_BUTTON = 75;
const MAX_URL = 3000;
/** Together; not documented, see slackapi/bolt-js#2509. */
const MAX_CHARACTERS = 13_000;

type Json = Record<string, unknown>;

/** What Slack would refuse about a message; empty: nothing. */
export function slackProblems(message: unknown): string[] {
  if (!isObject(message)) return ['not an object'];
  const attachments = Array.isArray(message.attachments) ? message.attachments.filter(isObject) : [];
  const blocks = attachments.flatMap(({ blocks }) => (Array.isArray(blocks) ? blocks : [])) as unknown[];
  const whole = JSON.stringify(message).length;
  return [
    ...textProblems('text', message.text, MAX_TEXT),
    ...(blocks.length > MAX_BLOCKS ? [`${blocks.length} blocks`] : []),
    ...(whole > MAX_CHARACTERS ? [`${whole} characters together`] : []),
    ...attachments.flatMap(({ color }) => (/^#[0-9a-f]{6}$/.test(String(color)) ? [] : [`color ${color}`])),
    ...blocks.flatMap(block => (isObject(block) ? blockProblems(block) : ['a block that is no object'])),
  ];
}

function blockProblems(block: Json): string[] {
  switch (block.type) {
    case 'header':
      return textObjectProblems('header', block.text, { type: 'plain_text', limit: MAX_HEADER });
    case 'section':
      return sectionProblems(block);
    case 'actions':
      return elementsOf(block).flatMap(buttonProblems);
    default:
      return [`block ${block.type}`];
  }
}

function sectionProblems({ text, fields }: Json): string[] {
  if (text === undefined && fields === undefined) return ['a section with neither text nor fields'];
  const all = Array.isArray(fields) ? fields : [];
  const limits = { type: 'mrkdwn', limit: MAX_FIELD };
  return [
    ...(text === undefined ? [] : textObjectProblems('section', text, { type: 'mrkdwn', limit: MAX_SECTION })),
    ...(fields !== undefined && (all.length === 0 || all.length > MAX_FIELDS) ? [`${all.length} fields`] : []),
    ...all.flatMap(field => textObjectProblems('field', field, limits)),
  ];
}

function buttonProblems(element: unknown): string[] {
  if (!isObject(element) || element.type !== 'button') return ['an element that is no button'];
  const url = String(element.url);
  return [
    ...textObjectProblems('button', element.text, { type: 'plain_text', limit: MAX_BUTTON }),
    ...(URL.canParse(url) && url.length <= MAX_URL ? [] : ['the url of a button']),
  ];
}

function textObjectProblems(
  where: string,
  object: unknown,
  { type, limit }: { type: string; limit: number },
): string[] {
  if (!isObject(object) || object.type !== type) return [`${where} is no ${type}`];
  return textProblems(where, object.text, limit);
}

/** Unescaped, `<!channel>` calls everybody and `<http…|text>` is a link. */
function textProblems(where: string, text: unknown, limit: number): string[] {
  if (typeof text !== 'string' || text === '') return [`${where} without text`];
  if (text.length > limit) return [`${where} of ${text.length} characters`];
  return /[<>]|&(?!(amp|lt|gt);)/.test(text) ? [`${where} is not escaped`] : [];
}

function elementsOf({ elements }: Json): unknown[] {
  return Array.isArray(elements) ? elements : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
