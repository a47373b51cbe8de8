import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import {
  formatGatewayMessage,
  type GatewayMessage,
  type GatewayMessageKind,
  parseGatewayMessage,
} from './gateway-messages.ts';

export interface GatewayBusOptions {
  redis: Pick<ClusterRedis, 'subscribe' | 'publish'>;
  keys: Keys;
  /** Server id of this gateway. */
  self: string;
}

type MessageOf<K extends GatewayMessageKind> = GatewayMessage & { kind: K };
type Listener = { readonly kind: GatewayMessageKind; readonly hear: (message: GatewayMessage) => void };

/** How gateways talk: a channel for each and one for all, over Redis. Messages may be lost; none is queued or repeated. */
export class GatewayBus implements Part {
  readonly name = 'gateway bus';
  private readonly options: GatewayBusOptions;
  private readonly listeners = new Set<Listener>();
  private unsubscribe: (() => void)[] = [];

  constructor(options: GatewayBusOptions) {
    this.options = options;
  }

  async start(): Promise<void> {
    if (this.unsubscribe.length > 0) return;
    const { redis, keys, self } = this.options;
    const receive = (text: string) => this.receive(text);
    this.unsubscribe = await Promise.all([redis.subscribe(self, receive), redis.subscribe(keys.gateways, receive)]);
  }

  stop(): void {
    for (const unsubscribe of this.unsubscribe) unsubscribe();
    this.unsubscribe = [];
  }

  /** Returns how to stop listening. Own messages to all are heard too. */
  on<K extends GatewayMessageKind>(kind: K, hear: (message: MessageOf<K>) => void): () => void {
    const listener: Listener = { kind, hear: message => hear(message as MessageOf<K>) };
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** To one gateway, by its server id. @throws GatehouseError LATE, UNAVAILABLE */
  async send(gatewayId: string, message: GatewayMessage): Promise<void> {
    await this.options.redis.publish(gatewayId, formatGatewayMessage(message));
  }

  /** To all gateways, this one too; resolves with how many heard it. @throws GatehouseError LATE, UNAVAILABLE */
  broadcast(message: GatewayMessage): Promise<number> {
    return this.options.redis.publish(this.options.keys.gateways, formatGatewayMessage(message));
  }

  private receive(text: string): void {
    const message = parseGatewayMessage(text);
    if (message === undefined) return;
    for (const listener of [...this.listeners]) if (listener.kind === message.kind) listener.hear(message);
  }
}
