/** Paints the night side: four steps from sunset to full darkness, as telescopes count it. */
import { geoCircle, geoPath } from 'd3-geo';
import type { Theatre } from '../../core/model/view.ts';
import type { Frame } from './frame.ts';
import { placeOf } from './frame.ts';
import type { Palette } from './palette.ts';

/** Degrees of the sun below the horizon: sunset, civil, nautical, astronomical twilight. */
const TWILIGHTS = [0, 6, 12, 18];

export function paintNight(
  context: CanvasRenderingContext2D,
  frame: Frame,
  sun: Theatre['sun'],
  palette: Palette,
): void {
  const { ground } = frame;
  const path = geoPath(frame.projection, context);
  const midnight: [number, number] = [((sun.longitude + 360) % 360) - 180, -sun.latitude];
  context.save();
  context.beginPath();
  context.rect(ground.x, ground.y + 1, ground.width, ground.height);
  context.clip();
  context.fillStyle = palette.night;
  for (const below of TWILIGHTS) {
    context.beginPath();
    path(
      geoCircle()
        .center(midnight)
        .radius(90 - below)
        .precision(3)(),
    );
    context.fill();
  }
  paintSun(context, frame, sun, palette);
  context.restore();
}

function paintSun(context: CanvasRenderingContext2D, frame: Frame, sun: Theatre['sun'], palette: Palette): void {
  const { x, y } = placeOf(frame, sun.latitude, sun.longitude);
  context.strokeStyle = palette.sun;
  context.fillStyle = palette.sun;
  context.globalAlpha = 0.75;
  context.lineWidth = 1;
  context.beginPath();
  context.arc(x, y, 4.5, 0, 2 * Math.PI);
  context.stroke();
  context.beginPath();
  context.arc(x, y, 1.4, 0, 2 * Math.PI);
  context.fill();
  context.globalAlpha = 1;
}
