import { useEffect } from 'preact/hooks';
import type { Note, Session } from '../session.ts';

export interface NoteLineProps {
  readonly session: Session;
  readonly note: Note | undefined;
}

/** What has Escape for itself while it is open. */
const OVER_THE_PAGE = 'dialog[open], [role="menu"]';

/** What was just done, or why not. Its button closes it, and Escape. */
export function NoteLine({ session, note }: NoteLineProps) {
  const isShown = note !== undefined;
  useEffect(() => {
    if (!isShown) return undefined;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector(OVER_THE_PAGE) === null) session.tell(undefined);
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [session, isShown]);
  return (
    <div class="notes" role="status">
      {note !== undefined && (
        <p class={`note note-${note.kind}`}>
          <span>{note.text}</span>
          <button
            type="button"
            class="quiet small"
            aria-label="Close this message"
            onClick={() => session.tell(undefined)}
          >
            ×
          </button>
        </p>
      )}
    </div>
  );
}
