import { useState } from 'preact/hooks';
import type { Target } from '../../api/shapes.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Problem } from '../../parts/problem.tsx';
import { routeHash } from '../../route.ts';
import type { Session } from '../../session.ts';
import { HeartbeatBar } from '../../standing/heartbeat-bar.tsx';
import { StandingMark } from '../../standing/standing-mark.tsx';
import { latencyText, uptimeText } from '../../time/durations.ts';
import { Since } from '../../time/since.tsx';
import { DeleteTarget } from '../targets/delete-target.tsx';
import { targetActions } from '../targets/target-actions.ts';
import { TargetForm } from '../targets/target-form.tsx';
import { AlertBell } from '../targets/target-row.tsx';
import { isClusterMember } from '../targets/target-types.ts';
import { DependsOn } from './depends-on.tsx';
import { LastCheck } from './last-check.tsx';
import { LatencyPanel } from './latency-panel.tsx';
import { RegistryPanel } from './registry-panel.tsx';
import { TransitionsPanel } from './transitions-panel.tsx';

export interface TargetViewProps {
  readonly session: Session;
  readonly id: string;
  /** Of the list one comes from, which is what one goes back to. */
  readonly query: URLSearchParams;
}

export function TargetView({ session, id, query }: TargetViewProps) {
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: id,
    kinds: ['target'],
    id,
    load: () => session.api.read<Target>(`targets/${encodeURIComponent(id)}`),
  });
  return (
    <>
      <p>
        <a href={routeHash('targets', '', query)}>{query.size === 0 ? '← All targets' : '← Back to the list'}</a>
      </p>
      <Problem text={problem} onRetry={reload} />
      {data !== undefined && <Detail session={session} target={data} query={query} />}
    </>
  );
}

interface DetailProps extends Pick<TargetViewProps, 'session' | 'query'> {
  readonly target: Target;
}

function Detail({ session, target, query }: DetailProps) {
  const { standing, recent, uptime } = target;
  const known = recent.flatMap(({ latencyMs }) => latencyMs ?? []);
  const mean = known.length === 0 ? null : known.reduce((sum, latency) => sum + latency, 0) / known.length;
  return (
    <>
      <section class="panel detail" aria-label={target.host_name}>
        <div class="row between">
          <div class="row">
            <h1>{target.host_name}</h1>
            <StandingMark standing={standing.standing} />
            {standing.flapping && <span class="tag tag-warm">flapping</span>}
            {target.archivedAt !== null && <span class="tag">archived</span>}
          </div>
          <Actions session={session} target={target} query={query} />
        </div>
        <p class="muted">
          {target.typeName} at {target.host}:{target.port}
          {target.path} · {target.environment} · from {ORIGINS[target.origin]} · since <Since atMs={standing.since} />
        </p>
        <DependsOn session={session} target={target} query={query} />
        {standing.lastError !== null && standing.standing !== 'UP' && <p class="reason">{standing.lastError}</p>}
        <HeartbeatBar name={target.host_name} beats={recent} />
        <dl class="figures">
          {known.length > 0 && (
            <>
              <Figure name="Latency now" text={latencyText(standing.lastLatencyMs)} />
              <Figure name={`Mean of ${known.length}`} text={latencyText(mean)} />
            </>
          )}
          <Figure name="Up in 24 h" text={uptimeText(uptime.day)} />
          <Figure name="Up in 30 days" text={uptimeText(uptime.month)} />
        </dl>
      </section>
      <RegistryPanel details={standing.details} />
      {!isClusterMember(target.type) && <LatencyPanel session={session} target={target} />}
      <div class="columns">
        <TransitionsPanel session={session} id={target.id} />
        {!isClusterMember(target.type) && <LastCheck session={session} target={target} />}
      </div>
    </>
  );
}

const ORIGINS: Readonly<Record<Target['origin'], string>> = {
  hand: 'an operator',
  registry: 'the registry of the cluster',
  heartbeat: 'the heartbeat registry',
  list: 'the server list',
};

function Figure({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function Actions({ session, target, query }: DetailProps) {
  const [open, setOpen] = useState<'nothing' | 'editing' | 'deleting'>('nothing');
  const close = () => setOpen('nothing');
  const isWatched = target.archivedAt === null;
  const isCheckable = isWatched && !isClusterMember(target.type) && !target.paused;
  if (!session.isAdmin) return <AlertBell session={session} target={target} />;
  return (
    <div class="row">
      <AlertBell session={session} target={target} />
      {isCheckable && (
        <button type="button" onClick={() => void targetActions.check(session, target)}>
          Check now
        </button>
      )}
      {isWatched && (
        <button
          type="button"
          onClick={() =>
            void (target.paused ? targetActions.resume(session, target) : targetActions.pause(session, target))
          }
        >
          {target.paused ? 'Resume' : 'Pause'}
        </button>
      )}
      <button type="button" onClick={() => setOpen('editing')}>
        Edit
      </button>
      <button type="button" class="danger" onClick={() => setOpen('deleting')}>
        Delete
      </button>
      {open === 'editing' && <TargetForm session={session} target={target} onClose={close} />}
      {open === 'deleting' && (
        <DeleteTarget
          session={session}
          target={target}
          onClose={close}
          onDeleted={() => {
            location.hash = routeHash('targets', '', query);
          }}
        />
      )}
    </div>
  );
}
