import { type Config, readConfig } from '@gatehouse/shared/runtime/config';
import { exposureProblems } from '@gatehouse/shared/runtime/exposure';
import {
  backendSettings,
  commonSettings,
  metricsSettings,
  milliseconds,
  wholeNumber,
} from '@gatehouse/shared/runtime/settings';
import { ROOM_LOG_LIMITS } from './room-log.ts';

export const settings = {
  ...commonSettings,
  ...backendSettings,
  ...metricsSettings,
  /** Frames kept for players who lost their connection, of each room. */
  ROOM_LOG_BYTES: wholeNumber({ min: 0, max: 64 * 1024 * 1024 }).default(ROOM_LOG_LIMITS.maxBytes),
  ROOM_LOG_MS: milliseconds({ min: 0, max: 600_000 }).default(ROOM_LOG_LIMITS.maxAgeMs),
};

export type GameServerConfig = Config<typeof settings>;

/** @throws GatehouseError BAD_CONFIG naming every variable that is wrong. */
export function readGameServerConfig(env: NodeJS.ProcessEnv): GameServerConfig {
  return readConfig(settings, env, ({ LINK_HOST, METRICS_HOST, CLUSTER_SECRET, METRICS_TOKEN }) => ({
    ...exposureProblems({ hosts: { LINK_HOST }, secrets: { CLUSTER_SECRET } }),
    ...exposureProblems({ hosts: { METRICS_HOST }, secrets: { METRICS_TOKEN } }),
  }));
}
