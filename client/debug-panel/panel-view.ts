import type { ClientDiagnostics, StreamDiagnostics } from '@gatehouse/client';
import { element, setText } from './element.ts';
import { agoText, bytesText, eventText, moodOf } from './event-text.ts';
import { Sparkline } from './sparkline.ts';

const EVENTS_SHOWN = 20;
const SAMPLES_SHOWN = 60;
/** Of an epoch these are enough to tell two apart. */
const EPOCH_DIGITS = 5;

const STREAM_COLUMNS = ['Stream', 'State', 'Mark', 'Have', 'Kept', 'Turn'];
const STREAM_TITLES = [
  '',
  '',
  'epoch and number of the last frame of the server that was processed',
  'last frame of this client that the server has acknowledged',
  'frames that are sent again if need be',
  'how often the gateway has detached it on this connection',
];

/** Shows diagnostics: connection and latency, streams, counters, events. */
export class PanelView {
  readonly sections: readonly HTMLElement[];
  /** A word and a colour for the head of the panel. */
  readonly state = element('span', { class: 'state' });
  private readonly url = element('span', { class: 'url' });
  private readonly latency = element('b', {});
  private readonly range = element('span', { class: 'quiet' });
  private readonly sparkline = new Sparkline();
  private readonly rows = { lobby: streamRow('lobby'), room: streamRow('room') };
  private readonly counts = element('dl', { class: 'counts' });
  private readonly events = element('ol', { class: 'events', role: 'log', 'aria-label': 'Events', tabindex: '0' });
  private shownEvents = '';

  constructor() {
    const head = element('tr', {});
    STREAM_COLUMNS.forEach((text, at) => {
      head.append(element('th', { scope: 'col', title: STREAM_TITLES[at] }, text));
    });
    const body = element('tbody', {}, this.rows.lobby.row, this.rows.room.row);
    const latency = element('div', { class: 'latency' }, element('span', {}, this.latency, ' ', this.range));
    latency.append(this.sparkline.svg);
    this.sections = [
      element('section', { 'aria-label': 'Connection' }, this.url, latency),
      element('section', { 'aria-label': 'Streams' }, element('table', {}, element('thead', {}, head), body)),
      element('section', { 'aria-label': 'Counters' }, this.counts),
      element('section', { 'aria-label': 'Events' }, element('h3', {}, 'Events'), this.events),
    ];
  }

  show(diagnostics: ClientDiagnostics): void {
    const { connection, session, latencyMs, lobby, room } = diagnostics;
    setText(this.state, connection.state);
    this.state.dataset.state = connection.state;
    setText(this.url, `${connection.url} · session ${session.sessionId || 'none'}`);
    this.showLatency(latencyMs);
    this.rows.lobby.show(lobby);
    this.rows.room.show(room);
    this.showCounts(diagnostics);
    this.showEvents(diagnostics);
  }

  private showLatency(latencyMs: readonly number[]): void {
    const newest = latencyMs.at(-1);
    setText(this.latency, newest === undefined ? '– ms' : milliseconds(newest));
    const [low, high] = [Math.min(...latencyMs), Math.max(...latencyMs)];
    setText(this.range, newest === undefined ? 'round trip' : `round trip, ${rounded(low)}–${milliseconds(high)}`);
    this.sparkline.show(latencyMs.slice(-SAMPLES_SHOWN), SAMPLES_SHOWN);
  }

  private showCounts({ counts }: ClientDiagnostics): void {
    const texts = {
      in: `${counts.framesIn} frames, ${bytesText(counts.bytesIn)}`,
      out: `${counts.framesOut} frames, ${bytesText(counts.bytesOut)}`,
      disconnects: String(counts.disconnects),
      resumes: String(counts.resumes),
      freshes: String(counts.freshes),
      stalls: String(counts.stalls),
      'lost frames': String(counts.lostFrames),
    };
    if (this.counts.childElementCount === 0) {
      for (const name of Object.keys(texts)) {
        this.counts.append(element('div', {}, element('dt', {}, name), element('dd', { 'data-count': name })));
      }
    }
    const values = this.counts.querySelectorAll('dd');
    Object.values(texts).forEach((text, at) => {
      const value = values[at];
      if (value !== undefined) setText(value, text);
    });
  }

  private showEvents({ events }: ClientDiagnostics): void {
    const newestFirst = events.slice(-EVENTS_SHOWN).reverse();
    const key = newestFirst.map(({ name, agoMs }) => `${name} ${agoText(agoMs)}`).join();
    if (key === this.shownEvents) return;
    this.shownEvents = key;
    const lines = newestFirst.map(event =>
      element(
        'li',
        {},
        element('span', { class: 'ago' }, agoText(event.agoMs)),
        element('b', { class: moodOf(event.name) }, event.name),
        element('span', { class: 'what' }, eventText(event)),
      ),
    );
    this.events.replaceChildren(...lines);
  }
}

function streamRow(name: string): { row: HTMLTableRowElement; show(stream: StreamDiagnostics): void } {
  const cells = Array.from({ length: STREAM_COLUMNS.length - 1 }, () => element('td', {}));
  const row = element('tr', { 'data-stream': name }, element('th', { scope: 'row' }, name), ...cells);
  const show = ({ state, roomId, mark, have, keptFrames, keptBytes, turn }: StreamDiagnostics): void => {
    const markText = mark === undefined ? '–' : `${String(mark.epoch).slice(-EPOCH_DIGITS)}:${mark.number}`;
    const keptText = keptFrames === 0 ? '0' : `${keptFrames} (${bytesText(keptBytes)})`;
    [state, markText, String(have), keptText, String(turn)].forEach((text, at) => {
      const cell = cells[at];
      if (cell !== undefined) setText(cell, text);
    });
    row.dataset.state = state;
    row.title = roomId === '' ? '' : `${name} ${roomId}${mark === undefined ? '' : `, epoch ${mark.epoch}`}`;
  };
  return { row, show };
}

function milliseconds(value: number): string {
  return `${rounded(value)} ms`;
}

function rounded(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}
