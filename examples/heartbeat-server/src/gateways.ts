export interface GatewayAnswer {
  readonly status: number;
  readonly body: { readonly address?: string };
}

const PATIENCE_MS = 2_000;

/** The admin ports of several gateways: any of them will do, the first that answers is asked first the next time. */
export class Gateways {
  private readonly urls: string[];
  private readonly token: string | undefined;

  constructor(urls: readonly string[], token: string | undefined) {
    this.urls = [...urls];
    this.token = token;
  }

  /** GET, or POST when there is a body. A gateway that is away, or has lost Redis (503), is passed over. @throws Error when all are */
  async ask(path: string, body?: object): Promise<GatewayAnswer> {
    for (let tries = this.urls.length; tries > 0; tries--) {
      const answer = await this.askFirst(path, body).catch(() => undefined);
      if (answer !== undefined && answer.status !== 503) return answer;
      this.urls.push(...this.urls.splice(0, 1));
    }
    throw new Error(`no gateway answers ${path}`);
  }

  private async askFirst(path: string, body: object | undefined): Promise<GatewayAnswer> {
    const response = await fetch(`${this.urls[0]}${path}`, {
      headers: this.token === undefined ? {} : { authorization: `Bearer ${this.token}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as GatewayAnswer['body'] };
  }
}
