/** Paints centres, sensors, satellites, what sees what, and the labels: once for every change among them. */

import type { Composition } from './compose.ts';
import { centreGlyphs, otherSensor, satelliteGlyphs, sensorGlyphs } from './glyphs.ts';
import type { Measure } from './lettering.ts';
import { colourOf, fontOf } from './lettering.ts';
import type { Palette } from './palette.ts';
import { nationColours } from './palette.ts';
import type { Craft, Places } from './places.ts';
import type { Point } from './shapes.ts';
import { distance } from './shapes.ts';
import { stamp } from './stamp.ts';
import type { Written } from './writing.ts';
import { NOTE_GAP } from './writing.ts';

type Context = CanvasRenderingContext2D;

export function paintPlaces(
  context: Context,
  { places, labels }: Composition,
  palette: Palette,
  measure: Measure,
): void {
  paintFootpoints(context, places, palette);
  paintSights(context, places, palette);
  paintApproaches(context, places, palette);
  paintLeaders(context, places, labels, palette);
  for (const label of labels) paintLabel(context, label, palette, measure);
  for (const one of places.satellites) {
    const size = one.role === 'neutral' ? one.radius * 1.7 : one.radius * 2.2;
    stamp(context, satelliteGlyphs[one.role], one.at, size, {
      colour: roleColour(one, palette),
      plate: palette.plate,
      lineWidth: one.role === 'neutral' ? 1.1 : 1.6,
    });
  }
  for (const one of places.sensors) {
    const colour = one.seeing ? palette.sight : palette.idle;
    stamp(context, sensorGlyphs[one.kind] ?? otherSensor, one.at, one.radius * 2, {
      colour,
      plate: palette.plate,
      lineWidth: 1.1,
    });
  }
  const colours = nationColours(
    places.centres.map((one) => one.nation),
    palette,
  );
  for (const one of [...places.centres].sort((a, b) => Number(a.own) - Number(b.own))) {
    const colour = colours.get(one.nation) as string;
    stamp(context, centreGlyphs[one.own ? 'own' : 'other'], one.at, one.radius * 2, {
      colour,
      plate: palette.plate,
      lineWidth: 1.4,
    });
  }
}

const roleColour = (one: Craft, palette: Palette): string =>
  one.role === 'neutral' ? palette.muted : palette[one.role];

function line(context: Context, from: Point, to: Point): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}

/** From a threatened satellite in GEO straight down to the point of the equator it stands above. */
function paintFootpoints(context: Context, { frame, satellites }: Places, palette: Palette): void {
  const [, equator] = frame.projection([0, 0]) as [number, number];
  context.strokeStyle = palette.threatened;
  context.lineWidth = 1;
  for (const one of satellites) {
    if (one.role !== 'threatened' || one.regime !== 'geo') continue;
    const x = Math.round(one.home.x) + 0.5;
    context.globalAlpha = 0.3;
    context.setLineDash([1, 4]);
    line(context, { x, y: one.at.y + one.radius + 3 }, { x, y: equator });
    context.setLineDash([]);
    context.globalAlpha = 0.7;
    line(context, { x: x - 3, y: equator }, { x: x + 3, y: equator });
    line(context, { x, y: equator - 3 }, { x, y: equator + 3 });
  }
  context.globalAlpha = 1;
}

function paintSights(context: Context, { sights }: Places, palette: Palette): void {
  context.lineWidth = 1;
  context.setLineDash([2, 3]);
  for (const { from, to } of sights) {
    const fade = context.createLinearGradient(from.x, from.y, to.x, to.y);
    fade.addColorStop(0, palette.sight);
    fade.addColorStop(1, `${palette.sight}55`);
    context.strokeStyle = fade;
    context.globalAlpha = 0.6;
    line(context, from, to);
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function paintApproaches(context: Context, { approaches }: Places, palette: Palette): void {
  context.strokeStyle = palette.approaching;
  context.lineWidth = 1.2;
  context.setLineDash([3, 2.5]);
  for (const { from, to } of approaches) line(context, from, to);
  context.setLineDash([]);
}

/** From labels to their marks, and from marks that were moved aside to where they truly stand. */
function paintLeaders(
  context: Context,
  { centres, satellites }: Places,
  labels: readonly Written[],
  palette: Palette,
): void {
  context.strokeStyle = palette.faint;
  context.fillStyle = palette.faint;
  context.lineWidth = 0.8;
  for (const { leader } of labels) if (leader !== null) line(context, ...leader);
  for (const { at, home, radius } of [...centres, ...satellites]) {
    if (distance(at, home) <= radius) continue;
    line(context, at, home);
    context.beginPath();
    context.arc(home.x, home.y, 1.5, 0, 2 * Math.PI);
    context.fill();
  }
}

function paintLabel(context: Context, label: Written, palette: Palette, measure: Measure): void {
  const { box, text, face, note } = label;
  context.globalAlpha = 0.66;
  context.fillStyle = palette.plate;
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 2);
  context.fill();
  context.globalAlpha = 1;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.font = fontOf(face);
  context.fillStyle = colourOf(face, palette);
  const middle = box.y + box.height / 2 + 0.5;
  context.fillText(text, box.x + 2, middle);
  if (note === null) return;
  context.font = fontOf('nation');
  context.fillStyle = colourOf('nation', palette);
  context.fillText(note, box.x + 2 + measure(text, face) + NOTE_GAP, middle + 0.5);
}
