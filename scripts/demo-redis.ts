import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import { type ProvidedRedis, provideRedis } from './redis-provider.ts';
import type { Terminal } from './terminal.ts';

/** The Redis of `npm start`: stopped after everything that uses it. */
export class DemoRedis implements Part {
  readonly name = 'redis';
  private readonly env: NodeJS.ProcessEnv;
  private readonly terminal: Terminal;
  private redis: ProvidedRedis | undefined;

  constructor(env: NodeJS.ProcessEnv, terminal: Terminal) {
    this.env = env;
    this.terminal = terminal;
  }

  /** @throws Error before it is started. */
  get provided(): ProvidedRedis {
    if (this.redis === undefined) throw new Error('Redis is not started yet');
    return this.redis;
  }

  async start(): Promise<void> {
    this.redis = await provideRedis(this.env, line => this.terminal.say(line));
  }

  async stop(): Promise<void> {
    await this.redis?.stop();
  }
}
