import { type Static, Type } from 'typebox';
import { oneOf, orNull } from '../answers.ts';
import { name, rowId, wholeNumber } from '../plain-text.ts';

export const STANDINGS = ['DOWN', 'PENDING', 'DEGRADED', 'UNKNOWN', 'MAINTENANCE', 'PAUSED', 'UP'] as const;
export const ENVIRONMENTS = ['DEV', 'STAGE', 'LIVE', 'UNKNOWN'] as const;
export const ORIGINS = ['hand', 'registry', 'heartbeat', 'list'] as const;

const HOST_FORM = '^([A-Za-z0-9._-]{1,255}|[0-9A-Fa-f:.]{2,45})$';
const PATH_FORM = '^/[!-~]*$';
const DAY_MS = 86_400_000;
/** Which of them are types, the refusal of the others says. */
const MAX_TYPE = 65_535;

const Standing = oneOf(STANDINGS);

const INPUT = {
  host_name: name(255),
  host: Type.String({ pattern: HOST_FORM, description: 'name or address, IPv6 without brackets' }),
  port: wholeNumber(1, 65_535),
  type: wholeNumber(0, MAX_TYPE),
};
const OPTIONAL_INPUT = {
  path: Type.String({ pattern: PATH_FORM, maxLength: 2048 }),
  secure: orNull(Type.Boolean({ description: 'over TLS; null: as its port says, 443 and 8443 are' })),
  environment: oneOf(ENVIRONMENTS),
  notification: Type.Boolean(),
  intervalMs: orNull(wholeNumber(5_000, DAY_MS)),
  timeoutMs: orNull(wholeNumber(100, 60_000)),
  downAfter: orNull(wholeNumber(1, 20)),
  upAfter: orNull(wholeNumber(1, 20)),
  slowMs: orNull(wholeNumber(1, 60_000)),
  paused: Type.Boolean(),
  dependsOn: orNull(rowId()),
};
const STRICT = { additionalProperties: false };

export const NewTarget = Type.Object({ ...INPUT, ...Type.Partial(Type.Object(OPTIONAL_INPUT)).properties }, STRICT);
export const TargetChange = Type.Partial(Type.Object({ ...INPUT, ...OPTIONAL_INPUT }), { ...STRICT, minProperties: 1 });
export type NewTarget = Static<typeof NewTarget>;
export type TargetChange = Static<typeof TargetChange>;

const Latency = orNull(Type.Number());

const RESULT_FIELDS = {
  at: Type.Integer(),
  ok: Type.Boolean(),
  standing: Standing,
  latencyMs: Latency,
  error: orNull(Type.String()),
};
export const Beat = Type.Object(RESULT_FIELDS);
export const ProbeResult = Type.Object({
  ...RESULT_FIELDS,
  phases: Type.Record(Type.String(), Type.Unknown(), { description: 'of the check, in milliseconds' }),
});

export const Target = Type.Object({
  id: Type.String(),
  host_name: Type.String(),
  host: Type.String(),
  port: Type.Integer(),
  type: Type.Integer(),
  typeName: Type.String(),
  path: Type.String(),
  secure: orNull(Type.Boolean()),
  environment: oneOf(ENVIRONMENTS),
  notification: Type.Boolean(),
  intervalMs: orNull(Type.Integer()),
  timeoutMs: orNull(Type.Integer()),
  downAfter: orNull(Type.Integer()),
  upAfter: orNull(Type.Integer()),
  slowMs: orNull(Type.Integer()),
  paused: Type.Boolean(),
  dependsOn: orNull(Type.String()),
  origin: oneOf(ORIGINS),
  archivedAt: orNull(Type.Integer()),
  version: Type.Integer(),
  created_at: Type.Integer(),
  updated_at: Type.Integer(),
  standing: Type.Object({
    standing: Standing,
    since: Type.Integer(),
    lastResultAt: orNull(Type.Integer()),
    lastLatencyMs: Latency,
    lastError: orNull(Type.String()),
    flapping: Type.Boolean(),
    incidentId: orNull(Type.String()),
    details: Type.Record(Type.String(), Type.Unknown()),
  }),
  recent: Type.Array(Beat, { description: 'the newest 50, newest last' }),
  uptime: Type.Object({ day: orNull(Type.Number()), month: orNull(Type.Number()) }, { description: 'from 0 to 1' }),
});
export type Target = Static<typeof Target>;
export type Beat = Static<typeof Beat>;

export const Transition = Type.Object({
  id: Type.String(),
  at: Type.Integer(),
  from: Standing,
  to: Standing,
  reason: Type.String(),
});

export const Rollup = Type.Object({
  start: Type.Integer(),
  up: Type.Integer(),
  down: Type.Integer(),
  latencyMs: Latency,
  latencyMaxMs: Type.Number(),
});
