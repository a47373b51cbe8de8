import type { CancelTimer, Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { Database } from '../store/database.ts';

const REFRESH_MS = 2_000;

/** Hosts, addresses and names, as the cluster itself has named them, not as somebody has edited them: they may be checked, see address-policy.ts. */
export class RegisteredAddresses implements Part {
  readonly name = 'registered addresses';
  private readonly options: { readonly db: Database; readonly clock: Clock };
  private addresses: ReadonlySet<string> = new Set();
  private cancel: CancelTimer | undefined;

  constructor(options: { readonly db: Database; readonly clock: Clock }) {
    this.options = options;
  }

  has(host: string, port: number): boolean {
    return this.addresses.has(addressOf({ host, port }));
  }

  async start(): Promise<void> {
    if (this.cancel !== undefined) return;
    await this.refresh();
    const again = () => void this.refresh().catch(() => undefined); // what was known last still holds
    this.cancel = this.options.clock.every(REFRESH_MS, again);
  }

  stop(): void {
    this.cancel?.();
  }

  private async refresh(): Promise<void> {
    const query = this.options.db.selectFrom('targets').select(['host', 'port', 'edited']);
    const rows = await query.where('origin', 'in', ['registry', 'heartbeat']).where('archivedAt', 'is', null).execute();
    this.addresses = new Set(rows.filter(isOfItsSource).map(addressOf));
  }
}

function isOfItsSource({ edited }: { edited: string }): boolean {
  const columns: readonly string[] = JSON.parse(edited);
  return !columns.includes('host') && !columns.includes('port');
}

/** However it is written: a socket is asked for the host as a URL has it. */
function addressOf({ host, port }: { host: string; port: number }): string {
  const url = `http://${host.includes(':') ? `[${host}]` : host}`;
  return `${URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : host} ${port}`;
}
