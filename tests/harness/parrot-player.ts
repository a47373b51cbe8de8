import { type Client, connect } from '@gatehouse/client';
import { parrotMessages } from '../rooms/parrot-messages.ts';
import type { CuttingRelay } from './cutting-relay.ts';
import { Observations } from './observations.ts';

export type PlayerIdentity = { readonly token: string } | { readonly guestName: string };

/** A player on the SDK, behind a relay, that checks each line and each beat it hears. */
export class ParrotPlayer {
  readonly relay: CuttingRelay;
  readonly client: Client;
  /** What was lost, doubled or out of order, and streams that began anew. */
  readonly faults: string[] = [];
  private readonly stopListening: () => void;
  private readonly repeated: Observations<number>;
  private speak: (line: number) => void = () => undefined;
  private beat: number | undefined;
  private readonly broken = newRejection();
  private isPlaying = false;
  private lines = 0;

  private constructor(relay: CuttingRelay, client: Client) {
    this.relay = relay;
    this.client = client;
    this.repeated = new Observations(`lines repeated to ${client.name}`);
    client.on('fresh', ({ stream, why }) => {
      // An answer that was lost on the way: of what was just entered, nothing had been shown.
      if (this.isPlaying || why !== 'joined') this.fault(`${stream} is fresh: ${why}`);
    });
    this.stopListening = client.on('closed', ({ text }) => this.fault(`closed: ${text}`));
  }

  /** Reconnects at once, whenever it has to. */
  static async connect(relay: CuttingRelay, identity: PlayerIdentity): Promise<ParrotPlayer> {
    return new ParrotPlayer(relay, await connect({ urls: [relay.url], random: () => 0, ...identity }));
  }

  async play(): Promise<void> {
    const room = await this.client.joinOrCreate('parrot', { messages: parrotMessages });
    this.isPlaying = true;
    this.speak = line => room.send('say', line);
    room.on('repeat', line => {
      if (line !== this.repeated.count + 1) this.fault(`line ${line} after ${this.repeated.count}`);
      this.repeated.add(line);
    });
    room.on('beat', beat => {
      if (this.beat !== undefined && beat !== this.beat + 1) this.fault(`beat ${beat} after ${this.beat}`);
      this.beat = beat;
    });
  }

  say(): void {
    this.speak(++this.lines);
  }

  /** Resolves when every line has been repeated; rejects at the first fault. */
  async heardAll(): Promise<void> {
    const { lines } = this;
    const heard = this.repeated.first(line => line >= lines, { from: Math.max(0, this.repeated.count - 1) });
    await Promise.race([heard, this.broken.promise]);
  }

  /** A second call does nothing. */
  async close(): Promise<void> {
    this.stopListening(); // the end is no fault
    this.client.close();
    await this.relay.close();
  }

  private fault(what: string): void {
    this.faults.push(what);
    this.broken.reject(new Error(what));
  }
}

function newRejection(): { readonly promise: Promise<never>; readonly reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<never>((_resolve, rejectIt) => {
    reject = rejectIt;
  });
  promise.catch(() => undefined); // it may be that nobody waits just now
  return { promise, reject };
}
