import type { GatehouseError } from '../protocol/errors.ts';
import type { gatehouse } from '../protocol/messages.ts';
import type { Link, LinkReceiver } from './link.ts';
import type { ReplyBody } from './link-requests.ts';

/** One thing a receiver heard; frames are copied. */
export type Heard =
  | { kind: 'open'; channel: number; open: gatehouse.LinkOpen }
  | { kind: 'opened'; channel: number; frame: Uint8Array }
  | { kind: 'closed'; channel: number; close: gatehouse.LinkClose }
  | { kind: 'data'; channel: number; frame: Uint8Array }
  | { kind: 'groupAdd' | 'groupRemove'; group: number; channel: number }
  | { kind: 'multicast'; group: number; frame: Uint8Array }
  | { kind: 'pause' | 'resume'; channel: number }
  | { kind: 'drained' }
  | { kind: 'end'; error: GatehouseError | undefined };

/** How long `until` waits before it says what was heard instead. */
const PATIENCE_MS = 10_000;

/** Writes down all it hears. For tests of links and of their owners. */
export class RecordingReceiver implements LinkReceiver {
  readonly heard: Heard[] = [];
  answer: (request: gatehouse.LinkRequest) => Promise<ReplyBody> = async () => ({});
  private recheck: (() => void) | undefined;

  /** Resolves as soon as `done()` holds after something was heard; at once when it holds already. */
  until(done: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const kinds = () => this.heard.map(({ kind }) => kind).join(' ');
      const patience = setTimeout(() => reject(new Error(`only heard: ${kinds()}`)), PATIENCE_MS);
      this.recheck = () => {
        if (!done()) return;
        this.recheck = undefined;
        clearTimeout(patience);
        resolve();
      };
      this.recheck();
    });
  }

  /** The error of the end, once there is one. */
  async end(): Promise<GatehouseError | undefined> {
    await this.until(() => this.heard.at(-1)?.kind === 'end');
    const last = this.heard.at(-1);
    return last?.kind === 'end' ? last.error : undefined;
  }

  onOpen(_link: Link, channel: number, open: gatehouse.LinkOpen): void {
    this.add({ kind: 'open', channel, open });
  }

  onOpened(_link: Link, channel: number, openedFrame: Uint8Array): void {
    this.add({ kind: 'opened', channel, frame: Uint8Array.from(openedFrame) });
  }

  onChannelClosed(_link: Link, channel: number, close: gatehouse.LinkClose): void {
    this.add({ kind: 'closed', channel, close });
  }

  onData(_link: Link, channel: number, frame: Uint8Array): void {
    this.add({ kind: 'data', channel, frame: Uint8Array.from(frame) });
  }

  onGroupAdd(_link: Link, group: number, channel: number): void {
    this.add({ kind: 'groupAdd', group, channel });
  }

  onGroupRemove(_link: Link, group: number, channel: number): void {
    this.add({ kind: 'groupRemove', group, channel });
  }

  onMulticast(_link: Link, group: number, frame: Uint8Array): void {
    this.add({ kind: 'multicast', group, frame: Uint8Array.from(frame) });
  }

  onPause(_link: Link, channel: number): void {
    this.add({ kind: 'pause', channel });
  }

  onResume(_link: Link, channel: number): void {
    this.add({ kind: 'resume', channel });
  }

  onDrained(): void {
    this.add({ kind: 'drained' });
  }

  onRequest(_link: Link, request: gatehouse.LinkRequest): Promise<ReplyBody> {
    return this.answer(request);
  }

  onEnd(_link: Link, error: GatehouseError | undefined): void {
    this.add({ kind: 'end', error });
  }

  private add(heard: Heard): void {
    this.heard.push(heard);
    this.recheck?.();
  }
}
