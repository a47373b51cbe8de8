import { useRef, useState } from 'preact/hooks';
import type { ArenaGame } from './arena-game.ts';

const REACH_PIXELS = 44;

/** For thumbs; keys do the same. Wherever it is touched is its middle at first. */
export function Joystick({ game }: { game: ArenaGame }) {
  const origin = useRef<{ x: number; y: number } | undefined>(undefined);
  const [knob, setKnob] = useState({ x: 0, y: 0 });
  const drag = (event: PointerEvent) => {
    if (origin.current === undefined) return;
    const x = (event.clientX - origin.current.x) / REACH_PIXELS;
    const y = (event.clientY - origin.current.y) / REACH_PIXELS;
    const length = Math.max(1, Math.hypot(x, y));
    const stick = { x: x / length, y: y / length };
    setKnob(stick);
    game.steering.push(stick);
  };
  const letGo = () => {
    origin.current = undefined;
    setKnob({ x: 0, y: 0 });
    game.steering.letGo();
  };
  return (
    <div
      class="joystick"
      aria-hidden="true"
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        origin.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      <div class="joystick-base">
        <div
          class="joystick-knob"
          style={{ transform: `translate(${knob.x * REACH_PIXELS}px, ${knob.y * REACH_PIXELS}px)` }}
        />
      </div>
    </div>
  );
}
