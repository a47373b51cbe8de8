import type { LogLine } from '@gatehouse/scripts/log-line';

export interface DoubledSession {
  readonly userId: string;
  readonly gateways: readonly string[];
}

/** Which gateway has a session of which user, by what the gateways log. */
export class LiveSessions {
  private readonly gatewaysOf = new Map<string, Map<string, Set<string>>>(); // user → gateway → correlation ids

  observe(gateway: string, line: LogLine): void {
    const { event, userId, correlationId } = line;
    if (typeof userId !== 'string' || typeof correlationId !== 'string') return;
    if (event === 'session.opened' || event === 'session.resumed') this.of(userId, gateway).add(correlationId);
    else if (event === 'session.closed') this.of(userId, gateway).delete(correlationId);
  }

  /** The process is gone, and all its sessions. */
  ended(gateway: string): void {
    for (const gateways of this.gatewaysOf.values()) gateways.delete(gateway);
  }

  /** Users with more than one session. For a moment, while one takes over, that is as it should be. */
  doubled(): DoubledSession[] {
    const all = [...this.gatewaysOf].map(([userId, gateways]) => ({
      userId,
      gateways: [...gateways].flatMap(([gateway, sessions]) => [...sessions].map(() => gateway)),
    }));
    return all.filter(({ gateways }) => gateways.length > 1);
  }

  private of(userId: string, gateway: string): Set<string> {
    const gateways = this.gatewaysOf.get(userId) ?? new Map<string, Set<string>>();
    this.gatewaysOf.set(userId, gateways);
    const sessions = gateways.get(gateway) ?? new Set<string>();
    gateways.set(gateway, sessions);
    return sessions;
  }
}
