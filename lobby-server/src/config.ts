import { type Config, readConfig } from '@gatehouse/shared/runtime/config';
import { exposureProblems } from '@gatehouse/shared/runtime/exposure';
import { backendSettings, commonSettings } from '@gatehouse/shared/runtime/settings';

export const settings = { ...commonSettings, ...backendSettings };

export type LobbyServerConfig = Config<typeof settings>;

/** @throws GatehouseError BAD_CONFIG naming every variable that is wrong. */
export function readLobbyServerConfig(env: NodeJS.ProcessEnv): LobbyServerConfig {
  return readConfig(settings, env, config =>
    exposureProblems({
      hosts: { LINK_HOST: config.LINK_HOST },
      secrets: { CLUSTER_SECRET: config.CLUSTER_SECRET },
    }),
  );
}
