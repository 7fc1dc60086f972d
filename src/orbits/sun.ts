/** Where the sun is, and what stands in the Earth's shadow. */
import { eciToEcf, gstime, shadowFraction, sunPos } from 'satellite.js';
import type { Vector } from './vectors.ts';

/** Julian date of a count of seconds since 1970-01-01T00:00:00Z. UT1 is taken for UTC: they are less than a second apart. */
export const julianDate = (unixSeconds: number): number => unixSeconds / 86_400 + 2_440_587.5;

/**
 * The sun, in astronomical units, in the frame that turns with the Earth. Source: the low-precision formula of the Astronomical Almanac
 * (0.01 degrees from 1950 to 2050), as satellite.js has it.
 */
export function sunAt(unixSeconds: number): Vector {
  const date = julianDate(unixSeconds);
  return eciToEcf(sunPos(date).rsun, gstime(date));
}

/** Whether less than half of the sun's disc is behind the Earth, seen from a place in km. */
export function isSunlit(place: Vector, sun: Vector): boolean {
  return shadowFraction(sun, place) < 0.5;
}
