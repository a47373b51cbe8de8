import type { ClientConnection, ConnectionReceiver } from '@gatehouse/gateway/client-connection';
import { goodbyeFrame } from '@gatehouse/gateway/session-frames';
import type { CloseReason } from '@gatehouse/shared/protocol/close-codes';

/** The client's end of a connection. */
export interface ConnectedClient {
  receive(frame: Uint8Array): void;
  /** The gateway has ended it. */
  lost(): void;
}

/** A client's socket at its gateway. Frames wait in both directions; each side notices the end by itself. */
export class ModelConnection implements ClientConnection {
  readonly remoteAddress = 'model';
  readonly bufferedBytes = 0;
  private readonly checkFrame: () => void;
  private readonly toGateway: Uint8Array[] = [];
  private readonly toClient: Uint8Array[] = [];
  private receiver: ConnectionReceiver | undefined; // undefined: the gateway knows that it has ended
  private client: ConnectedClient | undefined; // undefined: the client knows
  private closeReason: CloseReason | undefined;
  private paused = false;

  /** `checkFrame` is called for each frame that the gateway sends, and may throw. */
  constructor(client: ConnectedClient, checkFrame: () => void) {
    this.client = client;
    this.checkFrame = checkFrame;
  }

  open(receiver: ConnectionReceiver): void {
    this.receiver = receiver;
  }

  get isPaused(): boolean {
    return this.paused;
  }

  /** Both sides know that it has ended. */
  get forgotten(): boolean {
    return this.client === undefined && this.receiver === undefined;
  }

  /** The client has given it up, or the gateway closes it. */
  get isAbandoned(): boolean {
    return this.client === undefined || this.closeReason !== undefined;
  }

  // ---- what the gateway does ----

  send(frame: Uint8Array): void {
    if (this.closeReason !== undefined || this.receiver === undefined) return;
    this.checkFrame();
    if (this.client !== undefined) this.toClient.push(frame.slice());
  }

  pauseReading(): void {
    this.paused = true;
  }

  resumeReading(): void {
    this.paused = false;
  }

  close(reason: CloseReason, retryAfterMs = 0): void {
    if (this.closeReason !== undefined) return;
    this.closeReason = reason;
    this.toClient.push(goodbyeFrame(reason, retryAfterMs));
  }

  // ---- what the client does ----

  sendFromClient(frame: Uint8Array): void {
    if (this.receiver !== undefined) this.toGateway.push(frame.slice());
  }

  // ---- what the network does ----

  /** What had been read before a pause arrives all the same. */
  deliverToGateway(): boolean {
    const frame = this.toGateway.shift();
    if (frame !== undefined && this.closeReason === undefined) this.receiver?.receive(frame);
    return frame !== undefined;
  }

  deliverToClient(): boolean {
    const frame = this.toClient.shift();
    if (frame !== undefined) this.client?.receive(frame);
    else if (this.closeReason !== undefined || this.receiver === undefined) this.endsForClient();
    return frame !== undefined;
  }

  /** What is still under way to the gateway arrives, unless the gateway notices too. */
  endsForClient(): void {
    const { client } = this;
    this.client = undefined;
    this.toClient.length = 0;
    client?.lost();
  }

  endsForGateway(): void {
    const { receiver } = this;
    this.receiver = undefined;
    this.toGateway.length = 0;
    receiver?.closed(this.closeReason);
  }
}
