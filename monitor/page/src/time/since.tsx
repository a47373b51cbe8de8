import { clockText } from './clock-text.ts';
import { durationText, shortDuration } from './durations.ts';
import { useNow } from './use-now.ts';

/** How long ago, with the time itself as title. */
export function Since({ atMs, isShort }: { readonly atMs: number; readonly isShort?: boolean }) {
  const now = useNow();
  const text = isShort ? shortDuration(now - atMs) : durationText(now - atMs);
  return (
    <time dateTime={new Date(atMs).toISOString()} title={clockText(atMs, now)}>
      {text}
    </time>
  );
}
