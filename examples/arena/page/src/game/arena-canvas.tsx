import { useEffect, useRef } from 'preact/hooks';
import type { ArenaGame } from './arena-game.ts';
import { paint } from './painter.ts';
import { readPalette } from './palette.ts';

/** The picture of the game, as large as its place, drawn as often as the screen is. */
export function ArenaCanvas({ game, description }: { game: ArenaGame; description: string }) {
  const reference = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = reference.current;
    return canvas === null ? undefined : keepPainted(canvas, game);
  }, [game]);
  return <canvas ref={reference} class="arena-canvas" role="img" aria-label={description} />;
}

/** Returns how to stop. */
function keepPainted(canvas: HTMLCanvasElement, game: ArenaGame): () => void {
  const context = canvas.getContext('2d');
  if (context === null) return () => {};
  const darkness = matchMedia('(prefers-color-scheme: dark)');
  const calmness = matchMedia('(prefers-reduced-motion: reduce)');
  let palette = readPalette(canvas);
  const repaint = () => {
    palette = readPalette(canvas);
  };
  darkness.addEventListener('change', repaint);
  let size = { width: canvas.clientWidth, height: canvas.clientHeight };
  const watch = new ResizeObserver(() => {
    size = { width: canvas.clientWidth, height: canvas.clientHeight };
  });
  watch.observe(canvas);
  let request = 0;
  const frame = (nowMs: number) => {
    const pixelRatio = Math.min(2, devicePixelRatio);
    const width = Math.round(size.width * pixelRatio);
    const height = Math.round(size.height * pixelRatio);
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    paint({ context, ...size, pixelRatio, palette, isCalm: calmness.matches }, game, nowMs);
    request = requestAnimationFrame(frame);
  };
  request = requestAnimationFrame(frame);
  return () => {
    cancelAnimationFrame(request);
    watch.disconnect();
    darkness.removeEventListener('change', repaint);
  };
}
