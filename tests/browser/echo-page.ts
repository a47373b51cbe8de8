// Runs in a browser, bundled by sdk-bundle.ts: a player of the echo room, whom the test outside tells what to do.
import { type Client, connect, type GameRoom } from '@gatehouse/client';
import { showDebugPanel } from '@gatehouse/client/debug-panel';
import { messages } from '@gatehouse/example-echo/messages';

/** What the test reads from outside. */
export interface EchoReport {
  readonly heard: readonly number[];
  /** What players say to all. */
  readonly lines: readonly string[];
  readonly userId: string;
  readonly events: readonly string[];
}

const UTF8 = new TextEncoder();

class EchoPage {
  private readonly heard: number[] = [];
  private readonly events: string[] = [];
  private readonly lines: string[] = [];
  private client: Client | undefined;
  private room: GameRoom<typeof messages> | undefined;

  get report(): EchoReport {
    const { heard, events, lines } = this;
    return { heard, events, lines, userId: this.client?.userId ?? '' };
  }

  async enter(urls: string[]): Promise<void> {
    const client = await connect({ urls, guestName: 'Browser' });
    this.client = client;
    client.on('disconnected', () => this.events.push('disconnected'));
    client.on('resumed', ({ stream, lostFrames }) => this.events.push(`${stream} resumed, ${lostFrames} lost`));
    client.on('fresh', ({ stream }) => this.events.push(`${stream} fresh`));
    client.on('ended', ({ why }) => this.events.push(`ended: ${why}`));
    this.room = await client.joinOrCreate('echo', { messages });
    this.room.on('echo', payload => this.heard.push(Number(new TextDecoder().decode(payload))));
    this.room.on('say', text => this.lines.push(new TextDecoder().decode(text)));
  }

  say(from: number, to: number): void {
    for (let number = from; number <= to; number++) this.room?.send('echo', UTF8.encode(String(number)));
  }

  tell(line: string): void {
    this.room?.send('say', UTF8.encode(line));
  }

  showPanel(): void {
    if (this.client !== undefined) showDebugPanel(this.client);
  }

  async leave(): Promise<void> {
    await this.room?.leave();
    await this.client?.lobby.leave();
    this.client?.close();
  }

  /** What `connect` says of these urls. */
  async refusal(urls: string[]): Promise<string> {
    return connect({ urls, guestName: 'Browser' }).then(
      () => 'none',
      error => error.message,
    );
  }
}

export type { EchoPage };

(globalThis as unknown as { echoPage: EchoPage }).echoPage = new EchoPage();
