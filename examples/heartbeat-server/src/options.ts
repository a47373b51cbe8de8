export interface HeartbeatOptions {
  /** Admin ports of gateways, any number: http://127.0.0.1:7402 */
  readonly gateways: readonly string[];
  readonly token: string | undefined;
  /** 0: any free one. */
  readonly port: number;
  readonly pushIntervalMs: number;
}

/** GATEWAY_ADMIN_URLS (with commas between), HEARTBEAT_TOKEN, CHAT_PORT, PUSH_INTERVAL_MS. */
export function readOptions(env: NodeJS.ProcessEnv): HeartbeatOptions {
  return {
    gateways: (env.GATEWAY_ADMIN_URLS ?? 'http://127.0.0.1:7402,http://127.0.0.1:7412').split(','),
    token: env.HEARTBEAT_TOKEN,
    port: Number(env.CHAT_PORT ?? 0),
    pushIntervalMs: Number(env.PUSH_INTERVAL_MS ?? 3000),
  };
}
