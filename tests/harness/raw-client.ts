import { framePayload, frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES, STREAMS } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, encodeMessageFrame, type gatehouse, messages } from '@gatehouse/shared/protocol/messages';
import { WebSocket } from 'ws';
import { PATIENCE_MS } from './test-interval.ts';

export interface RawFrame {
  readonly type: number;
  readonly seq: number;
  readonly payload: Uint8Array;
}

/** A client that sees every frame: for tests of the protocol itself. It keeps no marks and resends nothing. */
export class RawClient {
  readonly frames: RawFrame[] = [];
  closeCode: number | undefined;
  private readonly webSocket: WebSocket;
  private readonly waiting = new Set<() => void>();
  private nextUnread = 0;

  private constructor(webSocket: WebSocket) {
    this.webSocket = webSocket;
    webSocket.on('message', (data: Buffer) => {
      this.frames.push({ type: frameType(data), seq: frameSeq(data), payload: framePayload(data) });
      this.wake();
    });
    webSocket.on('close', code => {
      this.closeCode = code;
      this.wake();
    });
  }

  static async open(url: string): Promise<RawClient> {
    const webSocket = new WebSocket(url, { perMessageDeflate: false });
    const client = new RawClient(webSocket);
    await new Promise<void>((resolve, reject) => {
      webSocket.once('open', resolve);
      webSocket.once('error', reject);
    });
    return client;
  }

  /** Connected and welcomed as a guest. */
  static async guest(url: string, guestName: string): Promise<{ client: RawClient; welcome: gatehouse.Welcome }> {
    const client = await RawClient.open(url);
    client.hello({ guestName });
    const frame = await client.next(FRAME_TYPES.welcome);
    return { client, welcome: decodeMessage(messages.Welcome, frame.payload) };
  }

  hello(hello: gatehouse.Hello.$Properties): void {
    this.send(encodeMessageFrame(FRAME_TYPES.hello, 1, messages.Hello, { protocolVersion: 1, ...hello }));
  }

  attach(seq: number, stream: keyof typeof STREAMS, attach: gatehouse.Attach.$Properties): void {
    const message = { first: 1, turn: 0, ...attach, stream: STREAMS[stream] };
    this.send(encodeMessageFrame(FRAME_TYPES.attach, seq, messages.Attach, message));
  }

  /** A binary message, or a text message. */
  send(frame: Uint8Array | string): void {
    this.webSocket.send(frame);
  }

  /** The next frame of one of these types after those already taken; frames between are skipped. */
  async next(...types: readonly number[]): Promise<RawFrame> {
    const found = await this.until(() => {
      const index = this.frames.findIndex((frame, at) => at >= this.nextUnread && types.includes(frame.type));
      if (index < 0) return undefined;
      this.nextUnread = index + 1;
      return this.frames[index];
    });
    if (found === undefined)
      throw new Error(`no frame ${types.map(type => type.toString(16)).join(' or ')}; ${this.describe()}`);
    return found;
  }

  /** The close code of the connection. */
  async closed(): Promise<number> {
    const code = await this.until(() => this.closeCode);
    if (code === undefined) throw new Error(`the connection was not closed; ${this.describe()}`);
    return code;
  }

  terminate(): void {
    this.webSocket.terminate();
  }

  private async until<T>(look: () => T | undefined): Promise<T | undefined> {
    const giveUpAt = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      const leftMs = giveUpAt - performance.now();
      if (leftMs <= 0 || this.closeCode !== undefined) return undefined;
      await this.nextChange(leftMs);
    }
  }

  private nextChange(atMostMs: number): Promise<void> {
    return new Promise(resolve => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, atMostMs);
      this.waiting.add(wake);
    });
  }

  private wake(): void {
    for (const wake of [...this.waiting]) wake();
  }

  private describe(): string {
    const types = this.frames.map(frame => `${frame.type.toString(16)}:${frame.seq}`).join(' ');
    return `closed with ${this.closeCode ?? 'nothing'}, frames: ${types}`;
  }
}
