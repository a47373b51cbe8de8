import type { Coin, Mover, Pillar } from '@gatehouse/example-arena/messages';
import type { ArenaGame } from './arena-game.ts';
import { aim } from './camera.ts';
import type { Effect } from './effects.ts';
import type { Place } from './motion.ts';
import { moverColour, type Palette } from './palette.ts';
import { type Brush, fillCircle, fillPolygon, strokeCircle, writeLabel } from './shapes.ts';

const GRID = 100;
const MOVER_RADIUS = 18;
const COIN_RADIUS = 11;
const GEM_RADIUS = 15;
const CORNER_RADIUS = 24;
const SHINE = '#ffffff66';

export interface Picture {
  readonly context: CanvasRenderingContext2D;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  readonly palette: Palette;
  /** Nothing moves that need not. */
  readonly isCalm: boolean;
}

interface Scene extends Brush {
  readonly palette: Palette;
  readonly isCalm: boolean;
  readonly nowMs: number;
}

/** Draws the arena as it is at `nowMs`. */
export function paint(picture: Picture, game: ArenaGame, nowMs: number): void {
  const { context, pixelRatio, palette, isCalm } = picture;
  const { view } = game;
  const places = new Map(Array.from(view.movers.values(), mover => [mover.id, placeOf(game, mover, nowMs)]));
  const movers = [...view.movers.values()].sort((a, b) => a.score - b.score); // the best are drawn over the others
  const followed = view.movers.get(game.userId) ?? movers.at(-1);
  const middle = { x: view.size / 2, y: view.size / 2 };
  const camera = aim(picture, view.size, places.get(followed?.id ?? '') ?? middle);
  const scene: Scene = { context, unitsPerPixel: 1 / camera.scale, palette, isCalm, nowMs };
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, picture.width, picture.height);
  context.scale(camera.scale, camera.scale);
  context.translate(-camera.x, -camera.y);
  paintFloor(scene, view.size);
  for (const pillar of view.pillars) paintPillar(scene, pillar);
  for (const coin of view.coins.values()) paintCoin(scene, coin);
  const own = places.get(game.userId);
  if (own !== undefined) strokeCircle(scene, { ...own, radius: MOVER_RADIUS + 7 }, { colour: palette.ink, width: 3 });
  for (const mover of movers) paintMover(scene, mover, places.get(mover.id) ?? mover);
  for (const mover of movers) paintName(scene, mover.name, places.get(mover.id) ?? mover);
  for (const effect of game.effects.at(nowMs)) paintEffect(scene, effect);
}

function placeOf(game: ArenaGame, mover: Mover, nowMs: number): Place {
  return game.motion.placeOf(mover.id, nowMs) ?? mover;
}

function paintFloor({ context, palette }: Scene, size: number): void {
  const outline = () => {
    context.beginPath();
    context.roundRect(0, 0, size, size, CORNER_RADIUS);
  };
  outline();
  context.fillStyle = palette.floor;
  context.fill();
  context.beginPath();
  for (let line = GRID; line < size; line += GRID) {
    context.moveTo(line, 0);
    context.lineTo(line, size);
    context.moveTo(0, line);
    context.lineTo(size, line);
  }
  context.lineWidth = 1.5;
  context.strokeStyle = palette.grid;
  context.stroke();
  outline();
  context.lineWidth = 6;
  context.strokeStyle = palette.wall;
  context.stroke();
}

function paintPillar(scene: Scene, { x, y, radius }: Pillar): void {
  fillCircle(scene, { x, y, radius }, scene.palette.pillarEdge);
  fillCircle(scene, { x: x - 2, y: y - 5, radius: radius - 6 }, scene.palette.pillar);
}

function paintCoin(scene: Scene, { id, x, y, worth }: Coin): void {
  const { palette, isCalm, nowMs } = scene;
  const breath = isCalm ? 1 : 1 + 0.08 * Math.sin(nowMs / 260 + id);
  if (worth > 1) {
    const height = GEM_RADIUS * breath;
    const width = 0.8 * height;
    fillPolygon(scene, [x, y - height, x + width, y, x, y + height, x - width, y], palette.gem);
    fillPolygon(scene, [x, y - height, x + width, y, x, y], SHINE);
  } else {
    fillCircle(scene, { x, y, radius: COIN_RADIUS * breath }, palette.coinEdge);
    fillCircle(scene, { x, y, radius: (COIN_RADIUS - 3) * breath }, palette.coin);
  }
}

function paintMover(scene: Scene, { colour }: Mover, { x, y }: Place): void {
  fillCircle(scene, { x, y, radius: MOVER_RADIUS }, scene.palette.halo);
  fillCircle(scene, { x, y, radius: MOVER_RADIUS - 2.5 }, moverColour(colour));
  fillCircle(scene, { x: x - 5, y: y - 6, radius: 4 }, SHINE);
}

function paintName(scene: Scene, text: string, { x, y }: Place): void {
  const above = y - MOVER_RADIUS - 8 * scene.unitsPerPixel;
  writeLabel(scene, { text, x, y: above, pixels: 12.5 }, { ink: scene.palette.ink, rim: scene.palette.halo });
}

function paintEffect(scene: Scene, { x, y, text, age }: Effect): void {
  const { context, palette, isCalm } = scene;
  const rise = isCalm ? 0 : 30 * age;
  context.globalAlpha = 1 - age;
  if (!isCalm) {
    strokeCircle(scene, { x, y, radius: 14 + 34 * age }, { colour: palette.coinEdge, width: 4 * (1 - age) });
  }
  writeLabel(scene, { text, x, y: y - 20 - rise, pixels: 15 }, { ink: palette.ink, rim: palette.coin });
  context.globalAlpha = 1;
}
