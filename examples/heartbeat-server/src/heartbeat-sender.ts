import { randomUUID } from 'node:crypto';
import { Gateways } from './gateways.ts';

export interface HeartbeatSenderOptions {
  readonly gateways: readonly string[];
  readonly token: string | undefined;
  /** What clients are told. */
  readonly address: string;
  readonly connectionCount: () => number;
  readonly pushIntervalMs: number;
  /** A newer process serves the same address. */
  readonly onReplaced: () => void;
}

/** Says every few seconds that this server lives. A push that fails is not repeated: the next one says more. */
export class HeartbeatSender {
  private readonly options: HeartbeatSenderOptions;
  private readonly gateways: Gateways;
  private readonly incarnation = randomUUID();
  private timer: NodeJS.Timeout | undefined;

  constructor(options: HeartbeatSenderOptions) {
    this.options = options;
    this.gateways = new Gateways(options.gateways, options.token);
  }

  start(): void {
    this.timer ??= setTimeout(() => void this.pushAndGoOn(), 0);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async pushAndGoOn(): Promise<void> {
    await this.push().catch(() => undefined);
    if (this.timer === undefined) return;
    const jitter = 0.9 + 0.2 * Math.random(); // so that servers started together do not push together for ever
    this.timer = setTimeout(() => void this.pushAndGoOn(), this.options.pushIntervalMs * jitter);
  }

  private async push(): Promise<void> {
    const { address, connectionCount, onReplaced } = this.options;
    const heartBeatTime = new Date().toISOString();
    const { incarnation } = this;
    const heartbeat = { address, connectionCount: connectionCount(), heartBeatTime, incarnation };
    const { status } = await this.gateways.ask('/heartbeats', heartbeat);
    if (status !== 409) return;
    this.stop();
    onReplaced();
  }
}
