import { type AddressPolicy, anyAddress, hookAddresses, literalAddress } from '../probes/address-policy.ts';
import { portOf } from '../probes/http-exchange.ts';

const SLACK_ORIGIN = 'https://hooks.slack.com';
const SLACK_PATH = /^\/(services|workflows|triggers)\/\S/;

/** Where messages may go: to the public internet by https, and to the origins that the operator of the monitor has allowed. */
export class HookRules {
  private readonly allowedOrigins: ReadonlySet<string>;

  constructor(allowedOrigins: readonly string[]) {
    this.allowedOrigins = new Set(allowedOrigins.map(origin => new URL(origin).origin));
  }

  /** What is wrong with a hook; undefined: nothing that can be seen without looking its name up. */
  problemOf(kind: 'slack-webhook' | 'webhook', text: string): string | undefined {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined) return 'must be a URL';
    if (url.username !== '' || url.password !== '') return 'must not contain a user or password';
    if (this.allowedOrigins.has(url.origin)) return undefined;
    if (url.protocol !== 'https:') return 'must begin with https://';
    if (kind === 'slack-webhook') {
      const isSlack = url.origin === SLACK_ORIGIN && SLACK_PATH.test(url.pathname);
      return isSlack ? undefined : `must begin with ${SLACK_ORIGIN}/services/`;
    }
    const address = literalAddress(url.hostname);
    return address === undefined ? undefined : hookAddresses.problemOf(address, portOf(url));
  }

  /** Which addresses a hook may lead to. */
  policyOf(url: URL): AddressPolicy {
    return this.allowedOrigins.has(url.origin) ? anyAddress : hookAddresses;
  }
}
