import { Type } from 'typebox';
import type { Database } from '../store/database.ts';
import { oneOf } from './answers.ts';
import type { ApiContext } from './api-context.ts';
import type { ApiServer } from './api-server.ts';
import { statusBadge, uptimeBadge } from './badge.ts';
import { type Page, PageQuery, pageOf, pageSchema } from './paging.ts';
import { rowId } from './plain-text.ts';
import { Problem } from './problems.ts';
import { publicName } from './public-name.ts';
import { countStandings, readProber, StandingCounts } from './summary-routes.ts';
import { STANDINGS } from './targets/target-schema.ts';
import { readTarget, targetsWithStanding, worstFirst } from './targets/target-view.ts';

const PublicTarget = Type.Object({ host_name: Type.String(), standing: oneOf(STANDINGS), since: Type.Integer() });
const PublicTargets = Type.Object({
  ...pageSchema(PublicTarget).properties,
  counts: StandingCounts,
  checked: Type.Boolean({ description: 'somebody checks now; else all of it is old' }),
});
const TargetPath = Type.Object({ targetId: rowId() }, { additionalProperties: false });
const TAGS = ['public'];
/** Elsewhere than here they are asked for by pages of others. */
const BADGE_HEADERS = { 'cache-control': 'no-cache', 'cross-origin-resource-policy': 'cross-origin' };

/** What strangers may see when MONITOR_PUBLIC_PAGE is on: names and standings, neither addresses nor errors. */
export function addPublicRoutes(server: ApiServer, context: ApiContext): void {
  server.get(
    '/api/public',
    {
      config: { access: 'public' },
      schema: {
        tags: TAGS,
        summary: 'Names and standings, failing ones first',
        querystring: PageQuery,
        response: { 200: PublicTargets },
      },
    },
    async ({ query }) => {
      if (!context.publicPage) throw new Problem('NOT_FOUND', 'the public page is off');
      const { db, clock } = context;
      const [counts, prober] = await Promise.all([countStandings(db), readProber(db, clock.wallMs())]);
      return { ...(await publicTargets(db, pageOf(query))), counts, checked: prober !== null };
    },
  );
  for (const kind of ['status', 'uptime'] as const) {
    server.get(
      `/badges/:targetId/${kind}.svg`,
      {
        config: { access: 'public' },
        schema: {
          tags: TAGS,
          summary: kind === 'status' ? 'The standing as a picture' : 'The uptime of 30 days as a picture',
          params: TargetPath,
          produces: ['image/svg+xml'],
          response: { 200: Type.String() },
        },
      },
      async (request, reply) => {
        const target = await readTarget(context.db, request.params.targetId, context.clock.wallMs());
        if (target === undefined || target.archivedAt !== null)
          throw new Problem('NOT_FOUND', 'there is no such target');
        const { host_name: hostName, standing, uptime } = target;
        const label = publicName({ ...target, hostName });
        const svg = kind === 'status' ? statusBadge(label, standing.standing) : uptimeBadge('uptime', uptime.month);
        if (context.publicPage) void reply.headers(BADGE_HEADERS);
        return reply.type('image/svg+xml').serializer(String).send(svg);
      },
    );
  }
}

async function publicTargets(db: Database, page: Page) {
  const shown = targetsWithStanding(db).where('targets.archivedAt', 'is', null);
  const { total } = await shown.select(select => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await shown
    .select(['targets.id', 'targets.hostName', 'targets.host', 'targets.port', 'targets.type', 'targets.origin'])
    .select(['standings.standing', 'standings.since'])
    .orderBy(worstFirst())
    .orderBy('targets.hostName')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const items = rows.map(row => ({ host_name: publicName(row), standing: row.standing, since: row.since }));
  return { items, total };
}
