import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import { type Clock, sleep } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { GatewayBus } from './gateway-bus.ts';
import type { GatewayMessage } from './gateway-messages.ts';
import type { Server } from './server.ts';

/** A link that was lost a moment ago is mostly back before a client could be anywhere else. */
export const UNREACHABLE_AFTER_MS = 1_000;
/** A pong older than this says nothing about now. */
const HEARD_WITHIN_MS = 3_000;
/** How long the other gateways have to answer. */
const ANSWER_WINDOW_MS = 300;
/** One question serves all clients of a server for so long. */
const ASK_AGAIN_MS = 1_000;
/** Who comes back sooner has no other way, a proxy before the gateways perhaps: it stays. */
export const STAYS_FOR_MS = 30_000;

/** Where a client goes whose game server this gateway cannot reach. */
export interface Detour {
  /** Undefined: it is for the client to know another gateway. */
  readonly url: string | undefined;
}

/** A server as far as it matters here. */
export type Reachable = Pick<Server, 'id' | 'unlinkedForMs' | 'pongAgeMs'> & {
  readonly record: Pick<Server['record'], 'incarnation' | 'state'>;
};

export interface DetoursOptions {
  bus: Pick<GatewayBus, 'on' | 'send' | 'broadcast'>;
  clock: Clock;
  /** Server id of this gateway. */
  self: string;
  /** Where clients reach it; undefined: not known. */
  url: string | undefined;
  /** In [0, 1). */
  random: () => number;
  server: (id: string) => Reachable | undefined;
  /** Whether this gateway takes clients. */
  takesClients: () => boolean;
}

interface Question {
  readonly atMs: number;
  readonly incarnation: string;
  readonly answers: Promise<readonly Detour[]>;
}

/** Sends clients to a gateway that hears the game server which this one cannot reach, and only if there is one. */
export class Detours implements Part {
  readonly name = 'detours';
  private readonly options: DetoursOptions;
  private readonly questions = new Map<string, Question>(); // by server
  private readonly sentAtMs = new Map<string, number>(); // by user, oldest first
  private stopAnswering: (() => void) | undefined;

  constructor(options: DetoursOptions) {
    this.options = options;
  }

  start(): void {
    this.stopAnswering ??= this.options.bus.on('heard?', question => this.answer(question));
  }

  stop(): void {
    this.stopAnswering?.();
    this.stopAnswering = undefined;
  }

  /** Where this user is better off; undefined: here, for now. Takes up to 300 ms. */
  async find(server: Reachable, userId: string): Promise<Detour | undefined> {
    const { clock, random } = this.options;
    const isOutOfReach = (server.unlinkedForMs ?? 0) >= UNREACHABLE_AFTER_MS && server.record.state !== 'lost';
    if (!isOutOfReach || this.wasSent(userId)) return undefined;
    const answers = await this.ask(server);
    const detour = answers[Math.floor(random() * answers.length)];
    if (detour === undefined || server.unlinkedForMs === undefined) return undefined;
    this.sentAtMs.delete(userId); // to be the newest
    this.sentAtMs.set(userId, clock.monotonicMs());
    return detour;
  }

  private wasSent(userId: string): boolean {
    const staysSinceMs = this.options.clock.monotonicMs() - STAYS_FOR_MS;
    for (const [user, atMs] of this.sentAtMs) {
      if (atMs > staysSinceMs) break;
      this.sentAtMs.delete(user);
    }
    return this.sentAtMs.has(userId);
  }

  private ask({ id, record: { incarnation } }: Reachable): Promise<readonly Detour[]> {
    const nowMs = this.options.clock.monotonicMs();
    const asked = this.questions.get(id);
    if (asked?.incarnation === incarnation && nowMs - asked.atMs < ASK_AGAIN_MS) return asked.answers;
    const answers = this.collect(id, incarnation);
    this.questions.set(id, { atMs: nowMs, incarnation, answers });
    return answers;
  }

  private async collect(serverId: string, incarnation: string): Promise<readonly Detour[]> {
    const { bus, clock, self } = this.options;
    const heardBy: Detour[] = [];
    const stopListening = bus.on('heard', answer => {
      if (answer.serverId === serverId && answer.incarnation === incarnation) heardBy.push({ url: answer.url });
    });
    try {
      await bus.broadcast({ kind: 'heard?', serverId, incarnation, asker: self });
      await sleep(clock, ANSWER_WINDOW_MS);
      return heardBy;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      return []; // nobody could be asked: everybody stays
    } finally {
      stopListening();
    }
  }

  private answer({ serverId, incarnation, asker }: GatewayMessage & { kind: 'heard?' }): void {
    const { bus, self, url, server, takesClients } = this.options;
    const known = server(serverId);
    if (known === undefined || asker === self || !takesClients() || !hears(known, incarnation)) return;
    bus.send(asker, { kind: 'heard', serverId, incarnation, gateway: self, url }).catch(() => undefined); // it asks again
  }
}

/** The own link to that very incarnation is open and was heard lately. */
function hears({ record, unlinkedForMs, pongAgeMs }: Reachable, incarnation: string): boolean {
  if (record.incarnation !== incarnation || unlinkedForMs !== undefined) return false;
  return pongAgeMs !== undefined && pongAgeMs < HEARD_WITHIN_MS;
}
