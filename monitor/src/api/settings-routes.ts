import { Type } from 'typebox';
import { recordChange } from '../store/changes.ts';
import { readSettings, writeSettings } from '../store/settings.ts';
import { identityOf } from './access.ts';
import { orNull } from './answers.ts';
import { type ApiContext, change } from './api-context.ts';
import type { ApiServer } from './api-server.ts';
import { wholeNumber } from './plain-text.ts';
import { Problem } from './problems.ts';

const HOUR_MS = 3_600_000;

const Settings = Type.Object(
  {
    intervalMs: wholeNumber(5_000, 24 * HOUR_MS),
    timeoutMs: wholeNumber(100, 60_000),
    downAfter: wholeNumber(1, 20),
    upAfter: wholeNumber(1, 20),
    slowMs: orNull(wholeNumber(1, 60_000)),
    reminderMs: orNull(wholeNumber(300_000, 7 * 24 * HOUR_MS)),
    groupingMs: wholeNumber(0, 300_000),
  },
  { additionalProperties: false },
);
const SettingsChange = Type.Partial(Settings, { additionalProperties: false, minProperties: 1 });
const TAGS = ['settings'];
const ADMIN = { access: 'admin' } as const;

export function addSettingsRoutes(server: ApiServer, context: ApiContext): void {
  server.get(
    '/api/settings',
    {
      config: ADMIN,
      schema: { tags: TAGS, summary: 'What holds where a target says nothing', response: { 200: Settings } },
    },
    () => readSettings(context.db),
  );
  server.patch(
    '/api/settings',
    {
      config: ADMIN,
      schema: { tags: TAGS, summary: 'Change them', body: SettingsChange, response: { 200: Settings } },
    },
    async request => {
      const settings = await change(context, identityOf(request), async ({ transaction, nowMs, audit }) => {
        const before = await readSettings(transaction);
        const after = { ...before, ...request.body };
        if (after.timeoutMs >= after.intervalMs) {
          throw new Problem('BAD_REQUEST', 'timeoutMs must be less than intervalMs');
        }
        await writeSettings(transaction, request.body);
        await recordChange(transaction, 'settings', 'settings', nowMs);
        await audit({ action: 'settings.update', what: 'settings', before, after });
        return after;
      });
      context.actions.targetsChanged();
      return settings;
    },
  );
}
