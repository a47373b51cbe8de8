import { Redis } from 'ioredis';

export interface ForeignBackendOptions {
  redisUrl: string;
  /** Whole id: `gh:Game:name`. */
  id: string;
  /** Names of the room classes it says it runs. */
  rooms?: string;
  /** How late each ping is acknowledged; undefined: never. */
  acknowledgeAfterMs: number | undefined;
}

/** The least a backend in any language does: a hash, a subscription, an acknowledgement by plain HSET. Nobody can link it. */
export class ForeignBackend {
  private readonly options: ForeignBackendOptions;
  private readonly commands: Redis;
  private readonly subscriber: Redis;
  acknowledgeAfterMs: number | undefined;
  private lost = 0;

  constructor(options: ForeignBackendOptions) {
    this.options = options;
    this.acknowledgeAfterMs = options.acknowledgeAfterMs;
    this.commands = new Redis(options.redisUrl);
    this.subscriber = new Redis(options.redisUrl);
  }

  async start(): Promise<void> {
    const { id, rooms = 'none' } = this.options;
    this.subscriber.on('message', (_channel, message) => {
      if (message !== 'testing' || this.acknowledgeAfterMs === undefined) return;
      if (this.lost > 0) this.lost--;
      else this.acknowledgeLater(this.acknowledgeAfterMs);
    });
    await this.subscriber.subscribe(id);
    const record = { type: 'Game', address: '127.0.0.1:9', incarnation: 'one', games: 0, users: 0, capacity: 10 };
    await this.commands.hset(id, { ...record, rooms, version: 'foreign', startedAt: Date.now() });
    await this.commands.sadd('gh:servers', id);
    await this.commands.publish('gh:events', `open ${id} one`);
  }

  /** The acknowledgement of the next ping gets lost. */
  loseOne(): void {
    this.lost++;
  }

  stop(): void {
    this.commands.disconnect();
    this.subscriber.disconnect();
  }

  private acknowledgeLater(delayMs: number): void {
    const acknowledge = () => void this.commands.hset(this.options.id, 'check', 'update').catch(() => undefined);
    if (delayMs === 0) acknowledge();
    else setTimeout(acknowledge, delayMs);
  }
}
