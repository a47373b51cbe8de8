import { useState } from 'preact/hooks';
import type { Target } from '../../api/shapes.ts';
import { Pager } from '../../parts/pager.tsx';
import { Problem } from '../../parts/problem.tsx';
import { routeHash } from '../../route.ts';
import type { Session } from '../../session.ts';
import { DeleteTarget } from './delete-target.tsx';
import { TargetFilter } from './target-filter.tsx';
import { TargetForm } from './target-form.tsx';
import { TargetRow } from './target-row.tsx';
import { useTargets } from './use-targets.ts';

const PAGE_SIZE = 50;

type Open =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'adding' }
  | { readonly kind: 'editing' | 'deleting'; readonly target: Target };

export function TargetsView({ session, query }: { readonly session: Session; readonly query: URLSearchParams }) {
  const offset = Number(query.get('offset') ?? 0) || 0;
  const asked = new URLSearchParams(query);
  asked.set('offset', `${offset}`);
  asked.set('limit', `${PAGE_SIZE}`);
  const targets = useTargets(session, asked.toString());
  const [open, setOpen] = useState<Open>({ kind: 'nothing' });
  const close = () => setOpen({ kind: 'nothing' });
  return (
    <>
      <div class="row between">
        <h1>Targets</h1>
        {session.isAdmin && (
          <button type="button" class="primary" onClick={() => setOpen({ kind: 'adding' })}>
            Add a target
          </button>
        )}
      </div>
      <TargetFilter query={query} />
      <Problem text={targets.problem} onRetry={targets.reload} />
      {targets.items.length > 0 && (
        <TargetTable
          session={session}
          targets={targets.items}
          query={query}
          onEdit={target => setOpen({ kind: 'editing', target })}
          onDelete={target => setOpen({ kind: 'deleting', target })}
        />
      )}
      {targets.isLoaded && targets.items.length === 0 && targets.problem === '' && (
        <Nothing isFiltered={query.size > 0} />
      )}
      <Pager
        offset={offset}
        limit={PAGE_SIZE}
        total={targets.total}
        onGo={next => {
          const changed = new URLSearchParams(query);
          changed.set('offset', `${next}`);
          location.hash = routeHash('targets', '', changed);
        }}
      />
      {open.kind === 'adding' && <TargetForm session={session} target={undefined} onClose={close} />}
      {open.kind === 'editing' && <TargetForm session={session} target={open.target} onClose={close} />}
      {open.kind === 'deleting' && <DeleteTarget session={session} target={open.target} onClose={close} />}
    </>
  );
}

interface TargetTableProps {
  readonly session: Session;
  readonly targets: readonly Target[];
  readonly query: URLSearchParams;
  onEdit(target: Target): void;
  onDelete(target: Target): void;
}

function TargetTable({ session, targets, query, onEdit, onDelete }: TargetTableProps) {
  return (
    <div class="panel table-panel">
      <table class="targets cards">
        <thead>
          <tr>
            <th scope="col">Standing</th>
            <th scope="col">Target</th>
            <th scope="col">Last 50 checks</th>
            <th scope="col" class="number">
              24 h
            </th>
            <th scope="col" class="number">
              30 days
            </th>
            <th scope="col" class="number">
              Latency
            </th>
            <th scope="col" class="number">
              Since
            </th>
            <th scope="col">
              <span class="only-spoken">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.map(target => (
            <TargetRow
              key={target.id}
              session={session}
              target={target}
              query={query}
              onEdit={onEdit}
              onDelete={onDelete}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  return (
    <p class="panel muted">
      {isFiltered
        ? 'No target fits this filter.'
        : 'Nothing is watched yet. Servers of the cluster appear by themselves; others are added by hand.'}
    </p>
  );
}
