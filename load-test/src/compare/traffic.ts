import { setTimeout as pause } from 'node:timers/promises';
import { Latencies } from '../latencies.ts';
import { ClientMessage, MESSAGE_TYPES, messageSender, messageSentAtMicros, messageType } from './client-message.ts';
import { Pacer } from './pacer.ts';
import type { ConnectionListener, RawConnection } from './raw-connection.ts';
import { ROOM_SIZE, receiversOf, type TrafficWorkload } from './workloads.ts';

const DRAIN_LIMIT_MS = 3000;
const DRAIN_LOOK_MS = 10;
const MICROS_PER_MS = 1000;

interface Sender {
  readonly client: number;
  readonly connection: RawConnection;
  readonly message: ClientMessage;
  readonly receivers: number;
  seq: number;
}

/** The load: what all clients of one workload send and hear, the same for every target. */
export class Traffic {
  private readonly workload: TrafficWorkload;
  private readonly type: number;
  private senders: readonly Sender[] = [];
  private pacer: Pacer | undefined;
  private next = 0;
  private running = false;
  private expected = 0;
  private heard = 0;
  private latencies: Latencies | undefined;
  private readonly failure: Promise<never>;
  private fail: (error: Error) => void = () => {};

  constructor(workload: TrafficWorkload) {
    this.workload = workload;
    this.type = MESSAGE_TYPES[workload.pattern];
    this.failure = new Promise((_, reject) => {
      this.fail = reject;
    });
    this.failure.catch(() => undefined); // heard by whoever runs it
  }

  /** Messages that have come back so far, to all receivers together. */
  get received(): number {
    return this.heard;
  }

  /** Of one client; for its connection. */
  readonly listenerOf = (client: number): ConnectionListener => ({
    message: (bytes, start) => this.receive(client, bytes, start),
    lost: error => this.fail(error),
  });

  start(connections: readonly RawConnection[]): void {
    const { workload, type } = this;
    this.senders = connections.map((connection, client) => {
      const receivers = receiversOf(workload, client);
      return { client, connection, message: new ClientMessage(type, client), receivers, seq: 0 };
    });
    this.running = true;
    if (workload.pace.kind === 'closed') for (const sender of this.senders) this.send(sender, performance.now());
    else this.startPacer(workload.pace.deliveriesPerSecond);
  }

  /** Latencies of what comes from now on. */
  recordLatencies(): Latencies {
    this.latencies = new Latencies();
    return this.latencies;
  }

  /** Goes on for so long. Rejects when a connection is lost meanwhile. */
  async run(durationMs: number): Promise<void> {
    await Promise.race([pause(durationMs), this.failure]);
  }

  /** Sends nothing more; how many messages still have not come after a while. */
  async stop(): Promise<number> {
    this.running = false;
    this.pacer?.stop();
    this.latencies = undefined;
    const giveUpAtMs = performance.now() + DRAIN_LIMIT_MS;
    while (this.heard < this.expected && performance.now() < giveUpAtMs) await this.run(DRAIN_LOOK_MS);
    return this.expected - this.heard;
  }

  private startPacer(deliveriesPerSecond: number): void {
    const { senders } = this;
    const bySeat = senders.toSorted((a, b) => (a.client % ROOM_SIZE) - (b.client % ROOM_SIZE)); // a room after the other
    const deliveries = senders.reduce((sum, { receivers }) => sum + receivers, 0);
    this.pacer = new Pacer((deliveriesPerSecond * senders.length) / deliveries, dueMs => {
      const sender = bySeat[this.next];
      this.next = (this.next + 1) % senders.length;
      if (sender !== undefined) this.send(sender, dueMs);
    });
    this.pacer.start();
  }

  private send(sender: Sender, dueMs: number): void {
    sender.message.set(++sender.seq, toMicros(dueMs));
    this.expected += sender.receivers;
    sender.connection.write(sender.message.bytes);
  }

  private receive(client: number, bytes: Uint8Array, start: number): void {
    if (messageType(bytes, start) !== this.type) return; // the target's own: acknowledgements, heartbeats
    this.heard++;
    const nowMs = performance.now();
    const tookMicros = (toMicros(nowMs) - messageSentAtMicros(bytes, start)) >>> 0;
    this.latencies?.record(tookMicros / MICROS_PER_MS);
    if (!this.running || this.workload.pace.kind === 'open' || messageSender(bytes, start) !== client) return;
    const sender = this.senders[client];
    if (sender !== undefined) this.send(sender, nowMs);
  }
}

/** As a u32, which begins again after 71 minutes. */
function toMicros(ms: number): number {
  return Math.floor(ms * MICROS_PER_MS) >>> 0;
}
