import type { ChannelKind } from '../../api/shapes.ts';

interface KindWords {
  readonly name: string;
  /** What is entered once and never shown again. */
  readonly secretName: string;
  readonly secretHint: string;
}

export const CHANNEL_KIND_WORDS: Readonly<Record<ChannelKind, KindWords>> = {
  'slack-webhook': {
    name: 'Slack incoming webhook',
    secretName: 'Hook URL',
    secretHint: 'https://hooks.slack.com/services/…',
  },
  'slack-bot': { name: 'Slack bot', secretName: 'Bot token', secretHint: 'xoxb-…' },
  webhook: { name: 'JSON webhook', secretName: 'Hook URL', secretHint: 'https://…' },
};
