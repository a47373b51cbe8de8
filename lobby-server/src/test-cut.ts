import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Script } from '@gatehouse/shared/cluster/script';

/** Where a server dies: when it has asked Redis to run this script for the `nth` time from now. */
export interface Cut {
  readonly script: Script;
  readonly nth?: number;
  /** `before` Redis sees it, or `after` Redis has done it, and the server never hears so. */
  readonly when: 'before' | 'after';
}

const NONCE = 'cut-here';

/** Between one lobby server and Redis: cuts all its connections at a given command, for ever, as a SIGKILL does. */
export class RedisCut {
  private readonly listener: Server;
  private readonly redis: URL;
  private readonly sockets = new Set<Socket>();
  private planned: { cut: Cut; left: number; done: () => void } | undefined;
  private dead = false;

  private constructor(listener: Server, redis: URL) {
    this.listener = listener;
    this.redis = redis;
  }

  static async start(redisUrl: string): Promise<RedisCut> {
    const listener = createServer();
    const cut = new RedisCut(listener, new URL(redisUrl));
    listener.on('connection', socket => cut.pass(socket));
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return cut;
  }

  get url(): string {
    const url = new URL(this.redis); // with its password
    url.port = String((this.listener.address() as AddressInfo).port);
    return url.href;
  }

  /** Resolves when it is done: Redis has, or never gets, the command. */
  at(cut: Cut): Promise<void> {
    return new Promise(done => {
      this.planned = { cut, left: cut.nth ?? 1, done };
    });
  }

  /** Now. */
  kill(): void {
    this.dead = true;
    this.listener.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private pass(client: Socket): void {
    const redis = connect(Number(this.redis.port), '127.0.0.1');
    for (const socket of [client, redis]) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        client.destroy();
        redis.destroy();
      });
    }
    client.on('data', chunk => this.fromServer(chunk, redis));
    redis.on('data', chunk => this.fromRedis(chunk, client));
  }

  private fromServer(chunk: Buffer, redis: Socket): void {
    const { planned } = this;
    if (this.dead) return;
    const isTheOne = planned !== undefined && chunk.includes(planned.cut.script.sha1) && --planned.left === 0;
    if (!isTheOne) redis.write(chunk);
    else if (planned.cut.when === 'before') this.finish(planned.done);
    else redis.write(Buffer.concat([chunk, Buffer.from(`*2\r\n$4\r\nPING\r\n$${NONCE.length}\r\n${NONCE}\r\n`)]));
  }

  private fromRedis(chunk: Buffer, client: Socket): void {
    const { planned } = this;
    const isBehind = planned !== undefined && planned.left <= 0;
    if (isBehind && chunk.includes(NONCE)) this.finish(planned.done);
    if (!isBehind) client.write(chunk);
  }

  private finish(done: () => void): void {
    this.kill();
    done();
  }
}
