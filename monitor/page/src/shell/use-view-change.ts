import { useEffect, useRef } from 'preact/hooks';

/** `view`: page and id of what is shown. A new one is seen from its top, and takes the focus when what had it is gone. */
export function useViewChange(view: string): void {
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    if (document.activeElement !== document.body) return;
    scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [view]);
}
