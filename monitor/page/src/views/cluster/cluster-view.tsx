import { useState } from 'preact/hooks';
import type { Cluster } from '../../api/shapes.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Session } from '../../session.ts';
import { FindPlayer } from './find-player.tsx';
import { type MemberRow, MemberTable } from './member-table.tsx';

/** Games and users come and go without a word. */
const COUNTS_MS = 3000;

export function ClusterView({ session, userId }: { readonly session: Session; readonly userId: string }) {
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: '',
    kinds: ['cluster', 'target'],
    everyMs: COUNTS_MS,
    load: () => session.api.read<Cluster>('cluster'),
  });
  const [draining, setDraining] = useState<string | undefined>(undefined);
  const onDrain = session.isAdmin ? setDraining : undefined;
  return (
    <>
      <h1>Cluster</h1>
      <Problem text={problem} onRetry={reload} />
      {data !== undefined && data.redis !== 'connected' && <p class="panel muted">{NO_CLUSTER[data.redis]}</p>}
      {data?.redis === 'connected' && (
        <>
          <MemberTable title="Servers" rows={data.servers.map(serverRow)} onDrain={onDrain} />
          <MemberTable title="Gateways" rows={data.gateways.map(gatewayRow)} onDrain={onDrain} />
        </>
      )}
      {data?.redis === 'connected' && <FindPlayer session={session} userId={userId} />}
      {draining !== undefined && <DrainDialog session={session} id={draining} onClose={() => setDraining(undefined)} />}
    </>
  );
}

const NO_CLUSTER = {
  none: 'This monitor watches no cluster: it was started without REDIS_URL.',
  unreachable: 'The registry of the cluster does not answer: nothing can be said of its servers just now.',
} as const;

function serverRow(server: Cluster['servers'][number]): MemberRow {
  return { ...server, kind: server.type };
}

function gatewayRow(gateway: Cluster['gateways'][number]): MemberRow {
  return { ...gateway, kind: 'Gateway', misses: null, games: null, capacity: null, linkSilentMs: undefined };
}

function DrainDialog({ session, id, onClose }: { readonly session: Session; readonly id: string; onClose(): void }) {
  const drain = () =>
    session.refusal(`${id} is told to drain.`, {
      method: 'POST',
      path: `cluster/servers/${encodeURIComponent(id)}/drain`,
    });
  return (
    <Dialog title={`Drain ${id}?`} doText="Drain" isDanger onDo={drain} onClose={onClose}>
      <p>It takes nothing new, finishes what runs on it, and then ends. Only a new start brings it back.</p>
    </Dialog>
  );
}
