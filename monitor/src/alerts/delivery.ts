/** What became of one post. `result` may be shown: it holds nothing of the other side but a known code. */
export type Delivery =
  | { readonly kind: 'sent'; readonly result: string }
  /** Null: when is up to us. */
  | { readonly kind: 'later'; readonly result: string; readonly retryAfterMs: number | null }
  /** As long as nobody changes the channel. */
  | { readonly kind: 'refused'; readonly result: string };

interface Reply {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

const TOO_MANY = 429;
const REQUEST_TIMEOUT = 408;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 5 * 60_000;
const MAX_RETRY_AFTER_MS = 60 * 60_000;
/** chat.postMessage: may work later; every other error will not. */
const PASSING_ERRORS = new Set([
  ...['ratelimited', 'rate_limited', 'internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'],
  ...['team_added_to_org', 'message_limit_exceeded'],
]);

/** Slack says `ok` in the body as well; a page of somebody's proxy does not. */
export function webhookDelivery(kind: 'slack-webhook' | 'webhook', reply: Reply, nowMs: number): Delivery {
  const failed = statusDelivery(reply, nowMs);
  if (failed !== undefined) return failed;
  if (kind === 'slack-webhook' && reply.body.trim() !== 'ok') {
    return { kind: 'later', result: `HTTP ${reply.status}, but not Slack's "ok"`, retryAfterMs: null };
  }
  return { kind: 'sent', result: `HTTP ${reply.status}` };
}

/** Slack's Web API answers 200 to what it refuses, too. */
export function botDelivery(reply: Reply, nowMs: number): Delivery {
  const failed = statusDelivery(reply, nowMs);
  if (failed !== undefined) return failed;
  const answer = parsed(reply.body);
  if (answer?.ok === true) return { kind: 'sent', result: 'ok' };
  const error = knownCode(String(answer?.error ?? '')) ?? 'unexpected answer';
  const passing = answer === undefined || PASSING_ERRORS.has(error);
  return passing ? { kind: 'later', result: error, retryAfterMs: null } : { kind: 'refused', result: error };
}

/** 1 s, 2 s, 4 s … 5 min. */
export function retryDelayMs(attempts: number): number {
  return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 20));
}

/** Undefined: the status is a good one. */
function statusDelivery({ status, retryAfter, body }: Reply, nowMs: number): Delivery | undefined {
  if (status >= 200 && status < 300) return undefined;
  const code = knownCode(body);
  const result = `HTTP ${status}${code === undefined ? '' : ` ${code}`}`;
  if (status === TOO_MANY) return { kind: 'later', result, retryAfterMs: retryAfterMs(retryAfter, nowMs) };
  const passing = status >= 500 || status === REQUEST_TIMEOUT;
  return passing
    ? { kind: 'later', result, retryAfterMs: retryAfterMs(retryAfter, nowMs) }
    : { kind: 'refused', result };
}

/** Seconds or a date. */
function retryAfterMs(text: string | undefined, nowMs: number): number | null {
  if (text === undefined) return null;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS);
}

/** Slack's codes: `channel_not_found`. Anything else is not ours to show. */
function knownCode(body: string): string | undefined {
  const text = body.trim();
  return /^[a-z][a-z_]{1,60}$/.test(text) ? text : undefined;
}

function parsed(body: string): { ok?: unknown; error?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
