/** Whether a sensor sees an object at a second: elevation and bearing, range, darkness, light, the sun, the Earth in between. */
import { geodeticToEcf } from 'satellite.js';
import type { Flight } from './flight.ts';
import { EARTH_RADIUS } from './formulas.ts';
import type { Limits } from './orbits-file.ts';
import { isSunlit } from './sun.ts';
import type { Vector } from './vectors.ts';
import { cosine, cosineBetween, dot, lengthOf, minus, RADIANS, sine } from './vectors.ts';

/** A place on the ground at sea level, with the directions up, north and east there. */
export interface Site {
  readonly place: Vector;
  readonly up: Vector;
  readonly north: Vector;
  readonly east: Vector;
}

/** Degrees; the Earth's shape is that of WGS 84. */
export function siteAt(latitude: number, longitude: number): Site {
  const [sinLat, cosLat, sinLon, cosLon] = [sine(latitude), cosine(latitude), sine(longitude), cosine(longitude)];
  return {
    place: geodeticToEcf({ latitude: latitude * RADIANS, longitude: longitude * RADIANS, height: 0 }),
    up: { x: cosLat * cosLon, y: cosLat * sinLon, z: sinLat },
    north: { x: -sinLat * cosLon, y: -sinLat * sinLon, z: cosLat },
    east: { x: -sinLon, y: cosLon, z: 0 },
  };
}

/** Elevation and azimuth in degrees, range in km, without refraction. */
export interface Look {
  readonly elevation: number;
  readonly azimuth: number;
  readonly range: number;
}

export function lookFrom(site: Site, object: Vector): Look {
  const line = minus(object, site.place);
  const range = lengthOf(line);
  const azimuth = Math.atan2(dot(line, site.east), dot(line, site.north)) / RADIANS;
  return { elevation: Math.asin(dot(line, site.up) / range) / RADIANS, azimuth: (azimuth + 360) % 360, range };
}

/** How high the sun's middle stands at a site, degrees, without refraction. */
export const sunElevation = (site: Site, sun: Vector): number => Math.asin(dot(sun, site.up) / lengthOf(sun)) / RADIANS;

/** Light goes past the Earth with this much air below it, km. */
const AIR = 100;

/** Whether the straight line between two places passes the Earth. */
export function isClear(a: Vector, b: Vector): boolean {
  const line = minus(b, a);
  const share = Math.max(0, Math.min(1, -dot(a, line) / dot(line, line)));
  const nearest = { x: a.x + share * line.x, y: a.y + share * line.y, z: a.z + share * line.z };
  return lengthOf(nearest) > EARTH_RADIUS + AIR;
}

export type Sky = (second: number) => Vector;

interface Scene {
  readonly limits: Limits;
  readonly from: Vector;
  readonly object: Vector;
  readonly sun: Vector;
}

/** What holds on the ground and in orbit alike. */
function isLit({ limits, from, object, sun }: Scene): boolean {
  if (limits.sunlit && !isSunlit(object, sun)) return false;
  if (limits.sunAngle === undefined) return true;
  return cosineBetween(minus(object, from), sun) <= cosine(limits.sunAngle);
}

function isInReach({ limits, from, object }: Scene): boolean {
  if (limits.range !== undefined && lengthOf(minus(object, from)) > limits.range) return false;
  if (limits.altitude === undefined) return true;
  const altitude = lengthOf(object) - EARTH_RADIUS;
  return altitude >= limits.altitude.from && altitude <= limits.altitude.until;
}

function isBetween(azimuth: number, { from, until }: NonNullable<Limits['azimuth']>): boolean {
  return from <= until ? azimuth >= from && azimuth <= until : azimuth >= from || azimuth <= until;
}

/** For a sensor on the ground. `sun` is asked only where its place matters. */
export function seenFromGround(site: Site, limits: Limits, object: Flight, sun: Sky): (second: number) => boolean {
  const dark = -(limits.sunBelow ?? -90);
  return (second) => {
    const place = object(second);
    if (place === undefined) return false;
    const look = lookFrom(site, place);
    if (look.elevation < (limits.elevation ?? 0)) return false;
    if (limits.azimuth !== undefined && !isBetween(look.azimuth, limits.azimuth)) return false;
    const scene = { limits, from: site.place, object: place, sun: sun(second) };
    return isInReach(scene) && sunElevation(site, scene.sun) <= dark && isLit(scene);
  };
}

/** For a sensor in orbit. */
export function seenFromOrbit(own: Flight, limits: Limits, object: Flight, sun: Sky): (second: number) => boolean {
  return (second) => {
    const [from, place] = [own(second), object(second)];
    if (from === undefined || place === undefined) return false;
    const scene = { limits, from, object: place, sun: sun(second) };
    return isInReach(scene) && isClear(from, place) && isLit(scene);
  };
}
