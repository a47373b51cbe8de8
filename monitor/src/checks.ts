import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import { ChannelSecrets, maskSecret } from './alerts/channel-secret.ts';
import { ChannelSender } from './alerts/channel-sender.ts';
import { sendTest } from './alerts/channel-test.ts';
import { HookRules } from './alerts/hook-rules.ts';
import { SLACK_PACE_MS } from './alerts/outbox-settle.ts';
import { OutboxWorker } from './alerts/outbox-worker.ts';
import type { MonitorActions } from './api/api-context.ts';
import { DeadMan } from './dead-man.ts';
import type { MonitorContext } from './monitor-context.ts';
import { MonitorMetrics } from './monitor-metrics.ts';
import { literalAddress, targetAddresses } from './probes/address-policy.ts';
import { ownPorts } from './probes/own-ports.ts';
import { Prober } from './probes/prober.ts';
import { RegisteredAddresses } from './targets/registered-addresses.ts';
import { checkOf } from './targets/target-types.ts';
import { Vitals } from './vitals.ts';

const SEND_TIMEOUT_MS = 10_000;
const SEND_LEASE_MS = 3 * SEND_TIMEOUT_MS;

/** Probes and alerts, put together, and what the API may ask of them. */
export class Checks {
  /** In the order of start. */
  readonly parts: readonly Part[];
  readonly actions: MonitorActions;

  constructor(context: MonitorContext) {
    const { config, db, clock, log } = context;
    const registered = new RegisteredAddresses(context);
    const addresses = targetAddresses({
      allow: config.PROBE_ALLOW,
      loopback: config.PROBE_LOOPBACK,
      ownPorts: ownPorts(config),
      isRegistered: (host, port) => registered.has(host, port),
    });
    const secrets = new ChannelSecrets(config.MONITOR_SECRET);
    const rules = new HookRules(config.HOOK_ORIGINS ?? []);
    const slackOrigin = 'https://slack.com';
    const toldUrl = { publicUrl: config.MONITOR_PUBLIC_URL, slackOrigin, timeoutMs: SEND_TIMEOUT_MS };
    const sender = new ChannelSender({ secrets, rules, clock, ...toldUrl });
    const outbox = new OutboxWorker({ db, clock, log, sender, leaseMs: SEND_LEASE_MS, paceMs: SLACK_PACE_MS });
    const written = () => {
      outbox.nudge();
      context.changed();
    };
    const metrics = new MonitorMetrics(context);
    const told = { written, late: metrics.began, checked: metrics.checked };
    const prober = new Prober({ db, clock, log, lease: context.lease, policy: addresses, ...told });
    const vitals = new Vitals({ clock, ask: () => db.selectFrom('leases').select('name').limit(1).execute() });
    this.parts = [vitals, registered, outbox, prober, ...deadManOf(context, { vitals, prober })];
    this.actions = {
      checkNow: targetId => void prober.checkNow(targetId),
      targetsChanged: () => prober.reload(),
      targetProblem: ({ type, host, port }) => {
        if (checkOf(type) === 'registry') return undefined;
        const address = literalAddress(host);
        return address === undefined ? undefined : addresses.problemOf(address, port);
      },
      hookProblem: (kind, url) => rules.problemOf(kind, url),
      seal: secret => secrets.seal(secret),
      mask: maskSecret,
      sendTest: channelId => sendTest({ db, clock, sender }, channelId),
      metrics: () => metrics.text(),
      notAlive: () => vitals.notAlive(),
      notReady: () => vitals.notReady(),
    };
  }
}

/** None without DEAD_MAN_URL. */
function deadManOf({ config, clock, log, lease }: MonitorContext, watched: { vitals: Vitals; prober: Prober }): Part[] {
  const url = config.DEAD_MAN_URL;
  if (url === undefined) return [];
  const problem = async () => (await watched.vitals.notReady()) ?? watched.prober.problem();
  return [new DeadMan({ url, clock, log, lease, problem })];
}
