import { CLOSE_REASONS, mayReconnect } from '@gatehouse/shared/protocol/close-codes';
import type { ClientClock } from './client-clock.ts';
import { Heartbeat } from './heartbeat.ts';
import { reconnectDelayMs, shuffled } from './reconnect-delay.ts';
import type { OpenSocket, SocketEvents, SocketHandle } from './socket-handle.ts';

/** From the first byte to WELCOME. */
export const WELCOME_TIMEOUT_MS = 10_000;
const NORMAL_CLOSURE = 1000;
/** What hosts report for a connection that ended without a close frame. */
const ABNORMAL_CLOSURE = 1006;

/** Why there is no connection now. `retryInMs` undefined: there will be none any more. */
export interface ConnectionLoss {
  readonly code: number;
  readonly text: string;
  readonly retryInMs: number | undefined;
}

/** What a gateway says before it closes. `url`: of the gateway to connect to next; empty or absent: any other. */
export interface Goodbye {
  readonly code: number;
  readonly text: string;
  readonly retryAfterMs: number;
  readonly url?: string;
}

/** Who uses the connection. All calls are synchronous. */
export interface ConnectionReceiver {
  /** A socket is open: HELLO is due. */
  connected(): void;
  /** Throws when the frame cannot be read: the connection is given up and made anew. */
  receive(frame: Uint8Array): void;
  beat(): void;
  lost(loss: ConnectionLoss): void;
}

export interface ConnectionOptions {
  /** At least one; tried in an order of each client's own, the next one after each failure. */
  readonly urls: readonly string[];
  readonly openSocket: OpenSocket;
  readonly clock: ClientClock;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
  readonly receiver: ConnectionReceiver;
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting'; readonly cancel: () => void }
  | { readonly kind: 'greeting'; readonly socket: SocketHandle; readonly cancel: () => void }
  | {
      readonly kind: 'live';
      readonly socket: SocketHandle;
      readonly heartbeat: Heartbeat;
      cancel: () => void;
    }
  | { readonly kind: 'closed' };

/** Keeps one connection to one of several gateways: connects, watches, connects again as the close table allows. */
export class Connection {
  private readonly options: ConnectionOptions;
  private readonly urls: readonly string[];
  private state: State = { kind: 'idle' };
  private urlIndex = 0;
  private attempt = 0;
  private hintedUrl: string | undefined; // where the gateway before has sent us
  private goodbye: Goodbye | undefined;

  constructor(options: ConnectionOptions) {
    this.options = options;
    this.urls = shuffled(options.urls, options.random);
  }

  /** The gateway in use, or tried now. */
  get url(): string {
    return this.hintedUrl ?? (this.urls[this.urlIndex % this.urls.length] as string);
  }

  get phase(): 'connecting' | 'connected' | 'waiting' | 'closed' {
    switch (this.state.kind) {
      case 'idle':
      case 'greeting':
        return 'connecting';
      case 'live':
        return 'connected';
      default:
        return this.state.kind;
    }
  }

  start(): void {
    if (this.state.kind === 'idle') this.open();
  }

  /** Nothing happens without a connection: who sends keeps what must arrive. */
  send(frame: Uint8Array): void {
    const { state } = this;
    if (state.kind !== 'greeting' && state.kind !== 'live') return;
    state.socket.send(frame);
    if (state.kind === 'live') state.heartbeat.sent(this.options.clock.monotonicMs());
  }

  /** WELCOME has come: from now on a silent peer is given up. */
  welcomed(heartbeatMs: number): void {
    const { state } = this;
    if (state.kind !== 'greeting') return;
    state.cancel();
    this.attempt = 0;
    const heartbeat = new Heartbeat(heartbeatMs, this.options.clock.monotonicMs());
    this.state = { kind: 'live', socket: state.socket, heartbeat, cancel: () => {} };
    this.checkLater(heartbeatMs);
  }

  /** What the gateway said before it closes; decides over the socket's own close code. */
  takeGoodbye(goodbye: Goodbye): void {
    this.goodbye = goodbye;
  }

  /** For good. `lost` is not called. */
  close(): void {
    const { state } = this;
    this.state = { kind: 'closed' };
    if ('cancel' in state) state.cancel();
    if ('socket' in state) state.socket.close(NORMAL_CLOSURE, '');
  }

  private open(): void {
    this.goodbye = undefined;
    const own = <A extends unknown[]>(run: (...args: A) => void) => {
      return (...args: A): void => {
        if ('socket' in this.state && this.state.socket === socket) run(...args); // else: of a socket given up
      };
    };
    const socket = this.openSocket({
      onOpen: own(() => this.options.receiver.connected()),
      onMessage: own((bytes: Uint8Array) => this.receive(bytes)),
      onClose: own((code: number, text: string) => this.lose(code, text)),
    });
    if (socket === undefined) return;
    const cancel = this.options.clock.after(WELCOME_TIMEOUT_MS, () => {
      this.lose(ABNORMAL_CLOSURE, `no WELCOME within ${WELCOME_TIMEOUT_MS} ms`);
      socket.cut();
    });
    this.state = { kind: 'greeting', socket, cancel };
  }

  /** A browser throws for a URL it does not like, `ws:` from a page of `https:` for one; another URL may do. */
  private openSocket(events: SocketEvents): SocketHandle | undefined {
    try {
      return this.options.openSocket(this.url, events);
    } catch (error) {
      this.lose(ABNORMAL_CLOSURE, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  private receive(frame: Uint8Array): void {
    if (this.state.kind === 'live') this.state.heartbeat.received(this.options.clock.monotonicMs());
    try {
      this.options.receiver.receive(frame);
    } catch (error) {
      if (!('socket' in this.state)) throw error;
      const { socket } = this.state;
      this.lose(ABNORMAL_CLOSURE, error instanceof Error ? error.message : String(error));
      socket.close(CLOSE_REASONS.badFrame.code, CLOSE_REASONS.badFrame.text);
    }
  }

  private lose(socketCode: number, socketText: string): void {
    if ('cancel' in this.state) this.state.cancel();
    const code = this.goodbye?.code ?? socketCode;
    const text = (this.goodbye?.text ?? socketText) || `closed with code ${code}`;
    if (!mayReconnect(code)) {
      this.state = { kind: 'closed' };
      this.options.receiver.lost({ code, text, retryInMs: undefined });
      return;
    }
    const retryInMs = reconnectDelayMs(this.attempt++, this.options.random, this.goodbye?.retryAfterMs);
    this.urlIndex++;
    this.hintedUrl = this.usable(this.goodbye?.url);
    this.state = { kind: 'waiting', cancel: this.options.clock.after(retryInMs, () => this.open()) };
    this.options.receiver.lost({ code, text, retryInMs });
  }

  /** A hint counts for one attempt, if it is dialled like one of the URLs this client was given. */
  private usable(hint = ''): string | undefined {
    const protocol = /^[a-z]+:\/\/./.exec(hint)?.[0].slice(0, -1);
    return protocol !== undefined && this.urls.some(url => url.startsWith(protocol)) ? hint : undefined;
  }

  private checkLater(delayMs: number): void {
    if (this.state.kind === 'live') this.state.cancel = this.options.clock.after(delayMs, () => this.check());
  }

  private check(): void {
    if (this.state.kind !== 'live') return;
    const { socket, heartbeat } = this.state;
    const advice = heartbeat.check(this.options.clock.monotonicMs());
    if (advice.kind === 'silent') {
      this.lose(CLOSE_REASONS.idle.code, CLOSE_REASONS.idle.text);
      socket.cut();
      return;
    }
    if (advice.kind === 'beat') this.options.receiver.beat();
    this.checkLater(advice.delayMs);
  }
}
