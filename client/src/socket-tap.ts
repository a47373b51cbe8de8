import type { OpenSocket, SocketEvents, SocketHandle } from './socket-handle.ts';

/** What a network does to a client. For debugging and tests: every frame of the client passes it. */
export interface Network {
  /** A connection is tried. false: it fails at once. Nothing of the one before is carried any more. */
  connecting(): boolean;
  /** Calls `deliver` when these bytes have crossed: now, later or never, but in order for each direction. */
  carry(direction: 'in' | 'out', byteCount: number, deliver: () => void): void;
}

export interface Traffic {
  readonly framesIn: number;
  readonly framesOut: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** What hosts report for a connection that ended without a close frame. */
const ABNORMAL_CLOSURE = 1006;

/** Stands between the connection and its sockets: counts what passes, and lets a Network have its way with it. */
export class SocketTap {
  private readonly openReal: OpenSocket;
  private readonly counts = { framesIn: 0, framesOut: 0, bytesIn: 0, bytesOut: 0 };
  private network: Network | undefined;
  private newest: TappedSocket | undefined;

  constructor(openReal: OpenSocket) {
    this.openReal = openReal;
  }

  /** Since the beginning, over all connections. */
  get traffic(): Traffic {
    return { ...this.counts };
  }

  /** From now on, also for the socket that is open. */
  use(network: Network): void {
    this.network = network;
  }

  /** The socket is gone at once, without a word to either side. */
  cut(): void {
    this.newest?.break('cut');
  }

  /** Instead of the host's own. */
  readonly open: OpenSocket = (url, events) => {
    const socket = new TappedSocket(events, this);
    this.newest = socket;
    if (this.network?.connecting() === false) queueMicrotask(() => socket.break('no network'));
    else socket.attach(this.openReal(url, socket.inside));
    return socket;
  };

  carry(direction: 'in' | 'out', byteCount: number, deliver: () => void): void {
    if (this.network === undefined) deliver();
    else this.network.carry(direction, byteCount, deliver);
  }

  count(direction: 'in' | 'out', byteCount: number): void {
    const { counts } = this;
    if (direction === 'in') {
      counts.framesIn++;
      counts.bytesIn += byteCount;
    } else {
      counts.framesOut++;
      counts.bytesOut += byteCount;
    }
  }
}

class TappedSocket implements SocketHandle {
  private readonly events: SocketEvents;
  private readonly tap: SocketTap;
  private real: SocketHandle | undefined;
  private isOver = false;

  constructor(events: SocketEvents, tap: SocketTap) {
    this.events = events;
    this.tap = tap;
  }

  attach(real: SocketHandle): void {
    this.real = real;
  }

  /** What the real socket says. */
  readonly inside: SocketEvents = {
    onOpen: () =>
      this.tap.carry(
        'in',
        0,
        this.whileAlive(() => this.events.onOpen()),
      ),
    onMessage: bytes => {
      const deliver = (): void => {
        if (this.isOver) return;
        this.tap.count('in', bytes.length);
        this.events.onMessage(bytes);
      };
      this.tap.carry('in', bytes.length, deliver);
    },
    onClose: (code, text) => this.tap.carry('in', 0, () => this.end(code, text)),
  };

  send(bytes: Uint8Array): void {
    const deliver = (): void => {
      if (this.isOver) return;
      this.tap.count('out', bytes.length);
      this.real?.send(bytes);
    };
    this.tap.carry('out', bytes.length, deliver);
  }

  close(code: number, text: string): void {
    this.tap.carry(
      'out',
      0,
      this.whileAlive(() => this.real?.close(code, text)),
    );
  }

  cut(): void {
    this.real?.cut();
  }

  break(text: string): void {
    if (this.isOver) return;
    this.real?.cut();
    this.end(ABNORMAL_CLOSURE, text);
  }

  private end(code: number, text: string): void {
    if (this.isOver) return;
    this.isOver = true;
    this.events.onClose(code, text);
  }

  private whileAlive(run: () => void): () => void {
    return () => {
      if (!this.isOver) run();
    };
  }
}
