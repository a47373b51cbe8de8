import type { AddressInfo } from 'node:net';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Log } from '@gatehouse/shared/runtime/log';
import type { ClusterView } from '../cluster/cluster-view.ts';
import type { Database } from '../store/database.ts';
import { Credentials } from './accounts/credentials.ts';
import { forgetOldAccounts } from './accounts/old-accounts.ts';
import { type PasswordCost, Passwords } from './accounts/passwords.ts';
import type { MonitorActions } from './api-context.ts';
import type { ApiServer } from './api-server.ts';
import { buildServer } from './build-server.ts';
import { ChangeFeed } from './stream/change-feed.ts';
import { OpenStreams } from './stream/stream-route.ts';

export interface ApiOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly actions: MonitorActions;
  /** Undefined: there is no cluster to show. */
  readonly cluster: ClusterView | undefined;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Only over TLS. */
  readonly secureCookies: boolean;
  /** Opens /metrics, and nothing else; undefined: an API token does. */
  readonly metricsToken?: string | undefined;
  readonly publicPage: boolean;
  /** Undefined: what the browser asks for is it. */
  readonly publicUrl: string | undefined;
  /** Of the built page. */
  readonly pageFolder: string;
  /** Undefined: as expensive as it should be. */
  readonly passwordCost?: PasswordCost | undefined;
}

const HOUSEKEEPING_MS = 3_600_000;

/** API, page and stream of changes on one port. */
export class Api implements Part {
  readonly name = 'api';
  /** Somebody else has changed what pages show: they hear of it at once. */
  readonly changes: ChangeFeed;
  private readonly options: ApiOptions;
  private readonly streams = new OpenStreams();
  private server: ApiServer | undefined;
  private cancelHousekeeping = () => {};

  constructor(options: ApiOptions) {
    this.options = options;
    this.changes = new ChangeFeed(options);
  }

  /** Where it listens, after start. */
  get address(): string {
    if (this.server === undefined) throw new Error('not started');
    const { address, port } = this.server.server.address() as AddressInfo;
    return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
  }

  async start(): Promise<void> {
    if (this.server !== undefined) return;
    const { db, clock, log, actions, cluster, secureCookies, publicPage, passwordCost, ...rest } = this.options;
    const context = { db, clock, log, actions, cluster, secureCookies, publicPage, changes: this.changes };
    const accounts = { credentials: new Credentials(db, clock), passwords: new Passwords(passwordCost) };
    this.server = await buildServer({ ...context, ...accounts, streams: this.streams, ...rest });
    await this.server.listen({ host: rest.host, port: rest.port });
    const keepHouse = () => void forgetOldAccounts(db, clock.wallMs()).catch(() => undefined); // in an hour again
    keepHouse();
    this.cancelHousekeeping = clock.every(HOUSEKEEPING_MS, keepHouse);
  }

  async stop(): Promise<void> {
    this.cancelHousekeeping();
    this.streams.endAll();
    await this.server?.close();
  }
}
