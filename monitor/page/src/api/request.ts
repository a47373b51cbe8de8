/** The API said no, or nothing. `status` 0: it could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export interface Write {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Of what is changed, as it was read: refused with 412 when it is another one by now. */
  readonly version?: number;
}

const TIMEOUT_MS = 15_000;
const UNREACHABLE = 'The monitor cannot be reached.';
const MAYBE_DONE = 'Whether that was done is not known: look again when it answers.';
const WORDS: Partial<Record<number, string>> = {
  403: 'You may not do that with this account.',
  404: 'It is not there any more.',
  412: 'Somebody else has changed it meanwhile: look at it as it is now, then try again.',
  429: 'Too many attempts. Wait a little.',
};

/** Speaks JSON with the monitor this page comes from. */
export class ApiRequests {
  /** Of the session; sent with each write. */
  csrfToken = '';
  private readonly onLoggedOut: () => void;

  /** @param onLoggedOut hears of every 401 */
  constructor(onLoggedOut: () => void) {
    this.onLoggedOut = onLoggedOut;
  }

  /** @throws ApiProblem */
  async read<T>(path: string): Promise<T> {
    return (await this.send(path, { method: 'GET' })) as T;
  }

  /** @throws ApiProblem */
  async write<T>({ method, path, body, version }: Write): Promise<T> {
    const headers: Record<string, string> = { 'x-csrf-token': this.csrfToken };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    return (await this.send(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })) as T;
  }

  private async send(path: string, init: RequestInit): Promise<unknown> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(`./api/${path}`, { ...init, signal }).catch(() => {
      throw new ApiProblem(0, 'UNREACHABLE', init.method === 'GET' ? UNREACHABLE : `${UNREACHABLE} ${MAYBE_DONE}`);
    });
    const said: unknown = await response.json().catch(() => undefined);
    if (response.ok) return said;
    if (response.status === 401) this.onLoggedOut();
    throw problemOf(response.status, said);
  }
}

/** What a person needs to know of an error. */
export function problemText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The API's own sentence where it has one. */
function problemOf(status: number, said: unknown): ApiProblem {
  const { code, detail, title } = (typeof said === 'object' && said !== null ? said : {}) as Record<string, unknown>;
  const words = status === 412 ? WORDS[412] : [detail, WORDS[status], title].find(isText);
  return new ApiProblem(status, String(code ?? ''), sentenceOf(words ?? `The monitor refused (HTTP ${status})`));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** The API begins small and ends without a stop, as logs do. */
function sentenceOf(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]$/.test(text) ? '' : '.'}`;
}
