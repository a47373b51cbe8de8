import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Problem } from './problem.tsx';

export interface DialogProps {
  readonly title: string;
  /** Of the button that does it. */
  readonly doText: string;
  readonly isDanger?: boolean;
  /** Resolves with why it was refused, which the dialog says; empty: it is done, and the dialog may go. */
  onDo(): Promise<string>;
  onClose(): void;
  readonly children?: ComponentChildren;
}

/** A form over the page: the browser keeps the focus in it, Escape closes it. */
export function Dialog({ title, doText, isDanger = false, onDo, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  useLayoutEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      const back = opener?.isConnected ? opener : document.getElementById('content');
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);
  const submit = async () => {
    if (isBusy) return;
    setBusy(true);
    const refusal = await onDo();
    setBusy(false);
    setProblem(refusal);
    if (refusal === '') onClose();
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
        <Problem text={problem} />
        <div class="row end">
          <button type="button" class="quiet" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class={isDanger ? 'danger' : 'primary'} aria-disabled={isBusy}>
            {isBusy ? '…' : doText}
          </button>
        </div>
      </form>
    </dialog>
  );
}
