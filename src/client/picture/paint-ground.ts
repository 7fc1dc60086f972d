/** Paints what hardly ever changes: space with its regimes, and Earth. Once per size and theme. */
import { geoGraticule, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import landTopology from 'world-atlas/land-110m.json';
import type { Band, Frame } from './frame.ts';
import { acrossOf } from './frame.ts';
import type { Measure } from './lettering.ts';
import { colourOf, fontOf } from './lettering.ts';
import type { Palette } from './palette.ts';
import { bandLabels } from './writing.ts';

/** Natural Earth, public domain, through world-atlas. */
const topology = landTopology as unknown as Topology;
const land = feature(topology, topology.objects.land as Topology['objects'][string]);
const graticule = geoGraticule()
  .step([30, 30])
  .extent([
    [-180, -90],
    [180, 90.1],
  ])();
const equator = {
  type: 'LineString' as const,
  coordinates: [-180, -90, 0, 90, 179.99].map((longitude) => [longitude, 0]),
};

/** Nearer to the edge a longitude is not written. */
const EDGE = 18;
/** Height of the glow above the horizon. */
const AIR = 16;

export function paintGround(context: CanvasRenderingContext2D, frame: Frame, palette: Palette, measure: Measure): void {
  paintSpace(context, frame, palette);
  for (const band of frame.bands) paintBand(context, band, frame, palette);
  paintEarth(context, frame, palette);
  paintBandLabels(context, frame, palette, measure);
}

function paintSpace(context: CanvasRenderingContext2D, frame: Frame, palette: Palette): void {
  const fill = context.createLinearGradient(0, 0, 0, frame.ground.y);
  fill.addColorStop(0, palette.space[0]);
  fill.addColorStop(1, palette.space[1]);
  context.fillStyle = fill;
  context.fillRect(0, 0, frame.width, frame.height);
  const air = context.createLinearGradient(0, frame.ground.y - AIR, 0, frame.ground.y);
  air.addColorStop(0, `${palette.air.slice(0, palette.air.lastIndexOf(','))}, 0)`);
  air.addColorStop(1, palette.air);
  context.fillStyle = air;
  context.fillRect(0, frame.ground.y - AIR, frame.width, AIR);
}

/** A band ends where the next begins; satellites stand on its line. The line of GEO carries a tick every 15 degrees. */
function paintBand(
  context: CanvasRenderingContext2D,
  { regime, box, line }: Band,
  frame: Frame,
  palette: Palette,
): void {
  context.fillStyle = palette.hairline;
  if (box.y > 0) context.fillRect(0, box.y, frame.width, 1);
  context.globalAlpha = regime === 'geo' ? 1 : 0.6;
  if (regime === 'geo') context.fillRect(0, line, frame.width, 1);
  else for (let x = 0; x < frame.width; x += 6) context.fillRect(x, line, 2, 1);
  context.globalAlpha = 1;
  if (regime !== 'geo') return;
  for (let longitude = -165; longitude < 195; longitude += 15) {
    const tall = longitude % 90 === 0 ? 7 : longitude % 30 === 0 ? 5 : 3;
    const [x] = frame.projection([longitude, 0]) as [number, number];
    context.fillRect(Math.round(x), line + 1, 1, tall);
  }
}

function paintEarth(context: CanvasRenderingContext2D, frame: Frame, palette: Palette): void {
  const { ground } = frame;
  const path = geoPath(frame.projection, context);
  context.save();
  context.beginPath();
  context.rect(ground.x, ground.y, ground.width, ground.height);
  context.clip();
  context.fillStyle = palette.ocean;
  context.fillRect(ground.x, ground.y, ground.width, ground.height);
  context.lineWidth = 1;
  context.strokeStyle = palette.graticule;
  for (const lines of [graticule, equator]) {
    context.beginPath();
    path(lines);
    context.stroke();
  }
  context.beginPath();
  path(land);
  context.fillStyle = palette.land;
  context.fill();
  context.lineWidth = 0.75;
  context.strokeStyle = palette.coast;
  context.stroke();
  context.restore();
  context.fillStyle = palette.hairline;
  context.fillRect(0, ground.y, frame.width, 1);
}

function paintBandLabels(context: CanvasRenderingContext2D, frame: Frame, palette: Palette, measure: Measure): void {
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const { text, altitude, box } of bandLabels(frame, measure)) {
    context.font = fontOf('regime');
    context.fillStyle = colourOf('regime', palette);
    context.fillText(text, box.x, box.y + box.height / 2);
    if (altitude === null) continue;
    context.font = fontOf('altitude');
    context.fillStyle = colourOf('altitude', palette);
    context.fillText(altitude, box.x + measure(text, 'regime') + 8, box.y + box.height / 2);
  }
  if (frame.density === 'wide') paintLongitudes(context, frame, palette);
}

function paintLongitudes(context: CanvasRenderingContext2D, frame: Frame, palette: Palette): void {
  context.font = fontOf('altitude');
  context.fillStyle = colourOf('altitude', palette);
  context.textAlign = 'center';
  for (let longitude = -150; longitude <= 180; longitude += 30) {
    const x = acrossOf(frame, longitude);
    if (x < EDGE || x > frame.width - EDGE) continue;
    const side = longitude === 0 || longitude === 180 ? '' : longitude < 0 ? 'W' : 'E';
    context.fillText(
      `${Math.abs(longitude)}°${side}`,
      acrossOf(frame, longitude),
      frame.ground.y + frame.ground.height - 8,
    );
  }
}
