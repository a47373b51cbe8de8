import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface MenuItem {
  readonly text: string;
  readonly isDanger?: boolean;
  onPick(): void;
}

export interface MenuProps {
  /** Of the button, for those who do not see it. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly children: ComponentChildren;
}

/** A button with a list of things to do. Arrow keys, Escape, and a click elsewhere do what they do in menus. */
export function Menu({ label, items, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    list.current?.querySelector('button')?.focus();
    const close = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    addEventListener('pointerdown', close);
    addEventListener('focusin', close);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('focusin', close);
    };
  }, [isOpen]);
  const pick = (item: MenuItem) => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
    item.onPick();
  };
  return (
    <span class="menu" ref={root}>
      <button
        type="button"
        class="quiet small"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {isOpen && (
        <div
          class="menu-list"
          role="menu"
          tabIndex={-1}
          ref={list}
          onKeyDown={event => moveFocus(event, () => setOpen(false))}
        >
          {items.map(item => (
            <button
              key={item.text}
              type="button"
              role="menuitem"
              class={item.isDanger ? 'danger' : ''}
              onClick={() => pick(item)}
            >
              {item.text}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }, close: () => void): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const steps: Partial<Record<string, number>> = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 };
  const step = steps[event.key];
  if (step !== undefined) {
    event.preventDefault();
    buttons.at(step % buttons.length)?.focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    if (event.key === 'Escape') event.preventDefault(); // Tab goes on from the button
    event.currentTarget.parentElement?.querySelector('button')?.focus();
    close();
  }
}
