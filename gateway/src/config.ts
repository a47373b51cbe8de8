import { SESSION_TTL_MS } from '@gatehouse/shared/cluster/sessions';
import { MAX_SERVER_FRAME_BYTES } from '@gatehouse/shared/protocol/frame';
import { type Config, readConfig } from '@gatehouse/shared/runtime/config';
import { exposureProblems } from '@gatehouse/shared/runtime/exposure';
import {
  address,
  commonSettings,
  farewellSettings,
  flag,
  gatewayUrl,
  host,
  milliseconds,
  portOrAny,
  secret,
  wholeNumber,
} from '@gatehouse/shared/runtime/settings';
import { z } from 'zod';

export const settings = {
  ...commonSettings,
  ...farewellSettings,
  GATEWAY_HOST: host().default('127.0.0.1'),
  GATEWAY_WS_PORT: portOrAny().default(7400),
  GATEWAY_TCP_PORT: portOrAny().default(7401),
  GATEWAY_ADMIN_HOST: host().default('127.0.0.1'),
  GATEWAY_ADMIN_PORT: portOrAny().default(7402),
  /** Where players reach this gateway, for operators to read. Default: the host and port listened on. */
  ADVERTISED_ADDRESS: address().optional(),
  /** Where players reach this gateway: given to those whose game server another gateway cannot reach. */
  GATEWAY_PUBLIC_URL: gatewayUrl().optional(),
  HEARTBEAT_MS: milliseconds({ min: 100, max: 60_000 }).default(10_000),
  /** How often a gateway says that its sessions are there, and finds out which of them another one has. */
  SESSION_ASSERT_MS: milliseconds({ min: 100, max: SESSION_TTL_MS / 3 }).default(30_000),
  /** What a client may leave unread: past the soft bound it is slow, past the hard one it is closed. */
  CLIENT_SOFT_BYTES: wholeNumber({ min: 64 * 1024, max: MAX_SERVER_FRAME_BYTES }).default(256 * 1024),
  CLIENT_HARD_BYTES: wholeNumber({ min: 2 * MAX_SERVER_FRAME_BYTES, max: 1024 ** 3 }).default(
    4 * MAX_SERVER_FRAME_BYTES,
  ),
  /** kick-old: a newer login of a user ends the older one; reject-new: it is refused while that one is connected and its gateway lives. */
  LOGIN_POLICY: z.enum(['kick-old', 'reject-new'], { error: 'must be kick-old or reject-new' }).default('kick-old'),
  JWT_SECRET: secret().optional(),
  ADMIN_TOKEN: secret().optional(),
  /** Of foreign servers that push heartbeats, and of whoever asks for the optimal one. */
  HEARTBEAT_TOKEN: secret().optional(),
  /** Reads /metrics, nothing else; ADMIN_TOKEN does too. */
  METRICS_TOKEN: secret().optional(),
  ALLOW_GUESTS: flag().default(false),
};

export type GatewayConfig = Config<typeof settings>;

/** @throws GatehouseError BAD_CONFIG naming every variable that is wrong. */
export function readGatewayConfig(env: NodeJS.ProcessEnv): GatewayConfig {
  return readConfig(settings, env, config => {
    const {
      GATEWAY_HOST,
      GATEWAY_ADMIN_HOST,
      CLUSTER_SECRET,
      JWT_SECRET,
      ADMIN_TOKEN,
      HEARTBEAT_TOKEN,
      METRICS_TOKEN,
    } = config;
    return {
      ...exposureProblems({
        hosts: { GATEWAY_HOST, GATEWAY_ADMIN_HOST },
        secrets: { CLUSTER_SECRET, JWT_SECRET, ADMIN_TOKEN },
      }),
      ...exposureProblems({
        hosts: { GATEWAY_ADMIN_HOST },
        secrets: { HEARTBEAT_TOKEN, ...(METRICS_TOKEN !== undefined && { METRICS_TOKEN }) },
      }),
    };
  });
}
