import { Type } from 'typebox';
import { PROBER_LEASE, PROBER_LEASE_MS } from '../prober-lease.ts';
import type { Database } from '../store/database.ts';
import { readLease } from '../store/leases.ts';
import { oneOf, orNull } from './answers.ts';
import type { ApiContext } from './api-context.ts';
import type { ApiServer } from './api-server.ts';
import { STANDINGS } from './targets/target-schema.ts';

type Standing = (typeof STANDINGS)[number];
type Counts = Record<Standing, number>;

const count = () => Type.Integer();
export const StandingCounts = Type.Object({
  UP: count(),
  DEGRADED: count(),
  PENDING: count(),
  DOWN: count(),
  MAINTENANCE: count(),
  PAUSED: count(),
  UNKNOWN: count(),
});
const Summary = Type.Object({
  counts: StandingCounts,
  openIncidents: count(),
  prober: orNull(
    Type.Object({
      owner: Type.String(),
      sinceMs: Type.Integer({ description: 'how long ago it has said so' }),
    }),
  ),
  cluster: oneOf(['connected', 'unreachable', 'none']),
});

export function addSummaryRoute(server: ApiServer, { db, clock, cluster }: ApiContext): void {
  server.get(
    '/api/summary',
    {
      config: { access: 'viewer' },
      schema: { tags: ['summary'], summary: 'How it stands', response: { 200: Summary } },
    },
    async () => ({
      counts: await countStandings(db),
      openIncidents: await countOpenIncidents(db),
      prober: await readProber(db, clock.wallMs()),
      cluster:
        cluster === undefined ? ('none' as const) : cluster.up ? ('connected' as const) : ('unreachable' as const),
    }),
  );
}

/** Of targets that are not archived. */
export async function countStandings(db: Database): Promise<Counts> {
  const rows = await db
    .selectFrom('standings')
    .innerJoin('targets', 'targets.id', 'standings.targetId')
    .select('standings.standing')
    .select(select => select.fn.countAll<number>().as('count'))
    .where('targets.archivedAt', 'is', null)
    .groupBy('standings.standing')
    .execute();
  const counts = Object.fromEntries(STANDINGS.map(standing => [standing, 0])) as Counts;
  for (const { standing, count: counted } of rows) counts[standing] = counted;
  return counts;
}

async function countOpenIncidents(db: Database): Promise<number> {
  const query = db.selectFrom('incidents').select(select => select.fn.countAll<number>().as('count'));
  return (await query.where('closedAt', 'is', null).executeTakeFirstOrThrow()).count;
}

/** Which process checks targets now; null: none has said so lately. */
export async function readProber(db: Database, nowMs: number) {
  const lease = await readLease(db, PROBER_LEASE);
  if (lease === undefined || lease.until <= nowMs) return null;
  return { owner: lease.owner, sinceMs: Math.max(0, nowMs - (lease.until - PROBER_LEASE_MS)) };
}
