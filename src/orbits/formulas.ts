/**
 * Textbook formulas of orbits about a round Earth: what limits how fast something can come, and what it costs. Source, unless said
 * otherwise: Bate, Mueller, White, "Fundamentals of Astrodynamics" (1971), chapters 1 and 3. No drag, no flattening, no moon.
 */

/** The Earth's gravitational parameter, km³/s² (WGS 84). */
const MU = 398_600.4418;
/** The Earth's equatorial radius, km (WGS 84). */
export const EARTH_RADIUS = 6_378.137;
/** One turn of the Earth against the stars, s. */
export const SIDEREAL_DAY = 86_164.1;
const SOLAR_DAY = 86_400;

/** Degrees that the Earth, and a satellite that stays above one longitude, turn in a day of 86,400 s. */
const GEO_DEGREES_PER_DAY = (360 * SOLAR_DAY) / SIDEREAL_DAY;

/** Radius of the orbit that turns with the Earth, km: Kepler's third law. */
export const GEO_RADIUS = Math.cbrt(MU * (SIDEREAL_DAY / (2 * Math.PI)) ** 2);

/** Time of one turn, s, in a circular orbit so many km above the equator: Kepler's third law. */
export function periodSeconds(altitudeKm: number): number {
  return 2 * Math.PI * Math.sqrt((EARTH_RADIUS + altitudeKm) ** 3 / MU);
}

/**
 * How far below the geostationary ring a circular orbit lies, km, whose satellite drifts east by so many degrees a day; negative (above)
 * for a drift west. From dn/n = -3/2 da/a, so good for drifts of a few degrees.
 */
export function driftDepthKm(degreesPerDay: number): number {
  return ((2 / 3) * GEO_RADIUS * degreesPerDay) / GEO_DEGREES_PER_DAY;
}

/** The drift east, degrees a day, of a circular orbit so many km below the geostationary ring: the inverse of `driftDepthKm`. */
export function driftOfDepth(depthKm: number): number {
  return (1.5 * depthKm * GEO_DEGREES_PER_DAY) / GEO_RADIUS;
}

/** Kilometres along the ring for so many degrees of longitude. */
export function ringKm(degrees: number): number {
  return (GEO_RADIUS * degrees * Math.PI) / 180;
}

/**
 * Change of speed, m/s, that begins or stops a drift of so many degrees a day: two burns half a turn apart that move the orbit by
 * `driftDepthKm`. From da/a = 2 dv/v.
 */
export function driftBurn(degreesPerDay: number): number {
  const speed = Math.sqrt(MU / GEO_RADIUS) * 1000;
  return (speed * Math.abs(driftDepthKm(degreesPerDay))) / (2 * GEO_RADIUS);
}

/** Time, s, to close so many degrees of longitude at so many degrees a day; Infinity where the drift leads away or is none. */
export function closingSeconds(gapDegrees: number, degreesPerDay: number): number {
  if (gapDegrees === 0) return 0;
  const days = degreesPerDay === 0 ? Number.POSITIVE_INFINITY : gapDegrees / degreesPerDay;
  return days < 0 ? Number.POSITIVE_INFINITY : days * SOLAR_DAY;
}

/**
 * Time, s, to coast straight up from the ground to an altitude where the speed is spent: the slowest way up that still arrives, without
 * the boost. A radial ellipse of semi-major axis (R + h) / 2; Kepler's equation with eccentricity 1.
 */
export function radialAscentSeconds(altitudeKm: number): number {
  const axis = (EARTH_RADIUS + altitudeKm) / 2;
  const begin = Math.acos(1 - EARTH_RADIUS / axis);
  return Math.sqrt(axis ** 3 / MU) * (Math.PI - (begin - Math.sin(begin)));
}

/** Time, s, from the ground to an altitude half way round the Earth: half an ellipse with its perigee at the surface. */
export function grazingAscentSeconds(altitudeKm: number): number {
  return Math.PI * Math.sqrt((EARTH_RADIUS + altitudeKm / 2) ** 3 / MU);
}
