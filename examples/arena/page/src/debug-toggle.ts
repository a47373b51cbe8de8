import type { Client } from '@gatehouse/client';
import type { DebugPanel } from '@gatehouse/client/debug-panel';

/** Whether the SDK's debug panel is open. It is loaded when it is opened for the first time. */
export class DebugToggle {
  private isWanted = false;
  private client: Client | undefined;
  private panel: DebugPanel | undefined;

  /** Before the login: the panel opens right after. */
  toggle(): void {
    this.isWanted = !this.isWanted;
    this.update();
  }

  /** undefined: logged out. */
  follow(client: Client | undefined): void {
    const { isWanted } = this;
    this.panel?.close();
    this.isWanted = isWanted; // closed by us, not by the player
    this.client = client;
    this.update();
  }

  private update(): void {
    if (this.isWanted && this.client !== undefined && this.panel === undefined) void this.open(this.client);
    if (!this.isWanted) this.panel?.close();
  }

  private async open(client: Client): Promise<void> {
    const { showDebugPanel } = await import('@gatehouse/client/debug-panel');
    if (!this.isWanted || this.client !== client || this.panel !== undefined) return;
    const onClose = () => {
      this.panel = undefined;
      this.isWanted = false;
    };
    this.panel = showDebugPanel(client, { onClose });
  }
}
