/** What gateways say to each other: one line of text, words separated by one space. */
export type GatewayMessage =
  /**
   * To one gateway: the user has a newer owner, of `epoch`; what is held of this session with an older one is to be closed.
   * `by`: the newer owner's session, the same when it was resumed.
   */
  | { kind: 'kick'; sessionId: string; epoch: number; by: string }
  /** To one gateway: an operator has told this incarnation to drain; its hash says more. */
  | { kind: 'drain'; incarnation: string }
  /** To all: I believe this incarnation is dead; my link heard nothing for `silentMs`. Whoever knows better objects. */
  | { kind: 'dead?'; serverId: string; incarnation: string; silentMs: number }
  /** To all: the objection. */
  | { kind: 'alive'; serverId: string; incarnation: string }
  /** To all: I cannot reach this incarnation, and have clients of it. Who hears it? */
  | { kind: 'heard?'; serverId: string; incarnation: string; asker: string }
  /** To the asker: I do; clients reach me at `url`. */
  | { kind: 'heard'; serverId: string; incarnation: string; gateway: string; url: string | undefined }
  /** To all: to be told to every player. */
  | { kind: 'announce'; atMs: number; text: string };

export type GatewayMessageKind = GatewayMessage['kind'];

const NO_URL = '-';

export function formatGatewayMessage(message: GatewayMessage): string {
  switch (message.kind) {
    case 'kick':
      return `kick ${message.sessionId} ${message.epoch} ${message.by}`;
    case 'drain':
      return `drain ${message.incarnation}`;
    case 'dead?':
      return `dead? ${message.serverId} ${message.incarnation} ${formatSilence(message.silentMs)}`;
    case 'alive':
      return `alive ${message.serverId} ${message.incarnation}`;
    case 'heard?':
      return `heard? ${message.serverId} ${message.incarnation} ${message.asker}`;
    case 'heard':
      return `heard ${message.serverId} ${message.incarnation} ${message.gateway} ${message.url ?? NO_URL}`;
    case 'announce':
      return `announce ${message.atMs} ${encodeURIComponent(message.text)}`;
    default:
      return message satisfies never;
  }
}

/** Undefined for whatever is not understood: the channel is shared with older and newer gateways. Extra words are ignored. */
export function parseGatewayMessage(text: string): GatewayMessage | undefined {
  const [kind, first, second, third, fourth] = text.split(' ');
  if (!first) return undefined;
  if (kind === 'drain') return { kind, incarnation: first };
  if (!second) return undefined;
  switch (kind) {
    case 'kick': {
      const epoch = parseCount(second);
      return epoch === undefined ? undefined : { kind, sessionId: first, epoch, by: third ?? '' };
    }
    case 'dead?':
      return { kind, serverId: first, incarnation: second, silentMs: parseCount(third) ?? Number.POSITIVE_INFINITY };
    case 'alive':
      return { kind, serverId: first, incarnation: second };
    case 'heard?':
      return third ? { kind, serverId: first, incarnation: second, asker: third } : undefined;
    case 'heard': {
      const url = fourth === NO_URL ? undefined : fourth;
      return third ? { kind, serverId: first, incarnation: second, gateway: third, url } : undefined;
    }
    case 'announce': {
      const atMs = parseCount(first);
      const text = decodeText(second);
      return atMs === undefined || text === undefined ? undefined : { kind, atMs, text };
    }
    default:
      return undefined;
  }
}

/** `never`: the asker has not heard the server at all. */
function formatSilence(silentMs: number): string {
  return Number.isFinite(silentMs) ? String(Math.max(0, Math.round(silentMs))) : 'never';
}

function parseCount(word: string | undefined): number | undefined {
  if (word === undefined || !/^\d{1,16}$/.test(word)) return undefined;
  const value = Number(word);
  return Number.isSafeInteger(value) ? value : undefined;
}

function decodeText(word: string): string | undefined {
  try {
    return decodeURIComponent(word);
  } catch {
    return undefined;
  }
}
