import { useState } from 'preact/hooks';
import type { Beat, Standing } from '../api/shapes.ts';
import { clockText } from '../time/clock-text.ts';
import { durationText, latencyText } from '../time/durations.ts';
import { heartbeatSlots, type Slot } from './heartbeat-slots.ts';
import { STANDING_WORDS } from './standing-words.ts';

const SLOTS = 50;
const SLOT_WIDTH = 5;
const BAR_WIDTH = 3;
const HEIGHT = 24;
/** Failures are taller too, so that they are seen without the colour. */
const HEIGHTS: Readonly<Record<Standing, number>> = {
  UP: 14,
  DEGRADED: 18,
  PENDING: 21,
  DOWN: 24,
  MAINTENANCE: 8,
  PAUSED: 8,
  UNKNOWN: 8,
};

/** The last checks. Arrow keys go from one to the other, as the pointer does. */
export function HeartbeatBar({ name, beats }: { readonly name: string; readonly beats: readonly Beat[] }) {
  const [shown, setShown] = useState<number | undefined>(undefined);
  const slots = heartbeatSlots(beats, SLOTS);
  const slot = shown === undefined ? undefined : slots[shown];
  const text = slot === undefined ? summaryText(beats) : slotText(slot);
  return (
    <span class="heartbeats">
      <span
        class="heartbeat-bar"
        role="slider"
        tabIndex={0}
        aria-label={`Last checks of ${name}`}
        aria-valuemin={1}
        aria-valuemax={SLOTS}
        aria-valuenow={(shown ?? SLOTS - 1) + 1}
        aria-valuetext={text}
        onPointerMove={event => setShown(slotAt(event.currentTarget, event.clientX))}
        onPointerLeave={() => setShown(undefined)}
        onBlur={() => setShown(undefined)}
        onKeyDown={event => {
          const next = nextSlot(event.key, shown);
          if (next === shown) return;
          event.preventDefault();
          setShown(next);
        }}
      >
        <svg viewBox={`0 0 ${SLOTS * SLOT_WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {pathsOf(slots).map(([kind, path]) => (
            <path key={kind} class={kind} d={path} />
          ))}
          {shown !== undefined && (
            <rect class="cursor" x={shown * SLOT_WIDTH - 1} y="0" width={SLOT_WIDTH} height={HEIGHT} />
          )}
        </svg>
      </span>
      {slot !== undefined && slot.kind !== 'none' && (
        <span class={`tip ${(shown ?? 0) > SLOTS / 2 ? 'tip-left' : ''}`} role="tooltip">
          {text}
        </span>
      )}
    </span>
  );
}

/** One path for each colour: fifty bars a row are many elements otherwise. */
function pathsOf(slots: readonly Slot[]): [kind: string, path: string][] {
  const paths = new Map<string, string>();
  slots.forEach((slot, index) => {
    const kind = slot.kind === 'beat' ? `is-${slot.beat.standing.toLowerCase()}` : slot.kind;
    const height = slot.kind === 'beat' ? HEIGHTS[slot.beat.standing] : 2;
    const bar = `M${index * SLOT_WIDTH} ${HEIGHT - height}h${BAR_WIDTH}v${height}h-${BAR_WIDTH}z`;
    paths.set(kind, (paths.get(kind) ?? '') + bar);
  });
  return [...paths];
}

function slotAt(bar: Element, clientX: number): number {
  const { left, width } = bar.getBoundingClientRect();
  return Math.min(SLOTS - 1, Math.max(0, Math.floor(((clientX - left) / width) * SLOTS)));
}

function nextSlot(key: string, shown: number | undefined): number | undefined {
  if (key === 'Escape') return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return SLOTS - 1;
  if (key === 'ArrowLeft') return Math.max(0, (shown ?? SLOTS) - 1);
  if (key === 'ArrowRight') return Math.min(SLOTS - 1, (shown ?? -1) + 1);
  return shown;
}

function summaryText(beats: readonly Beat[]): string {
  if (beats.length === 0) return 'not checked yet';
  const failed = beats.filter(({ ok }) => !ok).length;
  return `${failed === 0 ? 'none' : failed} of the last ${beats.length} checks failed. Arrow keys show each.`;
}

function slotText(slot: Slot): string {
  if (slot.kind === 'none') return 'no check';
  if (slot.kind === 'gap')
    return `${clockText(slot.fromMs)}: nobody looked for ${durationText(slot.toMs - slot.fromMs)}`;
  const { at, standing, latencyMs, error } = slot.beat;
  const latency = latencyMs === null ? '' : `, ${latencyText(latencyMs)}`;
  return `${clockText(at)}: ${STANDING_WORDS[standing]}${latency}${error === null ? '' : `, ${error}`}`;
}
