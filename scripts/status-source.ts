import { type Config, readConfig } from '@gatehouse/shared/runtime/config';
import { commonSettings } from '@gatehouse/shared/runtime/settings';
import type { ClusterFound } from './cluster-file.ts';

/** Whose state is asked for. */
export interface StatusSource extends Config<typeof settings> {
  /** Why this Redis, in words. */
  readonly chosenBy: string;
}

const { REDIS_URL, NAMESPACE, HEALTH_INTERVAL_MS } = commonSettings;
const settings = { REDIS_URL, NAMESPACE, HEALTH_INTERVAL_MS };

/**
 * What the environment names; else the cluster that `npm start` runs, that of GATEWAY_WS_PORT when there are several; else the
 * Redis that servers take by default.
 * @throws Error saying what to set
 */
export function statusSource(env: NodeJS.ProcessEnv, clusters: readonly ClusterFound[]): StatusSource {
  if (env.REDIS_URL) return { ...readConfig(settings, env), chosenBy: 'REDIS_URL' };
  const port = env.GATEWAY_WS_PORT;
  const meant = port ? clusters.filter(cluster => cluster.port === port) : clusters;
  const [cluster, another] = meant;
  if (another !== undefined) {
    const ports = meant.map(found => found.port).join(', ');
    throw new Error(`clusters of several \`npm start\` are here: set GATEWAY_WS_PORT to one of ${ports}, or REDIS_URL`);
  }
  if (cluster !== undefined) return { ...readConfig(settings, { ...env, ...cluster.env }), chosenBy: cluster.path };
  if (port)
    throw new Error(`no \`npm start\` runs here with GATEWAY_WS_PORT ${port}; set REDIS_URL for another cluster`);
  return { ...readConfig(settings, env), chosenBy: 'the default: REDIS_URL is not set and no `npm start` runs here' };
}
