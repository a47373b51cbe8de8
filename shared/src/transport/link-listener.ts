import { randomBytes } from 'node:crypto';
import { createServer, type ListenOptions, type Server, type Socket } from 'node:net';
import { GatehouseError } from '../protocol/errors.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Part } from '../runtime/lifecycle.ts';
import type { Log } from '../runtime/log.ts';
import { LOG_EVENTS } from '../runtime/log-events.ts';
import { Link, type LinkReceiver } from './link.ts';
import { BackendHandshake, NONCE_BYTES, type ProvenPeer } from './link-handshake.ts';
import { LINK_LIMITS, LINK_OPS, LINK_SOCKET_OPTIONS, type LinkIdentity, type LinkLimits } from './link-protocol.ts';
import { LinkStream } from './link-stream.ts';
import { describeSocket, newSocketPath } from './local-socket.ts';
import type { TurnFlusher } from './turn-output.ts';

/** Connections that have not proved the secret yet; more are closed at once. */
const MAX_HANDSHAKES = 64;

export interface LinkListenerOptions {
  host: string;
  /** 0: any free one. */
  port: number;
  /** Listens on a UNIX socket too, where there are any, for gateways on the same host. Default: no. */
  offersLocalSocket?: boolean;
  /** Asked for each handshake: the incarnation changes when the server registers anew. */
  self: () => LinkIdentity;
  secret: string;
  /** LINK_FEATURES it offers. Default: all that this build has; tests pass fewer. */
  features?: number;
  /** How often gateways ping: one that is silent is closed. Undefined: it is left to the kernel. */
  pingedEveryMs?: number;
  /** Of every link. */
  receiver: LinkReceiver;
  turns: TurnFlusher;
  clock: Clock;
  log: Log;
  limits?: Partial<LinkLimits>;
}

/** A backend's door: links that gateways dial. One link per gateway id; a newer one closes the older. */
export class LinkListener implements Part {
  readonly name = 'link-listener';
  private readonly options: LinkListenerOptions;
  private readonly limits: LinkLimits;
  private readonly open = new Map<string, Link>(); // by gateway id
  private readonly handshakes = new Set<LinkStream>();
  private servers: readonly Server[] = []; // listening
  private listeningAt = '';
  private localSocket: string | undefined;

  constructor(options: LinkListenerOptions) {
    this.options = options;
    this.limits = { ...LINK_LIMITS, ...options.limits };
  }

  /** host:port once started; an IPv6 host stands in brackets. */
  get address(): string {
    return this.listeningAt;
  }

  /** Once started, the UNIX socket in the words of the registry; undefined: there is none. */
  get local(): string | undefined {
    return this.localSocket;
  }

  /** Those open now. */
  links(): Iterable<Link> {
    return this.open.values();
  }

  /** Rejects with the error of `listen` (EADDRINUSE, …). */
  async start(): Promise<void> {
    if (this.servers.length > 0) return;
    const { host, port, offersLocalSocket = false, log } = this.options;
    const server = await this.listen({ host, port });
    const bound = server.address();
    const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
    this.listeningAt = `${host.includes(':') ? `[${host}]` : host}:${boundPort}`;
    log.info(LOG_EVENTS.listening, { what: 'link', address: this.listeningAt });
    if (offersLocalSocket) await this.listenLocally();
  }

  /** Closes every link politely and resolves when the last socket is closed. */
  async stop(): Promise<void> {
    const { servers } = this;
    this.servers = [];
    const closed = servers.map(server => new Promise<void>(resolve => server.close(() => resolve())));
    for (const stream of this.handshakes) stream.destroy();
    this.handshakes.clear();
    for (const link of [...this.open.values()]) link.close();
    await Promise.all(closed);
  }

  private async listen(where: ListenOptions): Promise<Server> {
    const server = createServer(LINK_SOCKET_OPTIONS, socket => this.accept(socket));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(where, resolve);
    });
    server.on('error', error => this.options.log.error(LOG_EVENTS.internalError, { error }));
    this.servers = [...this.servers, server];
    return server;
  }

  /** A backend without one is as good, only not as cheap. */
  private async listenLocally(): Promise<void> {
    const { log } = this.options;
    try {
      const path = newSocketPath();
      this.localSocket = describeSocket(path);
      if (this.localSocket === undefined) return; // nobody could tell that it is meant
      await this.listen({ path });
      log.info(LOG_EVENTS.listening, { what: 'link', address: path });
    } catch (error) {
      this.localSocket = undefined;
      log.info(LOG_EVENTS.linkNoLocalSocket, { error });
    }
  }

  private accept(socket: Socket): void {
    if (this.handshakes.size >= MAX_HANDSHAKES) {
      socket.destroy();
      return;
    }
    const { self, secret, features, turns, clock, log } = this.options;
    const { remoteAddress = 'local' } = socket; // a UNIX socket has none
    const nonce = randomBytes(NONCE_BYTES);
    const handshake = new BackendHandshake({
      self: self(),
      secret,
      nonce,
      ...(features !== undefined && { features }),
    });
    const forget = (): void => {
      cancelTimer();
      this.handshakes.delete(stream);
    };
    const refuse = (error: GatehouseError): void => {
      forget();
      stream.destroy();
      log.warn(LOG_EVENTS.linkRefused, { error, remoteAddress });
    };
    const reader = {
      frame: (op: number, _channel: number, bytes: Uint8Array, start: number, end: number): void => {
        const proven = advance(handshake, stream, op, bytes.subarray(start, end));
        if (proven === undefined) return;
        forget();
        this.admit(stream, proven);
      },
      ended: refuse,
    };
    const stream = new LinkStream({ socket, turns, clock, reader, maxFrameBytes: this.limits.handshakeBytes });
    this.handshakes.add(stream);
    const { handshakeMs } = this.limits;
    const cancelTimer = clock.after(handshakeMs, () => refuse(new GatehouseError('TIMEOUT', { handshakeMs })));
  }

  private admit(stream: LinkStream, proven: ProvenPeer): void {
    const { receiver, clock, log, pingedEveryMs } = this.options;
    const { id, incarnation } = proven.peer;
    this.open.get(id)?.close(new GatehouseError('LINK_CLOSED', { replacedBy: incarnation }));
    const onOver = (over: Link): void => {
      if (this.open.get(id) === over) this.open.delete(id);
    };
    const link = new Link({
      ...proven,
      stream,
      receiver,
      clock,
      log,
      limits: this.limits,
      peerRole: 'gateway',
      pingedEveryMs,
      onOver,
    });
    this.open.set(id, link);
  }
}

/** One step of a handshake: answers a hello, or returns the peer that its proof proved. */
function advance(
  handshake: BackendHandshake,
  stream: LinkStream,
  op: number,
  body: Uint8Array,
): ProvenPeer | undefined {
  if (op === LINK_OPS.proof && handshake.expects === 'proof') return handshake.proof(body);
  if (op !== LINK_OPS.hello || handshake.expects !== 'hello') {
    throw new GatehouseError('BAD_FRAME', { op, expected: handshake.expects });
  }
  stream.send(LINK_OPS.hello, 0, handshake.hello(body));
  return undefined;
}
