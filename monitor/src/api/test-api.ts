import { systemClock } from '@gatehouse/shared/runtime/clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { type Database, transact } from '../store/database.ts';
import { openTestDatabase, type TestDatabase } from '../store/test-database.ts';
import { addToken } from '../store/tokens.ts';
import { addUser, findLogin, type Role } from '../store/users.ts';
import { Passwords } from './accounts/passwords.ts';
import { Api, type ApiOptions } from './api.ts';
import type { MonitorActions } from './api-context.ts';

/** A test's password is safe enough. */
const CHEAP = { rounds: 16, passes: 1 };
export const PASSWORD = 'correct horse battery';

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever comes
  readonly json: any;
}

/** An API on a database of its own, with everything else of a monitor made up. For tests. */
export class TestApi {
  readonly db: Database;
  /** What the API has asked the other parts for. */
  readonly done: string[] = [];
  notAlive: string | undefined;
  notReady: string | undefined;
  readonly actions: MonitorActions = {
    checkNow: id => this.done.push(`check ${id}`),
    targetsChanged: () => this.done.push('changed'),
    targetProblem: ({ host }) => (host === '169.254.169.254' ? 'this address is never checked' : undefined),
    hookProblem: (_, url) => (url.startsWith('https://') ? undefined : 'must be https'),
    seal: secret => `sealed(${Buffer.from(secret).toString('base64')})`,
    mask: () => '…/••••abcd',
    sendTest: async () => ({ ok: true, result: 'ok' }),
    metrics: async () => 'monitor_up 1\n',
    notAlive: () => this.notAlive,
    notReady: async () => this.notReady,
  };
  private readonly database: TestDatabase;
  private api: Api | undefined;

  private constructor(database: TestDatabase) {
    this.db = database.db;
    this.database = database;
  }

  static async start(options: Partial<ApiOptions> = {}): Promise<TestApi> {
    const test = new TestApi(await openTestDatabase());
    test.api = new Api({
      db: test.db,
      clock: systemClock,
      log: silentLog,
      actions: test.actions,
      cluster: undefined,
      host: '127.0.0.1',
      port: 0,
      secureCookies: false,
      publicPage: false,
      publicUrl: undefined,
      pageFolder: '/nowhere',
      passwordCost: CHEAP,
      ...options,
    });
    await test.api.start();
    return test;
  }

  get origin(): string {
    return `http://${this.api?.address}`;
  }

  async stop(): Promise<void> {
    await this.api?.stop();
    await this.database.close();
  }

  async ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
    const isJson = body !== undefined && typeof body !== 'string';
    const response = await fetch(`${this.origin}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(isJson && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: isJson ? JSON.stringify(body) : String(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') === true ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, text, json };
  }

  async addUser(name: string, role: Role): Promise<string> {
    const password = await new Passwords(CHEAP).hash(PASSWORD);
    const user = await transact(this.db, transaction => addUser(transaction, { name, role, password }, Date.now()));
    return user.id;
  }

  /** Headers of a token of this role. */
  async tokenHeaders(role: Role): Promise<Record<string, string>> {
    const owner = `owner of ${role}`;
    const userId = (await findLogin(this.db, owner))?.id ?? (await this.addUser(owner, role));
    const wanted = { name: `a ${role}`, role, userId, createdBy: 'test', expiresAt: null };
    const { secret } = await transact(this.db, transaction => addToken(transaction, wanted, Date.now()));
    return { authorization: `Bearer ${secret}` };
  }

  /** Headers of the page after a login: cookie, CSRF token and origin. */
  async loginHeaders(name: string): Promise<Record<string, string>> {
    const { headers, json } = await this.ask('/api/login', { method: 'POST', body: { name, password: PASSWORD } });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    return { cookie, origin: this.origin, 'x-csrf-token': json.csrfToken };
  }

  /** Its id. */
  async addTarget(hostName: string): Promise<string> {
    const body = { host_name: hostName, host: '10.0.0.1', port: 80, type: 6 };
    const { json } = await this.ask('/api/targets', {
      method: 'POST',
      headers: await this.tokenHeaders('admin'),
      body,
    });
    return json.id;
  }
}
