import type { Direction } from '@gatehouse/example-arena/messages';

const STANDING: Direction = { x: 0, y: 0 };
const KEYS: Readonly<Record<string, Direction>> = {
  KeyW: { x: 0, y: -1 },
  ArrowUp: { x: 0, y: -1 },
  KeyS: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: 1 },
  KeyA: { x: -1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  KeyD: { x: 1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};
/** Smaller moves of the joystick are not worth a message. */
const STEPS = 12;

/** Keys that are held and the joystick, as one direction. Pure; the last one touched wins. */
export class Steering {
  private readonly held = new Set<string>();
  private direction = STANDING;
  private readonly onChange: (direction: Direction) => void;

  /** `onChange` is called with every new direction, not longer than 1. */
  constructor(onChange: (direction: Direction) => void) {
    this.onChange = onChange;
  }

  /** Whether this key steers. */
  press(code: string): boolean {
    if (KEYS[code] === undefined) return false;
    this.held.add(code);
    this.steerByKeys();
    return true;
  }

  release(code: string): void {
    if (this.held.delete(code)) this.steerByKeys();
  }

  /** Each part from -1 to 1. */
  push(stick: Direction): void {
    this.turn({ x: Math.round(stick.x * STEPS) / STEPS, y: Math.round(stick.y * STEPS) / STEPS });
  }

  /** Everything is let go: the page has lost the keyboard, or the stick. */
  letGo(): void {
    this.held.clear();
    this.turn(STANDING);
  }

  private steerByKeys(): void {
    const directions = Array.from(this.held, code => KEYS[code] ?? STANDING);
    const part = (axis: 'x' | 'y') => Math.sign(directions.reduce((sum, direction) => sum + direction[axis], 0));
    this.turn({ x: part('x'), y: part('y') });
  }

  private turn(wanted: Direction): void {
    const length = Math.max(1, Math.hypot(wanted.x, wanted.y));
    const next = { x: wanted.x / length, y: wanted.y / length };
    if (next.x === this.direction.x && next.y === this.direction.y) return;
    this.direction = next;
    this.onChange(next);
  }
}
