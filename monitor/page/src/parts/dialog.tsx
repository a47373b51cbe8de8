import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface DialogProps {
  readonly title: string;
  /** Of the button that does it. */
  readonly doText: string;
  readonly isDanger?: boolean;
  /** Resolves with whether the dialog has done its work and may go. */
  onDo(): Promise<boolean>;
  onClose(): void;
  readonly children?: ComponentChildren;
}

/** A form over the page: the browser keeps the focus in it, Escape closes it. */
export function Dialog({ title, doText, isDanger = false, onDo, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  const submit = async () => {
    setBusy(true);
    const isDone = await onDo();
    setBusy(false);
    if (isDone) onClose();
  };
  return (
    <dialog ref={dialog} class="panel" aria-label={title} onClose={onClose}>
      <form
        class="form"
        onSubmit={event => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2>{title}</h2>
        {children}
        <div class="row end">
          <button type="button" class="quiet" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class={isDanger ? 'danger' : 'primary'} disabled={isBusy}>
            {isBusy ? '…' : doText}
          </button>
        </div>
      </form>
    </dialog>
  );
}
