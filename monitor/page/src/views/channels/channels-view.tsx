import { useState } from 'preact/hooks';
import type { Channel, List } from '../../api/shapes.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Session } from '../../session.ts';
import { ChannelCard } from './channel-card.tsx';
import { ChannelForm } from './channel-form.tsx';

type Open =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'adding' }
  | { readonly kind: 'editing' | 'deleting'; readonly channel: Channel };

const PAGE_SIZE = 20;

export function ChannelsView({ session }: { readonly session: Session }) {
  const [offset, setOffset] = useState(0);
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: `${offset}`,
    kinds: ['channel', 'message'],
    load: () => session.api.read<List<Channel>>(`channels?offset=${offset}&limit=${PAGE_SIZE}`),
  });
  const [open, setOpen] = useState<Open>({ kind: 'nothing' });
  const close = () => setOpen({ kind: 'nothing' });
  return (
    <>
      <div class="row between">
        <h1>Channels</h1>
        {session.isAdmin && (
          <button type="button" class="primary" onClick={() => setOpen({ kind: 'adding' })}>
            Add a channel
          </button>
        )}
      </div>
      <Problem text={problem} onRetry={reload} />
      {data?.items.map(channel => (
        <ChannelCard
          key={channel.id}
          session={session}
          channel={channel}
          onEdit={() => setOpen({ kind: 'editing', channel })}
          onDelete={() => setOpen({ kind: 'deleting', channel })}
        />
      ))}
      {data?.total === 0 && <p class="panel muted">There is no channel: incidents are recorded, and nobody is told.</p>}
      {data !== undefined && <Pager offset={offset} limit={PAGE_SIZE} total={data.total} onGo={setOffset} />}
      {open.kind === 'adding' && <ChannelForm session={session} channel={undefined} onClose={close} />}
      {open.kind === 'editing' && <ChannelForm session={session} channel={open.channel} onClose={close} />}
      {open.kind === 'deleting' && <DeleteChannel session={session} channel={open.channel} onClose={close} />}
    </>
  );
}

interface DeleteChannelProps {
  readonly session: Session;
  readonly channel: Channel;
  onClose(): void;
}

function DeleteChannel({ session, channel, onClose }: DeleteChannelProps) {
  const { id, name, version } = channel;
  const write = { method: 'DELETE', path: `channels/${encodeURIComponent(id)}`, version } as const;
  const remove = () => session.refusal(`${name} is deleted.`, write);
  return (
    <Dialog title={`Delete ${name}?`} doText="Delete" isDanger onDo={remove} onClose={onClose}>
      <p>What still waits to be sent there is not sent.</p>
    </Dialog>
  );
}
