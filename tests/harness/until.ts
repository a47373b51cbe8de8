import { PATIENCE_MS } from './test-interval.ts';

const PAUSE_MS = 50;

/** Between two looks at what tells nobody: asking without a pause takes the processor from those who are asked. */
export function nextLook(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, PAUSE_MS));
}

/** Looks again and again; for states that announce themselves to nobody. @throws Error after PATIENCE_MS */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const giveUpAtMs = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > giveUpAtMs) throw new Error(`${what}: not within ${PATIENCE_MS} ms`);
    await nextLook();
  }
}
