import { Observations } from './observations.ts';
import { RedisMonitor } from './redis-monitor.ts';

/** One health check as Redis executed it. Times are those of Redis. */
export interface ObservedPing {
  readonly id: string;
  /** As the script wrote it, which may take a while. */
  readonly atMs: number;
  /** The misses that the same script had just written. */
  readonly misses: number;
}

export interface ObservedAcknowledgement {
  readonly id: string;
  readonly atMs: number;
}

export interface ObservedEvent {
  /** As published on `gh:events`. */
  readonly text: string;
  readonly atMs: number;
}

export function incarnationIn({ text }: ObservedEvent): string {
  return text.split(' ')[2] ?? '';
}

type EventKind = 'open' | 'close' | 'evict' | 'lost';

/** Watches the registry by `MONITOR`: pings, acknowledgements and events, whoever causes them. */
export class RegistryMonitor {
  readonly pings = new Observations<ObservedPing>('pings');
  readonly acknowledgements = new Observations<ObservedAcknowledgement>('acknowledgements');
  readonly events = new Observations<ObservedEvent>('events');
  private readonly written = new Map<string, { atMs: number; misses: number }>();
  private monitor: RedisMonitor | undefined;

  static async start(redisUrl: string): Promise<RegistryMonitor> {
    const registry = new RegistryMonitor();
    registry.monitor = await RedisMonitor.start(redisUrl, (atMs, command, args) =>
      registry.observe(atMs, command, args),
    );
    return registry;
  }

  /** Resolves when each of these ids was pinged `count` times after now, with the pings since. */
  async rounds(ids: readonly string[], count: number): Promise<ObservedPing[]> {
    const from = this.pings.count;
    const since = () => this.pings.all.slice(from);
    await this.pings.next(() => ids.every(id => since().filter(ping => ping.id === id).length >= count));
    return since();
  }

  /** The first event of this kind about a server, from position `from` of `events` on. */
  event(kind: EventKind, id: string, from = 0): Promise<ObservedEvent> {
    return this.events.first(({ text }) => text.startsWith(`${kind} ${id} `), { from });
  }

  /** What was said about a server, in order. */
  kindsOf(id: string, from = 0): string[] {
    const about = this.events.all.slice(from).map(({ text }) => text.split(' '));
    return about.filter(([, of]) => of === id).map(([kind = '']) => kind);
  }

  stop(): void {
    this.monitor?.stop();
  }

  private observe(atMs: number, command: string, [key = '', ...rest]: readonly string[]): void {
    switch (command) {
      case 'HSET':
        this.observeFields(atMs, key, rest);
        return;
      case 'PUBLISH':
        if (rest[0] === 'testing') this.pings.add({ id: key, atMs, misses: 0, ...this.written.get(key) });
        if (key === 'gh:events') this.events.add({ text: rest[0] ?? '', atMs });
        return;
      default: // not about the registry
    }
  }

  private observeFields(atMs: number, id: string, fields: readonly string[]): void {
    const field = (name: string) => fields[fields.indexOf(name) + 1];
    if (fields.includes('pingAt')) {
      this.written.set(id, { atMs: Number(field('pingAt')), misses: Number(field('misses')) });
    }
    if (fields.includes('check') && field('check') === 'update') this.acknowledgements.add({ id, atMs });
  }
}
