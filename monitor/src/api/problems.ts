/** What the API refuses, and how. Append only: callers branch on the codes. docs/MONITOR.md §7 lists them. */
export const PROBLEMS = {
  BAD_REQUEST: { status: 400, title: 'The request does not fit what is asked here' },
  BAD_TARGET: { status: 400, title: 'The target cannot be checked as it is' },
  BAD_CHANNEL: { status: 400, title: 'The channel cannot send as it is' },
  NOT_LOGGED_IN: { status: 401, title: 'Log in, or send an API token' },
  WRONG_PASSWORD: { status: 401, title: 'Name or password is wrong' },
  WRONG_CURRENT_PASSWORD: { status: 403, title: 'The current password is wrong' },
  FOREIGN_ORIGIN: { status: 403, title: 'The request comes from another site' },
  BAD_CSRF_TOKEN: { status: 403, title: 'The header x-csrf-token is not the one of this session' },
  NOT_ALLOWED: { status: 403, title: 'This account may not do that' },
  SESSION_NEEDED: { status: 403, title: 'Only who has logged in may do that, not an API token' },
  NOT_FOUND: { status: 404, title: 'There is nothing here' },
  NO_CLUSTER: { status: 404, title: 'This monitor watches no cluster' },
  WRONG_METHOD: { status: 405, title: 'This path is not asked that way' },
  DUPLICATE_HOST_NAME: { status: 409, title: 'Another target has this host_name' },
  DUPLICATE_NAME: { status: 409, title: 'The name is taken' },
  OF_ITS_SOURCE: { status: 409, title: 'A source says this of the target, and would say it again' },
  LAST_ADMIN: { status: 409, title: 'Somebody has to remain an administrator' },
  STALE: { status: 412, title: 'It has been changed since it was read' },
  TOO_LARGE: { status: 413, title: 'The request is too large' },
  NOT_JSON: { status: 415, title: 'The body must be application/json' },
  VERSION_NEEDED: { status: 428, title: 'Say in If-Match which version is to be changed: the ETag of a GET' },
  LOCKED_OUT: { status: 429, title: 'Too many wrong passwords' },
  BUSY: { status: 503, title: 'Too much at once' },
  UNAVAILABLE: { status: 503, title: 'Something the answer needs cannot be reached' },
  INTERNAL: { status: 500, title: 'The monitor has failed; its log says how' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** Thrown anywhere while a request is answered; becomes its answer. */
export class Problem extends Error {
  readonly code: ProblemCode;
  /** With LOCKED_OUT and BUSY: when to come again. */
  readonly retryAfterMs: number | undefined;

  constructor(code: ProblemCode, detail: string = PROBLEMS[code].title, retryAfterMs?: number) {
    super(detail);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** RFC 9457. */
export interface ProblemBody {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
}

export function problemBody(code: ProblemCode, detail: string): ProblemBody {
  const { status, title } = PROBLEMS[code];
  return { type: 'about:blank', title, status, code, detail };
}
