/** Where an object is at each second: from two-line elements or mean elements by SGP4, or along the geostationary ring. */
import type { SatRec } from 'satellite.js';
import { eciToEcf, gstime, json2satrec, sgp4, twoline2satrec } from 'satellite.js';
import { driftDepthKm, EARTH_RADIUS, GEO_RADIUS, SIDEREAL_DAY } from './formulas.ts';
import type { GeoState, Segment } from './orbits-file.ts';
import { STEP } from './spans.ts';
import { julianDate } from './sun.ts';
import type { Vector } from './vectors.ts';
import { cosine, lengthOf, sine } from './vectors.ts';

/** Its place at a second since StartEx, in km in the frame that turns with the Earth; undefined when it does not fly. */
export type Flight = (second: number) => Vector | undefined;

/** Below this altitude, km, nothing stays in orbit: taken for re-entered. */
const RE_ENTERED = 100;

/**
 * A circular orbit that turns with the Earth, seen from its mean longitude: a stripe north and south for small inclinations, the figure of
 * eight for greater ones.
 */
function aboveRing(longitude: number, radius: number, inclination: number, turn: number): Vector {
  const along = Math.cos(turn) ** 2 + Math.sin(turn) ** 2 * cosine(inclination);
  const aside = Math.sin(turn) * Math.cos(turn) * (cosine(inclination) - 1);
  return {
    x: radius * (along * cosine(longitude) - aside * sine(longitude)),
    y: radius * (along * sine(longitude) + aside * cosine(longitude)),
    z: radius * sine(inclination) * Math.sin(turn),
  };
}

const DAY = 86_400;

interface Ring {
  readonly longitude: number;
  readonly drift: number;
  readonly inclination: number;
  readonly ascends: number;
  readonly from: number;
}

const longitudeAt = ({ longitude, drift, from }: Ring, second: number): number =>
  longitude + (drift * (second - from)) / DAY;

function ringFlight(ring: Ring): Flight {
  const radius = GEO_RADIUS - driftDepthKm(ring.drift);
  return (second) => {
    const turn = (2 * Math.PI * (second - ring.ascends)) / SIDEREAL_DAY;
    return aboveRing(longitudeAt(ring, second), radius, ring.inclination, turn);
  };
}

/** What a state does not say, taken over from the segment before. */
function ringAfter(state: GeoState, from: number, before: Ring | undefined): Ring {
  return {
    longitude: state.longitude ?? (before === undefined ? 0 : longitudeAt(before, from)),
    drift: state.drift,
    inclination: state.inclination ?? before?.inclination ?? 0,
    ascends: state.ascends ?? before?.ascends ?? 0,
    from,
  };
}

/** By SGP4 in the frame of its elements (TEME), turned by sidereal time. Undefined once it has come down. */
function meanFlight(satellite: SatRec, startsAt: number): Flight {
  const offset = startsAt - (satellite.jdsatepoch - 2_440_587.5) * DAY;
  return (second) => {
    const state = sgp4(satellite, (second + offset) / 60);
    if (state === null || lengthOf(state.position) < EARTH_RADIUS + RE_ENTERED) return undefined;
    return eciToEcf(state.position, gstime(julianDate(startsAt + second)));
  };
}

/** One flight for each segment. `startsAt`: StartEx in seconds since 1970. */
export function flightsOf(segments: readonly Segment[], startsAt: number): Flight[] {
  let before: Ring | undefined;
  return segments.map((segment) => {
    if ('geo' in segment) {
      before = ringAfter(segment.geo, segment.from, before);
      return ringFlight(before);
    }
    const satellite =
      'tle' in segment ? twoline2satrec(segment.tle.line1, segment.tle.line2) : json2satrec(segment.omm);
    return meanFlight(satellite, startsAt);
  });
}

/** The whole way: each segment until the next begins; nothing before the first, nor from `until` on. */
export function flightOf(segments: readonly Segment[], startsAt: number, until = Number.POSITIVE_INFINITY): Flight {
  const flights = flightsOf(segments, startsAt);
  return (second) => {
    if (second >= until) return undefined;
    const place = segments.findLastIndex(({ from }) => from <= second);
    return flights[place]?.(second);
  };
}

/** The same function, that keeps what it said of every STEP-th second. */
export function kept<T>(of: (second: number) => T): (second: number) => T {
  const known: T[] = [];
  return (second) => {
    if (second % STEP !== 0) return of(second);
    const place = second / STEP;
    if (!(place in known)) known[place] = of(second);
    return known[place] as T;
  };
}
