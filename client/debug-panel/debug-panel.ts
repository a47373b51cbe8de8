import type { Client } from '@gatehouse/client';
import { button, element } from './element.ts';
import { NetworkControls } from './network-controls.ts';
import { PANEL_STYLE } from './panel-style.ts';
import { PanelView } from './panel-view.ts';
import { SimulatedNetwork } from './simulated-network.ts';

const SHOW_INTERVAL_MS = 250;
/** The gateway closes who asks more than 64 times in a heartbeat interval. */
const PING_INTERVAL_MS = 1000;

/** As in panel-style.ts. */
const NARROW = '(max-width: 520px)';

export interface DebugPanel {
  /** Takes it away; the network is as good as it really is again. A second call does nothing. */
  close(): void;
}

export interface DebugPanelOptions {
  /** Where it is put; it stays in its corner of the window. Default: the body. */
  readonly parent?: HTMLElement;
  readonly onClose?: () => void;
}

const hostClock = {
  monotonicMs: () => performance.now(),
  after(delayMs: number, run: () => void): () => void {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/**
 * A panel in a corner of the page: how this client is connected, how its streams fare, what has happened; and a bad network
 * to try it with, which acts on the real connection. Esc in it, or its ×, closes it. One for each client.
 */
export function showDebugPanel(client: Client, options: DebugPanelOptions = {}): DebugPanel {
  const network = new SimulatedNetwork(hostClock);
  const controls = new NetworkControls(network, client.useNetwork(network));
  const view = new PanelView();
  const host = element('gatehouse-debug-panel' as 'div', {});
  const shadow = host.attachShadow({ mode: 'open' });
  const timers = [setInterval(() => show(), SHOW_INTERVAL_MS), setInterval(() => client.ping(), PING_INTERVAL_MS)];
  const show = (): void => {
    view.show(client.diagnostics());
    controls.show();
  };
  const close = (): void => {
    if (!host.isConnected) return;
    for (const timer of timers) clearInterval(timer);
    controls.reset();
    host.remove();
    options.onClose?.();
  };
  shadow.adoptedStyleSheets = [styleSheet()]; // allowed under a strict Content-Security-Policy, unlike <style>
  shadow.append(frame(view, controls, close));
  shadow.addEventListener('keydown', event => {
    event.stopPropagation(); // what is typed here is not for the game
    if ((event as KeyboardEvent).key === 'Escape') close();
  });
  (options.parent ?? document.body).append(host);
  client.ping();
  show();
  return { close };
}

function frame(view: PanelView, controls: NetworkControls, close: () => void): HTMLElement {
  const [connection, streams, counters, events] = view.sections;
  const body = element('div', { class: 'body', id: 'body' });
  for (const section of [connection, streams, controls.section, counters, events]) if (section) body.append(section);
  const fold = button('', () => showBody(body.hidden !== false), {
    class: 'icon',
    'aria-label': 'Details',
    'aria-controls': 'body',
  });
  const showBody = (isShown: boolean): void => {
    body.hidden = !isShown;
    fold.textContent = isShown ? '▾' : '▴';
    fold.setAttribute('aria-expanded', String(isShown));
  };
  showBody(!matchMedia(NARROW).matches); // on a phone it would cover the game
  const closing = button('×', close, { class: 'icon', 'aria-label': 'Close' });
  const head = element('header', {}, element('h2', {}, 'Gatehouse'), view.state, fold, closing);
  return element('div', { class: 'panel', role: 'region', 'aria-label': 'Gatehouse debug panel' }, head, body);
}

function styleSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PANEL_STYLE);
  return sheet;
}
