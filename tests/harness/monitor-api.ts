/** One administrator at the API of a monitor. */
export class MonitorApi {
  private readonly origin: string;
  private readonly headers: Readonly<Record<string, string>>;

  private constructor(origin: string, headers: Readonly<Record<string, string>>) {
    this.origin = origin;
    this.headers = headers;
  }

  /** `address`: host and port. */
  static async logIn(address: string, password: string): Promise<MonitorApi> {
    const origin = `http://${address}`;
    const response = await fetch(`${origin}/api/login`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'admin', password }),
    });
    const { csrfToken } = (await bodyOf(response)) as { csrfToken: string };
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return new MonitorApi(origin, { origin, cookie, 'x-csrf-token': csrfToken });
  }

  async read<Answer>(path: string): Promise<Answer> {
    return (await bodyOf(await fetch(`${this.origin}/api/${path}`, { headers: this.headers }))) as Answer;
  }

  async write<Answer>(method: 'POST' | 'PATCH', path: string, body: object = {}): Promise<Answer> {
    const headers = { ...this.headers, 'content-type': 'application/json' };
    const response = await fetch(`${this.origin}/api/${path}`, { method, headers, body: JSON.stringify(body) });
    return (await bodyOf(response)) as Answer;
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${response.url}: ${text}`);
  return JSON.parse(text);
}
