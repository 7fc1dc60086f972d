/** Draws a glyph on a canvas. */
import type { Glyph } from './glyphs.ts';
import type { Point } from './shapes.ts';

export interface Ink {
  readonly colour: string;
  readonly plate: string;
  /** In CSS pixels, whatever the size. */
  readonly lineWidth: number;
}

const BOX = 24;

/** `size` is the width of the glyph's box in CSS pixels. */
export function stamp(context: CanvasRenderingContext2D, glyph: Glyph, at: Point, size: number, ink: Ink): void {
  const scale = size / BOX;
  context.save();
  context.translate(at.x - size / 2, at.y - size / 2);
  context.scale(scale, scale);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  if (glyph.plate !== undefined) {
    context.fillStyle = ink.plate;
    context.fill(new Path2D(glyph.plate));
  }
  context.strokeStyle = ink.colour;
  context.fillStyle = ink.colour;
  context.lineWidth = ink.lineWidth / scale;
  if (glyph.fill !== undefined) context.fill(new Path2D(glyph.fill), 'evenodd');
  if (glyph.stroke !== undefined) context.stroke(new Path2D(glyph.stroke));
  context.restore();
}
