import type { LiveState } from '../live/live-stream.ts';
import { clockText } from '../time/clock-text.ts';
import { durationText } from '../time/durations.ts';
import { useNow } from '../time/use-now.ts';

/** An old picture says that it is old, and how old. */
export function LiveBanner({ live }: { readonly live: LiveState }) {
  return live.kind === 'lost' ? <Lost {...live} /> : null;
}

function Lost({ sinceMs, retryAtMs }: { readonly sinceMs: number; readonly retryAtMs: number }) {
  const now = useNow();
  const leftMs = retryAtMs - now;
  const when = leftMs > 1000 ? `trying again in ${durationText(leftMs)}` : 'trying again now';
  return (
    <p class="banner banner-bad">
      Not live: what you see is as of {clockText(sinceMs, now)}, {durationText(now - sinceMs)} ago. The monitor does not
      answer, {when}.
    </p>
  );
}
