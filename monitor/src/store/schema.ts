import type { ColumnType, Generated } from 'kysely';

// The tables, in the few types that libsql and PostgreSQL share: ids and names are text, times are bigint milliseconds since
// 1970, flags are 0 or 1, lists and objects are JSON text. ARCHITECTURE of the monitor: docs/MONITOR.md.

export type Flag = 0 | 1;
/** Written once. */
type Fixed<T> = ColumnType<T, T, never>;

export interface TargetTable {
  id: Fixed<string>;
  /** Unique also among archived ones. */
  hostName: string;
  host: string;
  port: number;
  /** A number of targets/target-types.ts. */
  type: number;
  path: string;
  /** Over TLS (https, wss); null: as its port says, 443 and 8443 are. */
  secure: Flag | null;
  environment: 'DEV' | 'STAGE' | 'LIVE' | 'UNKNOWN';
  notification: Flag;
  /** Null: the default of the settings. */
  intervalMs: number | null;
  timeoutMs: number | null;
  downAfter: number | null;
  upAfter: number | null;
  slowMs: number | null;
  paused: Flag;
  /** The target through which it is reached: while that one is DOWN nobody is told of this one's outage. */
  dependsOn: string | null;
  origin: Fixed<TargetOrigin>;
  /** JSON list: columns an operator has set, which no source overwrites. */
  edited: string;
  /** Left cleanly, or dropped by an operator: not probed, not shown, back when its source names it again. */
  archivedAt: number | null;
  /** An operator deleted what a source goes on naming: stays archived. */
  ignored: Flag;
  /** The ETag; one more with each change. */
  version: number;
  createdAt: Fixed<number>;
  updatedAt: number;
}

export type TargetOrigin = 'hand' | 'registry' | 'heartbeat' | 'list';

/** One row a target, made with it: what the last results amount to. */
export interface StandingTable {
  targetId: Fixed<string>;
  standing: 'UNKNOWN' | 'PENDING' | 'DOWN' | 'UP' | 'DEGRADED' | 'MAINTENANCE' | 'PAUSED';
  /** In a row. */
  failures: number;
  successes: number;
  /** Since when the standing is what it is. */
  since: number;
  lastResultAt: number | null;
  lastLatencyMs: number | null;
  lastError: string | null;
  /** The newest 21 results as letters, newest last (standing.ts); flapping is read from it. */
  recent: string;
  flapping: Flag;
  /** The open one. */
  incidentId: string | null;
  /** JSON: what the registry says of a cluster member (games, users, misses, reason). */
  details: string;
  /** Compare-and-set: one more with each change. */
  version: number;
}

/** The newest 100 of each target. */
export interface ResultTable {
  targetId: Fixed<string>;
  at: Fixed<number>;
  ok: Fixed<Flag>;
  standing: Fixed<StandingTable['standing']>;
  latencyMs: Fixed<number | null>;
  error: Fixed<string | null>;
  /** JSON: milliseconds of dns, connect, tls, firstByte, whole; HTTP status; days the certificate has left. */
  phases: Fixed<string>;
}

/** Minutes for 24 h, hours for 30 days, days for 365 days. */
export interface RollupTable {
  targetId: Fixed<string>;
  span: Fixed<'minute' | 'hour' | 'day'>;
  /** Its beginning. */
  start: Fixed<number>;
  up: number;
  down: number;
  /** Of the answered ones. */
  latencySumMs: number;
  latencyMaxMs: number;
}

/** Each change of a standing. */
export interface TransitionTable {
  id: Fixed<string>;
  targetId: Fixed<string>;
  at: Fixed<number>;
  from: Fixed<StandingTable['standing']>;
  to: Fixed<StandingTable['standing']>;
  reason: Fixed<string>;
}

export interface IncidentTable {
  id: Fixed<string>;
  /** Null: of the monitor itself, which sees nothing any more. */
  targetId: Fixed<string | null>;
  /** As it was called when it began. */
  hostName: Fixed<string>;
  environment: Fixed<string>;
  kind: Fixed<'outage' | 'flapping' | 'blind'>;
  reason: Fixed<string>;
  openedAt: Fixed<number>;
  closedAt: number | null;
  lastError: string;
}

export interface ChannelTable {
  id: Fixed<string>;
  name: string;
  kind: Fixed<'slack-webhook' | 'slack-bot' | 'webhook'>;
  enabled: Flag;
  /** Of the hook URL or the token: AES-256-GCM, base64; never leaves the server. */
  secret: string;
  /** What may be shown of it: `hooks.slack.com/…/••••abcd`. */
  masked: string;
  /** Slack channel of a bot; else empty. */
  address: string;
  /** Why nothing is sent until an operator changes it; null: works. */
  failure: string | null;
  lastResult: string | null;
  lastSentAt: number | null;
  /** Nothing is sent before: one message a second, and what Retry-After asked for. */
  readyAt: Generated<number>;
  version: number;
  createdAt: Fixed<number>;
  updatedAt: number;
}

/** One message to one channel. */
export interface OutboxTable {
  id: Fixed<string>;
  channelId: Fixed<string>;
  incidentId: Fixed<string | null>;
  kind: Fixed<'outage' | 'recovery' | 'flapping' | 'blind' | 'still-down' | 'test'>;
  /** Unique: (incident, channel, kind). Goes with the message, so that a receiver may drop repetitions. */
  dedupeKey: Fixed<string>;
  /** JSON of what is said, channel-neutral. */
  body: string;
  state: 'waiting' | 'sent' | 'failed' | 'merged';
  attempts: number;
  nextAt: number;
  /** Who is sending it now, and until when nobody else may. */
  leaseOwner: string | null;
  leaseUntil: number;
  lastResult: string | null;
  createdAt: Fixed<number>;
  sentAt: number | null;
}

export interface UserTable {
  id: Fixed<string>;
  name: Fixed<string>;
  role: 'viewer' | 'admin';
  /** scrypt: parameters, salt and hash in one text. */
  password: string;
  createdAt: Fixed<number>;
}

export interface SessionTable {
  /** SHA-256 of the cookie. */
  id: Fixed<string>;
  userId: Fixed<string>;
  csrfToken: Fixed<string>;
  createdAt: Fixed<number>;
  /** Idle and absolute expiry are judged from it and createdAt. */
  seenAt: number;
}

export interface TokenTable {
  id: Fixed<string>;
  name: Fixed<string>;
  /** SHA-256. */
  hash: Fixed<string>;
  /** At most: never more than its owner may. */
  role: Fixed<'viewer' | 'admin'>;
  /** Who answers for it, also when one of his tokens has made it; it goes with him. */
  userId: Fixed<string>;
  /** As the audit log calls who has made it. */
  createdBy: Fixed<string>;
  createdAt: Fixed<number>;
  expiresAt: Fixed<number | null>;
  lastUsedAt: number | null;
}

/** Wrong passwords, by name and by address. */
export interface AttemptTable {
  what: Fixed<string>;
  failures: number;
  lockedUntil: number;
  updatedAt: number;
}

export interface AuditTable {
  id: Fixed<string>;
  at: Fixed<number>;
  who: Fixed<string>;
  action: Fixed<string>;
  what: Fixed<string>;
  /** JSON, secrets left out. */
  before: Fixed<string | null>;
  after: Fixed<string | null>;
}

/** What pages are told, in order; kept for an hour. */
export interface ChangeTable {
  seq: Generated<number>;
  at: Fixed<number>;
  kind: Fixed<'target' | 'incident' | 'channel' | 'message' | 'cluster' | 'settings'>;
  id: Fixed<string>;
}

export interface SettingTable {
  name: Fixed<string>;
  /** JSON. */
  value: string;
}

/** Held by one monitor process at a time. */
export interface LeaseTable {
  name: Fixed<string>;
  owner: string;
  until: number;
}

export interface Schema {
  targets: TargetTable;
  standings: StandingTable;
  results: ResultTable;
  rollups: RollupTable;
  transitions: TransitionTable;
  incidents: IncidentTable;
  channels: ChannelTable;
  outbox: OutboxTable;
  users: UserTable;
  sessions: SessionTable;
  tokens: TokenTable;
  attempts: AttemptTable;
  audit: AuditTable;
  changes: ChangeTable;
  settings: SettingTable;
  leases: LeaseTable;
}
