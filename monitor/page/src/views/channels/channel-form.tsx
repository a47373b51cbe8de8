import { useState } from 'preact/hooks';
import { CHANNEL_KINDS, type Channel, type ChannelKind } from '../../api/shapes.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import type { Session } from '../../session.ts';
import { CHANNEL_KIND_WORDS } from './channel-kinds.ts';

export interface ChannelFormProps {
  readonly session: Session;
  /** Undefined: a new one. */
  readonly channel: Channel | undefined;
  onClose(): void;
}

/** The hook URL or token can be set, never read: empty leaves it as it is. */
export function ChannelForm({ session, channel, onClose }: ChannelFormProps) {
  const [name, setName] = useState(channel?.name ?? '');
  const [kind, setKind] = useState<ChannelKind>(channel?.kind ?? 'slack-webhook');
  const [address, setAddress] = useState(channel?.address ?? '');
  const [secret, setSecret] = useState('');
  const { secretName, secretHint } = CHANNEL_KIND_WORDS[kind];
  const save = () => {
    const body = {
      name: name.trim(),
      ...(kind === 'slack-bot' && { address: address.trim() }),
      ...(secret !== '' && { [kind === 'slack-bot' ? 'token' : 'hookUrl']: secret.trim() }),
    };
    const done = `${name} is saved.`;
    if (channel === undefined) {
      return session.refusal(done, { method: 'POST', path: 'channels', body: { ...body, kind } });
    }
    const { id, version } = channel;
    const path = `channels/${encodeURIComponent(id)}`;
    return session.refusal(done, { method: 'PATCH', path, body, version });
  };
  return (
    <Dialog
      title={channel === undefined ? 'Add a channel' : `Edit ${channel.name}`}
      doText="Save"
      onDo={save}
      onClose={onClose}
    >
      <Field label="Name" text={name} onText={setName} required maxLength={100} />
      <Choice
        label="Kind"
        value={kind}
        choices={CHANNEL_KINDS.map(each => [each, CHANNEL_KIND_WORDS[each].name])}
        onChoose={setKind}
        disabled={channel !== undefined}
      />
      {kind === 'slack-bot' && (
        <Field label="Slack channel id" placeholder="C0123456789" text={address} onText={setAddress} required />
      )}
      <Field
        label={secretName}
        placeholder={channel === undefined ? secretHint : `unchanged: ${channel.masked}`}
        text={secret}
        onText={setSecret}
        required={channel === undefined}
        autocomplete="off"
        spellcheck={false}
        hint="Kept encrypted, and never shown again."
      />
    </Dialog>
  );
}
