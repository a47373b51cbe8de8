import { Coalesced } from '@gatehouse/shared/cluster/coalesced';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import type { MonitorContext } from '../monitor-context.ts';
import { failureText } from '../probes/failure-text.ts';
import { transact } from '../store/database.ts';
import type { NamedTarget } from './reconcile.ts';
import { parseServerList } from './server-list.ts';
import { writeReport } from './source-writer.ts';

const POLL_MS = 60_000;
/** From the first byte sent to the last one read. */
const ANSWER_MS = 10_000;
const MAX_LIST_BYTES = 1024 * 1024;

export type ServerListContext = Pick<MonitorContext, 'db' | 'clock' | 'log' | 'changed'> & {
  /** Comes from who runs the process: it may lead into the own network. May have a secret in it. */
  readonly url: string;
  readonly lease: Pick<MonitorContext['lease'], 'held' | 'onChange'>;
};

/**
 * The servers of a JSON list as targets: those it names are there, those it no longer names are archived. A list that
 * cannot be had, or not be read as a whole, changes nothing. What may be checked is decided by PROBE_ALLOW, not by the list.
 */
export class ServerListSource implements Part {
  readonly name = 'server list source';
  private readonly context: ServerListContext;
  private readonly stopping = new AbortController();
  private readonly polling = new Coalesced(() => this.poll());
  private told = ''; // the last refusal; 'read': none
  private running = false;
  private cancels: (() => void)[] = [];

  constructor(context: ServerListContext) {
    this.context = context;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    const { clock, lease } = this.context;
    const poll = () => void this.polling.run();
    this.cancels = [clock.every(POLL_MS, poll), lease.onChange(poll)];
    poll();
  }

  async stop(): Promise<void> {
    this.running = false;
    for (const cancel of this.cancels.splice(0)) cancel();
    this.stopping.abort(new Error('stopped'));
    await this.polling.run(); // nothing is written once it has returned
  }

  private async poll(): Promise<void> {
    const { lease, log } = this.context;
    if (!this.running || !lease.held) return;
    const listed = await this.fetchList();
    if (!this.running) return;
    if (typeof listed === 'string') return this.refuse(listed);
    try {
      await this.write(listed);
    } catch (error) {
      log.error(LOG_EVENTS.databaseFailed, { doing: 'write what the server list says', error });
      return;
    }
    if (this.told !== 'read') log.info(LOG_EVENTS.serverListRead, { servers: listed.length });
    this.told = 'read';
  }

  /** A text says why there is none. */
  private async fetchList(): Promise<NamedTarget[] | string> {
    const { url, clock } = this.context;
    const deadline = new AbortController();
    const cancel = clock.after(ANSWER_MS, () => deadline.abort(new Error(`no whole answer within ${ANSWER_MS} ms`)));
    const signal = AbortSignal.any([deadline.signal, this.stopping.signal]);
    const headers = { 'user-agent': 'gatehouse-monitor', accept: 'application/json' };
    try {
      const response = await fetch(url, { headers, signal, redirect: 'manual' });
      if (response.status === 200) return parseServerList(await readBounded(response));
      await response.body?.cancel();
      return response.status === 0 ? 'it redirects, which is not followed' : `HTTP ${response.status}`;
    } catch (error) {
      return failureText(error instanceof TypeError && error.cause !== undefined ? error.cause : error);
    } finally {
      cancel();
    }
  }

  private refuse(why: string): void {
    if (why !== this.told) this.context.log.warn(LOG_EVENTS.serverListRefused, { why });
    this.told = why;
  }

  private async write(named: readonly NamedTarget[]): Promise<void> {
    const { db, clock, lease, changed } = this.context;
    const report = { origin: 'list' as const, named, sightings: [], isDismissed: () => true, atMs: clock.wallMs() };
    await transact(db, async transaction => {
      if (lease.held) await writeReport(transaction, report);
    });
    changed();
  }
}

/** @throws Error more than MAX_LIST_BYTES: the rest is not read */
async function readBounded({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_LIST_BYTES) throw new Error(`the list has more than ${MAX_LIST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
