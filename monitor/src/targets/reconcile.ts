import type { Selectable } from 'kysely';
import type { StandingTable, TargetOrigin, TargetTable } from '../store/schema.ts';

export type KnownTarget = Selectable<TargetTable> & Pick<Selectable<StandingTable>, 'standing'>;
export type SourceOrigin = Exclude<TargetOrigin, 'hand'>;

/** A target as its source names it. */
export interface NamedTarget {
  readonly hostName: string;
  readonly host: string;
  readonly port: number;
  readonly type: number;
  readonly path: string;
  /** Null: as its port says. */
  readonly secure: KnownTarget['secure'];
  readonly environment: KnownTarget['environment'];
}

export interface TargetSet extends Partial<Omit<NamedTarget, 'hostName'>> {
  readonly archivedAt?: null;
}

export type ReconcileStep =
  | { readonly kind: 'add'; readonly named: NamedTarget }
  | { readonly kind: 'change'; readonly target: KnownTarget; readonly set: TargetSet }
  | { readonly kind: 'archive'; readonly target: KnownTarget };

const FOLLOWED = ['host', 'port', 'type', 'path', 'secure', 'environment'] as const;

/**
 * What makes the known targets what a source says: those it names are there, those it has dismissed are archived. Pure.
 * Targets of hand and of other sources are left alone, columns that an operator has set keep their values, and what an
 * operator deleted stays deleted.
 */
export function reconcile(
  known: readonly KnownTarget[],
  source: {
    readonly origin: SourceOrigin;
    readonly named: readonly NamedTarget[];
    readonly isDismissed: (target: KnownTarget) => boolean;
  },
): ReconcileStep[] {
  const byName = new Map(known.map(target => [target.hostName, target]));
  const named = new Map(source.named.map(target => [target.hostName, target]));
  const steps = [...named.values()].flatMap(target => follow(byName.get(target.hostName), target, source.origin));
  const dismissed = known.filter(
    target =>
      target.origin === source.origin &&
      target.archivedAt === null &&
      !named.has(target.hostName) &&
      source.isDismissed(target),
  );
  return [...steps, ...dismissed.map(target => ({ kind: 'archive', target }) as const)];
}

function follow(target: KnownTarget | undefined, named: NamedTarget, origin: SourceOrigin): ReconcileStep[] {
  if (target === undefined) return [{ kind: 'add', named }];
  if (target.origin !== origin || target.ignored === 1) return [];
  const edited = new Set<string>(JSON.parse(target.edited));
  const followed = FOLLOWED.filter(column => !edited.has(column) && target[column] !== named[column]);
  const moved: TargetSet = Object.fromEntries(followed.map(column => [column, named[column]]));
  const set: TargetSet = target.archivedAt === null ? moved : { ...moved, archivedAt: null };
  return Object.keys(set).length === 0 ? [] : [{ kind: 'change', target, set }];
}
