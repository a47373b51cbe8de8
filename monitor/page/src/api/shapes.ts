// What the monitor's API says, as far as the page reads it. Written down in /docs/json of the monitor.

/** Failing first: the order of lists. */
export const STANDINGS = ['DOWN', 'PENDING', 'DEGRADED', 'UNKNOWN', 'MAINTENANCE', 'PAUSED', 'UP'] as const;
export type Standing = (typeof STANDINGS)[number];
export const ENVIRONMENTS = ['LIVE', 'STAGE', 'DEV', 'UNKNOWN'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];
export const CHANNEL_KINDS = ['slack-webhook', 'slack-bot', 'webhook'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];
export type Role = 'viewer' | 'admin';

export interface User {
  readonly name: string;
  readonly role: Role;
}

export interface Login {
  readonly user: User;
  readonly csrfToken: string;
}

export interface List<T> {
  readonly items: readonly T[];
  /** Of all pages. */
  readonly total: number;
}

/** One result of a probe, or one word of the registry. */
export interface Beat {
  readonly at: number;
  readonly ok: boolean;
  readonly standing: Standing;
  readonly latencyMs: number | null;
  readonly error: string | null;
}

export interface ProbeResult extends Beat {
  readonly phases: Readonly<Record<string, number | string | null>>;
}

export interface TargetStanding {
  readonly standing: Standing;
  readonly since: number;
  readonly lastResultAt: number | null;
  readonly lastLatencyMs: number | null;
  readonly lastError: string | null;
  readonly flapping: boolean;
  readonly incidentId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Target {
  readonly id: string;
  readonly host_name: string;
  readonly host: string;
  readonly port: number;
  readonly type: number;
  readonly typeName: string;
  readonly path: string;
  readonly environment: Environment;
  readonly notification: boolean;
  readonly intervalMs: number | null;
  readonly timeoutMs: number | null;
  readonly downAfter: number | null;
  readonly upAfter: number | null;
  readonly slowMs: number | null;
  readonly paused: boolean;
  /** Id of the target it is reached through. */
  readonly dependsOn: string | null;
  readonly origin: 'hand' | 'registry' | 'heartbeat' | 'list';
  readonly archivedAt: number | null;
  readonly version: number;
  readonly standing: TargetStanding;
  readonly recent: readonly Beat[];
  readonly uptime: { readonly day: number | null; readonly month: number | null };
}

/** What an operator may set. */
export type TargetEdit = Partial<
  Pick<
    Target,
    | 'host_name'
    | 'host'
    | 'port'
    | 'type'
    | 'path'
    | 'environment'
    | 'notification'
    | 'intervalMs'
    | 'timeoutMs'
    | 'downAfter'
    | 'upAfter'
    | 'slowMs'
    | 'dependsOn'
  >
>;

export interface Rollup {
  readonly start: number;
  readonly up: number;
  readonly down: number;
  readonly latencyMs: number | null;
  readonly latencyMaxMs: number;
}

export interface Transition {
  readonly id: string;
  readonly at: number;
  readonly from: Standing;
  readonly to: Standing;
  readonly reason: string;
}

export interface Message {
  readonly id: string;
  readonly channelName: string;
  readonly kind: string;
  readonly state: 'waiting' | 'sent' | 'failed' | 'merged';
  readonly attempts: number;
  readonly lastResult: string | null;
  readonly sentAt: number | null;
}

export interface Incident {
  readonly id: string;
  readonly targetId: string | null;
  readonly hostName: string;
  readonly environment: string;
  readonly kind: 'outage' | 'flapping' | 'blind';
  readonly reason: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly lastError: string;
  readonly messages: readonly Message[];
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly enabled: boolean;
  readonly masked: string;
  readonly address: string;
  readonly failure: string | null;
  readonly lastResult: string | null;
  readonly lastSentAt: number | null;
  readonly version: number;
}

export interface Summary {
  readonly counts: Readonly<Record<Standing, number>>;
  readonly openIncidents: number;
  readonly prober: { readonly owner: string; readonly sinceMs: number } | null;
  readonly cluster: 'connected' | 'unreachable' | 'none';
}

export interface ChangeNotice {
  readonly kind: 'target' | 'incident' | 'channel' | 'message' | 'cluster' | 'settings';
  readonly id: string;
}

/** A lobby or game server, as the registry and the gateways tell of it. */
export interface ClusterServer {
  readonly id: string;
  readonly type: string;
  readonly state: string;
  readonly misses: number;
  readonly games: number;
  readonly users: number;
  readonly capacity: number | null;
  readonly address: string;
  readonly version: string;
  readonly incarnation: string;
  /** Since a gateway has last heard it over its link; null: none has. */
  readonly linkSilentMs: number | null;
}

/** What strangers may see. */
export interface PublicTargets extends List<PublicTarget>, Pick<Summary, 'counts'> {
  /** Somebody checks now; else all of it is old. */
  readonly checked: boolean;
}

export interface PublicTarget {
  readonly host_name: string;
  readonly standing: Standing;
  readonly since: number;
}

export interface ClusterGateway {
  readonly id: string;
  readonly state: string;
  readonly users: number;
  readonly address: string;
  readonly version: string;
}

export interface Cluster {
  readonly redis: Summary['cluster'];
  readonly servers: readonly ClusterServer[];
  readonly gateways: readonly ClusterGateway[];
}

/** One thing on the way from a player to his game, and its state. */
export interface PlayerStep {
  /** `session`, `gateway`, `lobby room`, `game room`, `server`. */
  readonly what: string;
  readonly id: string;
  readonly state: string;
  /** A sentence: why he is there. */
  readonly why: string;
}

export interface PlayerPlace {
  readonly userId: string;
  readonly why: string;
  readonly steps: readonly PlayerStep[];
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly createdBy: string;
  readonly expiresAt: number | null;
  readonly lastUsedAt: number | null;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: number;
  readonly who: string;
  readonly action: string;
  readonly what: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Defaults for targets that say nothing of their own, and how alerts are sent. */
export type Settings = Readonly<Record<string, number | string | boolean | null>>;
