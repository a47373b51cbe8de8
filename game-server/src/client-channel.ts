import type { ErrorCode } from '@gatehouse/shared/protocol/errors';
import type { GatewayLink, LinkedChannel } from './gateway-link.ts';

/** Who reads what a client sends. */
export interface ChannelReader {
  /** One client frame of the room stream; `frame` may be kept. */
  receive(frame: Uint8Array): void;
  /** The gateway has closed the channel, or its link is gone. Not called after `close`. */
  channelClosed(): void;
}

/** The room stream of one client on the link of one gateway. */
export class ClientChannel implements LinkedChannel {
  readonly link: GatewayLink;
  readonly id: number;
  /** Set by the room that takes the client in. */
  reader: ChannelReader | undefined;
  private stillOpen = true;
  private paused = false;

  constructor(link: GatewayLink, id: number) {
    this.link = link;
    this.id = id;
  }

  get open(): boolean {
    return this.stillOpen;
  }

  sendOpened(frame: Uint8Array): void {
    if (this.stillOpen) this.link.sendOpened(this.id, frame);
  }

  send(frame: Uint8Array): void {
    if (this.stillOpen) this.link.sendData(this.id, frame);
  }

  /** The gateway is to read nothing more from this client until `resume`. A second call does nothing. */
  pause(): void {
    if (this.paused || !this.stillOpen) return;
    this.paused = true;
    this.link.sendPause(this.id);
  }

  resume(): void {
    if (!this.paused || !this.stillOpen) return;
    this.paused = false;
    this.link.sendResume(this.id);
  }

  /** By this server, whatever its room wants: the room hears that its player is away. The client attaches again. */
  giveUp(code: ErrorCode): void {
    const { reader } = this;
    this.close(code);
    reader?.channelClosed();
  }

  /** By this server: what was sent before still arrives. A second call does nothing. */
  close(code: ErrorCode, details: { message?: string; result?: Uint8Array } = {}): void {
    if (!this.stillOpen) return;
    this.stillOpen = false;
    this.reader = undefined;
    this.link.sendClose(this.id, { code, ...details });
  }

  /** By the other side. */
  closed(): void {
    const { reader } = this;
    this.stillOpen = false;
    this.reader = undefined;
    reader?.channelClosed();
  }
}
