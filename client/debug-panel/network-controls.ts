import { button, element, setText } from './element.ts';
import type { SimulatedNetwork } from './simulated-network.ts';

const DELAYS_MS = [0, 50, 200, 500, 1000, 3000];
const RATES = [undefined, 50_000, 10_000, 2_000, 500];
const OFFLINE_SECONDS = [3, 10, 30, 90];

/** What can be done to the network of this client. */
export class NetworkControls {
  readonly section: HTMLElement;
  private readonly network: SimulatedNetwork;
  private readonly cut: () => void;
  private readonly verdict = element('p', { class: 'verdict', role: 'status' });
  private readonly hole: HTMLButtonElement;
  private readonly delay: HTMLSelectElement;
  private readonly rate: HTMLSelectElement;
  private readonly offline: HTMLButtonElement;
  private readonly offlineFor: HTMLSelectElement;

  constructor(network: SimulatedNetwork, cut: () => void) {
    this.network = network;
    this.cut = cut;
    this.hole = button('Black hole', () => this.toggleHole(), { 'aria-pressed': 'false' });
    this.delay = select(
      'Delay each way',
      DELAYS_MS.map(ms => (ms === 0 ? 'no delay' : `+${ms} ms each way`)),
    );
    this.rate = select(
      'Bytes a second',
      RATES.map(rate => (rate === undefined ? 'full speed' : `${rate / 1000} KB/s`)),
    );
    this.offline = button('Go offline', () => this.toggleOffline());
    this.offlineFor = select(
      'Offline for',
      OFFLINE_SECONDS.map(seconds => `for ${seconds} s`),
    );
    this.delay.addEventListener('change', () => this.change());
    this.rate.addEventListener('change', () => this.change());
    const cutNow = button('Cut now', () => this.cut(), { class: 'strong' });
    this.section = element(
      'section',
      { 'aria-label': 'Simulate a bad network' },
      element('h3', {}, 'Simulate a bad network'),
      element('div', { class: 'controls' }, cutNow, this.hole, this.offline, this.offlineFor, this.delay, this.rate),
      this.verdict,
    );
  }

  show(): void {
    const { conditions, offlineMs } = this.network;
    this.hole.setAttribute('aria-pressed', String(conditions.isBlackHole));
    setText(this.offline, offlineMs > 0 ? 'Back online' : 'Go offline');
    const told: string[] = [];
    if (offlineMs > 0) told.push(`offline for ${Math.ceil(offlineMs / 1000)} s more`);
    if (conditions.isBlackHole) told.push('nothing arrives, and nobody is told');
    setText(this.verdict, told.join('; '));
  }

  /** The network is good again. */
  reset(): void {
    this.network.release();
  }

  private toggleHole(): void {
    this.network.change({ isBlackHole: !this.network.conditions.isBlackHole });
    this.show();
  }

  private toggleOffline(): void {
    if (this.network.offlineMs > 0) this.network.goOffline(0);
    else {
      this.network.goOffline(1000 * (OFFLINE_SECONDS[this.offlineFor.selectedIndex] ?? 0));
      this.cut();
    }
    this.show();
  }

  private change(): void {
    const delayMs = DELAYS_MS[this.delay.selectedIndex] ?? 0;
    this.network.change({ delayMs, bytesPerSecond: RATES[this.rate.selectedIndex] });
  }
}

function select(label: string, texts: readonly string[]): HTMLSelectElement {
  return element('select', { 'aria-label': label }, ...texts.map(text => element('option', {}, text)));
}
