/**
 * How the element is divided: three regimes of orbit above a flat Earth, sharing one axis of longitude.
 * Earth is in Patterson's cylindrical projection (Patterson, Šavrič, Jenny 2015): meridians upright, so that what is
 * in orbit stands straight above its sub-satellite point, and no swollen poles.
 */
import type { GeoProjection } from 'd3-geo';
import { geoProjection } from 'd3-geo';
import type { Outlook, Regime } from './outlook.ts';
import type { Box, Point } from './shapes.ts';

export type Density = 'narrow' | 'middle' | 'wide';

export interface Band {
  readonly regime: Regime;
  readonly box: Box;
  /** Height at which satellites of the regime stand. */
  readonly line: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly density: Density;
  readonly ground: Box;
  readonly bands: readonly Band[];
  readonly projection: GeoProjection;
}

const ALL = { north: 84, south: -76 };
const ROOMY = { north: 82, south: -60 };
const TIGHT = { north: 76, south: -52 };
/** Latitudes to show, and the share of the height that they may take to be chosen. */
const RANGES = [
  [ALL, 0.5],
  [ROOMY, 0.66],
  [TIGHT, 0.66],
] as const;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

function patterson(lambda: number, phi: number): [number, number] {
  const squared = phi * phi;
  return [lambda, phi * (1.0148 + squared * squared * (0.23185 + squared * (0.02406 * squared - 0.14499)))];
}

const rise = (latitude: number): number => patterson(0, radians(latitude))[1];

/** Scale and latitudes for Earth: as much of it as fits across the width, else the least of it, smaller than the width. */
function fitGround(width: number, height: number): { scale: number; north: number; south: number } {
  const scale = width / (2 * Math.PI);
  for (const [range, share] of RANGES) {
    if (scale * (rise(range.north) - rise(range.south)) <= height * share) return { scale, ...range };
  }
  const [least, share] = RANGES[2];
  return { scale: (height * share) / (rise(least.north) - rise(least.south)), ...least };
}

/** What a regime takes of the height of space, when something is in it and when nothing is. */
const SHARES: readonly (readonly [Regime, full: number, empty: number])[] = [
  ['geo', 0.41, 0.16],
  ['meo', 0.25, 0.1],
  ['leo', 0.34, 0.13],
];
const REGIMES: readonly Regime[] = SHARES.map(([regime]) => regime);

function bandsIn(space: Box, peopled: readonly Regime[]): Band[] {
  const shares = SHARES.map(([, full, empty], i) => (peopled.includes(REGIMES[i] as Regime) ? full : empty));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let y = space.y;
  return REGIMES.map((regime, i) => {
    const height = Math.round((space.height * (shares[i] as number)) / whole);
    const box = { x: 0, y, width: space.width, height };
    y += height;
    return { regime, box, line: Math.round(box.y + height * 0.66) };
  });
}

const densityOf = (width: number): Density => (width < 480 ? 'narrow' : width < 640 ? 'middle' : 'wide');

export function frameFor(width: number, height: number, { middle, peopled }: Outlook): Frame {
  const { scale, north, south } = fitGround(width, height);
  const groundHeight = Math.round(scale * (rise(north) - rise(south)));
  const groundWidth = Math.min(width, scale * 2 * Math.PI);
  const ground = { x: (width - groundWidth) / 2, y: height - groundHeight, width: groundWidth, height: groundHeight };
  const projection = geoProjection(patterson)
    .rotate([-middle, 0])
    .scale(scale)
    .translate([width / 2, ground.y + scale * rise(north)])
    .clipExtent([
      [ground.x, ground.y],
      [ground.x + ground.width, height],
    ]);
  const bands = bandsIn({ x: 0, y: 0, width, height: ground.y }, peopled);
  return { width, height, density: densityOf(width), ground, bands, projection };
}

/** Where a place on Earth stands, kept inside the ground. */
export function placeOf(frame: Frame, latitude: number, longitude: number): Point {
  const { ground } = frame;
  const [x, y] = frame.projection([longitude, latitude]) as [number, number];
  return { x, y: Math.min(Math.max(y, ground.y + 6), ground.y + ground.height - 6) };
}

/** How far across a longitude stands; satellites at the cut are kept whole. */
export function acrossOf(frame: Frame, longitude: number): number {
  const [x] = frame.projection([longitude, 0]) as [number, number];
  return Math.min(Math.max(x, 10), frame.width - 10);
}

export function bandOf(frame: Frame, regime: Regime): Band {
  const band = frame.bands.find((one) => one.regime === regime);
  if (band === undefined) throw new Error(`Impossible: no band for ${regime}`);
  return band;
}
