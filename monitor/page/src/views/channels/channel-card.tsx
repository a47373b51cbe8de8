import { useState } from 'preact/hooks';
import type { Channel } from '../../api/shapes.ts';
import { Switch } from '../../parts/field.tsx';
import type { Session } from '../../session.ts';
import { clockText } from '../../time/clock-text.ts';
import { CHANNEL_KIND_WORDS } from './channel-kinds.ts';

export interface ChannelCardProps {
  readonly session: Session;
  readonly channel: Channel;
  onEdit(): void;
  onDelete(): void;
}

export function ChannelCard({ session, channel, onEdit, onDelete }: ChannelCardProps) {
  const { id, name, kind, enabled, masked, address, failure, lastResult, lastSentAt, version } = channel;
  const path = `channels/${encodeURIComponent(id)}`;
  const enable = (isOn: boolean) =>
    void session.run(`${name} is ${isOn ? 'enabled' : 'disabled'}.`, {
      method: 'PATCH',
      path,
      body: { enabled: isOn },
      version,
    });
  return (
    <article class="panel channel" aria-label={name}>
      <div class="row between">
        <h2 class="row">
          {name} <span class="tag">{CHANNEL_KIND_WORDS[kind].name}</span>
        </h2>
        {session.isAdmin ? (
          <Switch label={`${name} enabled`} isOn={enabled} onSwitch={enable}>
            {enabled ? 'enabled' : 'disabled'}
          </Switch>
        ) : (
          <span class="tag">{enabled ? 'enabled' : 'disabled'}</span>
        )}
      </div>
      <p class="muted wrap">
        <code>{masked}</code>
        {address !== '' && <> to {address}</>}
      </p>
      {failure !== null && (
        <p class="problem">
          <span>Nothing is sent until it is changed: {failure}</span>
        </p>
      )}
      <p class="muted">
        {lastSentAt === null ? 'Nothing was sent yet' : `Last sent ${clockText(lastSentAt)}`}
        {lastResult !== null && `: ${lastResult}`}
      </p>
      {session.isAdmin && <ChannelActions session={session} path={path} onEdit={onEdit} onDelete={onDelete} />}
    </article>
  );
}

interface ChannelActionsProps {
  readonly session: Session;
  readonly path: string;
  onEdit(): void;
  onDelete(): void;
}

function ChannelActions({ session, path, onEdit, onDelete }: ChannelActionsProps) {
  const [test, setTest] = useState<'none' | 'running' | { readonly ok: boolean; readonly result: string }>('none');
  const run = async () => {
    if (test === 'running') return;
    setTest('running');
    const done = await session.run<{ ok: boolean; result: string }>('', { method: 'POST', path: `${path}/test` });
    setTest(done?.answer ?? 'none');
  };
  return (
    <div class="row">
      <button type="button" aria-disabled={test === 'running'} onClick={() => void run()}>
        {test === 'running' ? 'Sending …' : 'Send a test'}
      </button>
      <button type="button" class="quiet" onClick={onEdit}>
        Edit
      </button>
      <button type="button" class="quiet danger" onClick={onDelete}>
        Delete
      </button>
      <span role="status" class={typeof test === 'object' && !test.ok ? 'ink-bad' : 'ink-good'}>
        {typeof test === 'object' && `${test.ok ? '✓ The test has arrived' : '✕ The test has failed'}: ${test.result}`}
      </span>
    </div>
  );
}
