import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Selectable } from 'kysely';
import { failureText } from '../probes/failure-text.ts';
import { exchange } from '../probes/http-exchange.ts';
import { RefusedAddress } from '../probes/name-lookup.ts';
import { PhaseWatch } from '../probes/phases.ts';
import type { ChannelTable } from '../store/schema.ts';
import type { ChannelSecrets } from './channel-secret.ts';
import { botDelivery, type Delivery, webhookDelivery } from './delivery.ts';
import type { HookRules } from './hook-rules.ts';
import { jsonMessage } from './json-message.ts';
import type { Post } from './message.ts';
import { slackMessage } from './slack-message.ts';

export type ChannelRow = Pick<Selectable<ChannelTable>, 'id' | 'kind' | 'secret' | 'address'>;

export interface SenderOptions {
  readonly secrets: ChannelSecrets;
  readonly rules: HookRules;
  readonly clock: Clock;
  /** Of the page, for links in messages; undefined: none. */
  readonly publicUrl: string | undefined;
  /** `https://slack.com`, or a stand-in. */
  readonly slackOrigin: string;
  readonly timeoutMs: number;
}

interface Request {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** Turns a post into a request of the channel's kind and the answer into what became of it. Never throws. */
export class ChannelSender {
  private readonly options: SenderOptions;

  constructor(options: SenderOptions) {
    this.options = options;
  }

  /** Over within the timeout, whatever the other side does. */
  async send(channel: ChannelRow, post: Post): Promise<Delivery> {
    const secret = this.options.secrets.open(channel.secret);
    if (secret === undefined)
      return { kind: 'refused', result: 'its secret cannot be read: is MONITOR_SECRET another one?' };
    const { clock, timeoutMs } = this.options;
    const deadline = new AbortController();
    const overdue = () => deadline.abort(new Error(`no answer within ${timeoutMs} ms`));
    const cancel = clock.after(timeoutMs, overdue);
    try {
      return await this.exchange(channel, this.requestOf(channel, { post, secret }), {
        signal: deadline.signal,
        dedupeKeys: post.items.map(item => item.dedupeKey),
      });
    } catch (error) {
      if (error instanceof RefusedAddress) return { kind: 'refused', result: failureText(error) };
      return { kind: 'later', result: failureText(error), retryAfterMs: null };
    } finally {
      cancel();
    }
  }

  private requestOf(channel: ChannelRow, { post, secret }: { post: Post; secret: string }): Request {
    const link = this.linkOf(post);
    if (channel.kind === 'webhook') return { url: new URL(secret), headers: {}, body: jsonMessage(post, link) };
    const message = slackMessage(post, link);
    if (channel.kind === 'slack-webhook') return { url: new URL(secret), headers: {}, body: message };
    return {
      url: new URL('/api/chat.postMessage', this.options.slackOrigin),
      headers: { authorization: `Bearer ${secret}` },
      body: { channel: channel.address, ...message, unfurl_links: false },
    };
  }

  private async exchange(
    { kind }: ChannelRow,
    { url, headers, body }: Request,
    { signal, dedupeKeys }: { signal: AbortSignal; dedupeKeys: readonly string[] },
  ): Promise<Delivery> {
    const policy = this.options.rules.policyOf(url);
    const all = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'gatehouse-monitor',
      // Sent again when nobody knows whether the first one arrived: the receiver can tell.
      'idempotency-key': dedupeKeys.join(','),
      ...headers,
    };
    const watch = new PhaseWatch();
    const text = JSON.stringify(body);
    const length = { 'content-length': String(Buffer.byteLength(text)) };
    const sent = { url, method: 'POST', headers: { ...all, ...length }, body: text, policy, signal, watch } as const;
    const answer = await exchange(sent);
    const reply = { status: answer.status, retryAfter: answer.headers['retry-after'], body: answer.body };
    const nowMs = this.options.clock.wallMs();
    return kind === 'slack-bot' ? botDelivery(reply, nowMs) : webhookDelivery(kind, reply, nowMs);
  }

  private linkOf({ items }: Post): string | undefined {
    const { publicUrl } = this.options;
    const [first] = items;
    if (publicUrl === undefined || first === undefined) return undefined;
    const single = items.length === 1 && first.incidentId !== null;
    return new URL(single ? `/#/incidents/${first.incidentId}` : '/#/incidents', publicUrl).href;
  }
}
