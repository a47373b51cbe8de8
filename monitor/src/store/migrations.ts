import { type Kysely, type Migration, sql } from 'kysely';

// Append only: a database that has run one of these never runs it again. What the columns mean: schema.ts.

export const MIGRATIONS: Record<string, Migration> = {
  '001-first': { up: first },
};

const TARGET = '"targetId" text not null references targets (id) on delete cascade';

const FIRST: readonly string[] = [
  `create table targets (
    id text primary key, "hostName" text not null unique, host text not null, port integer not null, type integer not null,
    path text not null, secure integer, environment text not null, notification integer not null, "intervalMs" integer, "timeoutMs" integer,
    "downAfter" integer, "upAfter" integer, "slowMs" integer, paused integer not null,
    "dependsOn" text references targets (id) on delete set null, origin text not null,
    edited text not null, "archivedAt" bigint, ignored integer not null, version integer not null,
    "createdAt" bigint not null, "updatedAt" bigint not null)`,
  `create table standings (
    "targetId" text primary key references targets (id) on delete cascade, standing text not null, failures integer not null,
    successes integer not null, since bigint not null, "lastResultAt" bigint, "lastLatencyMs" double precision,
    "lastError" text, recent text not null, flapping integer not null, "incidentId" text, details text not null,
    version integer not null)`,
  `create table results (
    ${TARGET}, at bigint not null, ok integer not null, standing text not null, "latencyMs" double precision, error text,
    phases text not null)`,
  'create index results_newest on results ("targetId", at)',
  `create table rollups (
    ${TARGET}, span text not null, start bigint not null, up integer not null, down integer not null,
    "latencySumMs" double precision not null, "latencyMaxMs" double precision not null,
    primary key ("targetId", span, start))`,
  'create index rollups_old on rollups (span, start)',
  `create table transitions (
    id text primary key, ${TARGET}, at bigint not null, "from" text not null, "to" text not null, reason text not null)`,
  'create index transitions_newest on transitions ("targetId", at)',
  `create table incidents (
    id text primary key, "targetId" text references targets (id) on delete set null, "hostName" text not null,
    environment text not null, kind text not null, reason text not null, "openedAt" bigint not null, "closedAt" bigint,
    "lastError" text not null)`,
  'create index incidents_newest on incidents ("openedAt")',
  `create table channels (
    id text primary key, name text not null unique, kind text not null, enabled integer not null, secret text not null,
    masked text not null, address text not null, failure text, "lastResult" text, "lastSentAt" bigint,
    "readyAt" bigint not null default 0, version integer not null, "createdAt" bigint not null, "updatedAt" bigint not null)`,
  `create table outbox (
    id text primary key, "channelId" text not null references channels (id) on delete cascade,
    "incidentId" text references incidents (id) on delete cascade, kind text not null, "dedupeKey" text not null unique,
    body text not null, state text not null, attempts integer not null, "nextAt" bigint not null, "leaseOwner" text,
    "leaseUntil" bigint not null, "lastResult" text, "createdAt" bigint not null, "sentAt" bigint)`,
  'create index outbox_due on outbox (state, "nextAt")',
  'create index outbox_of_incident on outbox ("incidentId")',
  `create table users (
    id text primary key, name text not null unique, role text not null, password text not null, "createdAt" bigint not null)`,
  `create table sessions (
    id text primary key, "userId" text not null references users (id) on delete cascade, "csrfToken" text not null,
    "createdAt" bigint not null, "seenAt" bigint not null)`,
  `create table tokens (
    id text primary key, name text not null, hash text not null unique, role text not null,
    "userId" text not null references users (id) on delete cascade, "createdBy" text not null,
    "createdAt" bigint not null, "expiresAt" bigint, "lastUsedAt" bigint)`,
  `create table attempts (
    what text primary key, failures integer not null, "lockedUntil" bigint not null, "updatedAt" bigint not null)`,
  `create table audit (
    id text primary key, at bigint not null, who text not null, action text not null, what text not null, before text,
    after text)`,
  'create index audit_newest on audit (at)',
  `create table settings (name text primary key, value text not null)`,
  `create table leases (name text primary key, owner text not null, until bigint not null)`,
  `insert into leases (name, owner, until) values ('writer', '', 0)`,
];

async function first(db: Kysely<unknown>): Promise<void> {
  await whole(db, async counted => {
    for (const statement of FIRST) await sql.raw(statement).execute(db);
    const changes = `create table changes (seq ${counted}, at bigint not null, kind text not null, id text not null)`;
    await sql.raw(changes).execute(db);
  });
}

/** All of `change` or nothing. PostgreSQL's migrations run in a transaction; SQLite's must begin their own. */
async function whole(db: Kysely<unknown>, change: (countedKey: string) => Promise<void>): Promise<void> {
  if (db.getExecutor().adapter.supportsTransactionalDdl) {
    await change('bigint generated always as identity primary key');
    return;
  }
  await sql.raw('begin immediate').execute(db);
  try {
    await change('integer primary key autoincrement');
    await sql.raw('commit').execute(db);
  } catch (error) {
    await sql.raw('rollback').execute(db);
    throw error;
  }
}
