import type { Steering } from './steering.ts';

/** Keys steer wherever the focus is, except where they write or choose. Returns how to stop. */
export function listenToKeys(steering: Steering): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isForWriting(event.target)) return;
    if (steering.press(event.code)) event.preventDefault(); // arrows would scroll the page
  };
  const release = (event: KeyboardEvent) => steering.release(event.code);
  const letGo = () => steering.letGo();
  window.addEventListener('keydown', press);
  window.addEventListener('keyup', release);
  window.addEventListener('blur', letGo);
  return () => {
    window.removeEventListener('keydown', press);
    window.removeEventListener('keyup', release);
    window.removeEventListener('blur', letGo);
  };
}

/** Keys pressed there are not for the game. */
export function isForWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, select, textarea');
}
