import type { Place } from './motion.ts';

/** Which part of the arena is seen: its left upper corner, and pixels per unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Smaller, and a runner on a phone would be a dot. */
const MIN_SCALE = 0.6;
const MARGIN = 14;

/**
 * The whole arena where there is room for it, else the part around `centre`, and never more beyond the walls than needed.
 * Sizes of the picture in CSS pixels.
 */
export function aim(picture: { width: number; height: number }, arenaSize: number, centre: Place): Camera {
  const whole = (Math.min(picture.width, picture.height) - 2 * MARGIN) / arenaSize;
  const scale = Math.max(whole, MIN_SCALE);
  const along = (pixels: number, middle: number) => {
    const seen = pixels / scale;
    const margin = MARGIN / scale;
    if (seen >= arenaSize + 2 * margin) return (arenaSize - seen) / 2;
    return Math.min(arenaSize + margin - seen, Math.max(-margin, middle - seen / 2));
  };
  return { x: along(picture.width, centre.x), y: along(picture.height, centre.y), scale };
}
