import { type Config, readConfig } from '@gatehouse/shared/runtime/config';
import { exposureProblems } from '@gatehouse/shared/runtime/exposure';
import {
  backendSettings,
  commonSettings,
  farewellSettings,
  metricsSettings,
  wholeNumber,
} from '@gatehouse/shared/runtime/settings';

export const settings = {
  ...commonSettings,
  ...backendSettings,
  ...metricsSettings,
  ...farewellSettings,
  /** Of one user, in rooms and to users together; ten times that at once. */
  CHAT_LINES_PER_SECOND: wholeNumber({ min: 1, max: 100_000 }).default(2),
};

export type LobbyServerConfig = Config<typeof settings>;

/** @throws GatehouseError BAD_CONFIG naming every variable that is wrong. */
export function readLobbyServerConfig(env: NodeJS.ProcessEnv): LobbyServerConfig {
  return readConfig(settings, env, ({ LINK_HOST, METRICS_HOST, CLUSTER_SECRET, METRICS_TOKEN }) => ({
    ...exposureProblems({ hosts: { LINK_HOST }, secrets: { CLUSTER_SECRET } }),
    ...exposureProblems({ hosts: { METRICS_HOST }, secrets: { METRICS_TOKEN } }),
  }));
}
