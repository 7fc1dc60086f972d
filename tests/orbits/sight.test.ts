import { ecfToLookAngles, shadowFraction } from 'satellite.js';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/core/kernel/calendar.ts';
import { flightOf } from '../../src/orbits/flight.ts';
import { GEO_RADIUS } from '../../src/orbits/formulas.ts';
import type { Limits } from '../../src/orbits/orbits-file.ts';
import { isClear, lookFrom, seenFromGround, seenFromOrbit, siteAt, sunElevation } from '../../src/orbits/sight.ts';
import { isSunlit, sunAt } from '../../src/orbits/sun.ts';
import type { Vector } from '../../src/orbits/vectors.ts';

const instant = (text: string): number => parseInstant(text) as number;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const overEquator = (longitude: number, radius = GEO_RADIUS): Vector => ({
  x: radius * Math.cos(radians(longitude)),
  y: radius * Math.sin(radians(longitude)),
  z: 0,
});

describe('the sun', () => {
  it('is where Meeus has it (Astronomical Algorithms, example 25.a): 13 October 1992, declination 7.785 south', () => {
    const { x, y, z } = sunAt(instant('1992-10-13T00:00:00Z'));
    const away = Math.hypot(x, y, z);
    expect((Math.asin(z / away) * 180) / Math.PI).toBeCloseTo(-7.785, 2);
    // Distance 0.99766 au.
    expect(away).toBeCloseTo(0.99766, 4);
  });

  it('stands over the Greenwich meridian at noon less the equation of time: 16.4 minutes early on 3 November', () => {
    const longitudeAt = (text: string) => {
      const { x, y } = sunAt(instant(text));
      return (Math.atan2(y, x) * 180) / Math.PI;
    };
    expect(Math.abs(longitudeAt('2023-11-03T11:43:34Z'))).toBeLessThan(0.05);
    // 14.2 minutes late on 11 February.
    expect(Math.abs(longitudeAt('2023-02-11T12:14:14Z'))).toBeLessThan(0.05);
  });

  /** The minute in which the sun goes below an elevation, from a moment on. */
  function goesBelow(latitude: number, longitude: number, degrees: number, from: string): number {
    const site = siteAt(latitude, longitude);
    let at = instant(from);
    while (sunElevation(site, sunAt(at)) > degrees) at += 10;
    return at;
  }

  it.each([
    // Almanacs have the upper limb at the horizon with refraction: the middle 50 minutes of arc below it.
    ['London on the longest day of 2023', 51.5, -0.13, '2023-06-21T12:00:00Z', '2023-06-21T20:21:00Z'],
    ['Sydney on 22 December 2023', -33.87, 151.21, '2023-12-22T04:00:00Z', '2023-12-22T09:05:00Z'],
  ])('sets over %s when almanacs say, within two minutes', (_, latitude, longitude, from, sunset) => {
    expect(Math.abs(goesBelow(latitude, longitude, -50 / 60, from) - instant(sunset))).toBeLessThanOrEqual(120);
  });
});

describe('looking up', () => {
  it('finds a geostationary satellite where plane trigonometry puts it', () => {
    // cos g = cos(lat) cos(dlon); tan(el) = (cos g - R/r) / sin g; tan(az) = tan(dlon) / sin(lat), from south: round Earth, by hand.
    const fromCyprus = lookFrom(siteAt(34.9, 32.9), overEquator(68));
    expect(Math.abs(fromCyprus.elevation - 35.0)).toBeLessThan(0.3);
    expect(Math.abs(fromCyprus.azimuth - 129.1)).toBeLessThan(0.3);
    const fromExmouth = lookFrom(siteAt(-21.9, 114.1), overEquator(68));
    expect(Math.abs(fromExmouth.elevation - 32.7)).toBeLessThan(0.3);
    expect(Math.abs(fromExmouth.azimuth - 289.8)).toBeLessThan(0.3);
  });

  it('finds one overhead from straight below, at 35,786 km', () => {
    const { elevation, range } = lookFrom(siteAt(0, 68), overEquator(68));
    expect(elevation).toBeCloseTo(90, 3);
    expect(range).toBeCloseTo(35_786, 0);
  });

  it('agrees with satellite.js everywhere', () => {
    for (let latitude = -80; latitude <= 80; latitude += 20) {
      for (let longitude = -170; longitude <= 180; longitude += 35) {
        const object = { x: 6000 + longitude, y: 40 * latitude, z: 3000 - longitude * 10 };
        const observer = { latitude: radians(latitude), longitude: radians(longitude), height: 0 };
        const theirs = ecfToLookAngles(observer, object);
        const ours = lookFrom(siteAt(latitude, longitude), object);
        expect(ours.range).toBeCloseTo(theirs.rangeSat, 6);
        expect(radians(ours.elevation)).toBeCloseTo(theirs.elevation, 9);
        expect(Math.cos(radians(ours.azimuth) - theirs.azimuth)).toBeCloseTo(1, 9);
      }
    }
  });
});

describe('the Earth in between', () => {
  it('hides the far side of the ring, and little of it', () => {
    expect(isClear(overEquator(0), overEquator(150))).toBe(true);
    expect(isClear(overEquator(0), overEquator(165))).toBe(false);
    expect(isClear(overEquator(0), overEquator(0, GEO_RADIUS + 100))).toBe(true);
    expect(isClear(overEquator(0), overEquator(180, 7000))).toBe(false);
  });

  /** Seconds of shadow in a day over a longitude, looked at every 10 s. */
  function shadowOn(day: string): number {
    const start = instant(`${day}T00:00:00Z`);
    let dark = 0;
    for (let at = start; at < start + 86_400; at += 10) dark += isSunlit(overEquator(0), sunAt(at)) ? 0 : 10;
    return dark;
  }

  it('shades a geostationary satellite for about 70 minutes at the equinox, and not at all at the solstice', () => {
    expect(Math.abs(shadowOn('2023-09-23') / 60 - 69.5)).toBeLessThan(2);
    expect(shadowOn('2023-12-21')).toBe(0);
    expect(shadowFraction({ x: 1, y: 0, z: 0 }, { x: -GEO_RADIUS, y: 0, z: 0 })).toBe(1);
  });
});

const open: Limits = {
  sensors: ['eye'],
  sunlit: false,
  dwell: 20,
  source: 'estimate',
  confidence: 'low',
} as Limits;
const startEx = instant('2023-10-18T17:00:00Z');
const sun = (second: number) => sunAt(startEx + second);
const ring = (longitude: number) => flightOf([{ from: 0, geo: { longitude, drift: 0 } }], startEx);

describe('a sensor on the ground', () => {
  it('loses the sky when nautical twilight begins: 2100Z at Exmouth, 2039Z near Perth, as reckoned by hand', () => {
    const dark = { ...open, elevation: 20, sunBelow: 12 };
    for (const [latitude, longitude, ends] of [
      [-21.9, 114.1, 4 * 3600],
      [-31.3, 116, 3 * 3600 + 39 * 60],
    ] as const) {
      const sees = seenFromGround(siteAt(latitude, longitude), dark, ring(143), sun);
      expect(sees(0)).toBe(true);
      expect(sees(ends - 120)).toBe(true);
      expect(sees(ends + 120)).toBe(false);
    }
  });

  it.each([
    ['elevation', { elevation: 32 }, { elevation: 34 }],
    ['range', { range: 38_500 }, { range: 38_200 }],
    ['altitude', { altitude: { from: 5000, until: 40_000 } }, { altitude: { from: 300, until: 3000 } }],
    ['bearing', { azimuth: { from: 270, until: 300 } }, { azimuth: { from: 90, until: 270 } }],
    ['a bearing across north', { azimuth: { from: 280, until: 20 } }, { azimuth: { from: 300, until: 20 } }],
    ['darkness', { sunBelow: 12 }, { sunBelow: 18 }],
  ] as const)('is bound by %s', (_, enough, not) => {
    // Exmouth and 68 degrees east, at 2050Z with the sun 14 degrees down.
    const at = 3 * 3600 + 50 * 60;
    const sees = (limits: object) => seenFromGround(siteAt(-21.9, 114.1), { ...open, ...limits }, ring(68), sun)(at);
    expect([sees(enough), sees(not)]).toEqual([true, false]);
  });

  it('sees nothing where nothing flies', () => {
    const gone = flightOf([{ from: 0, geo: { longitude: 114, drift: 0 } }], startEx, 100);
    const sees = seenFromGround(siteAt(0, 114), open, gone, sun);
    expect([sees(99), sees(100)]).toEqual([true, false]);
  });
});

describe('a sensor in orbit', () => {
  it('is blinded while the sun stands behind what it looks at', () => {
    // From 66 to 68 east along the ring is a line eastward: the sun is on it about six hours before noon there.
    const sees = seenFromOrbit(ring(66), { ...open, sunAngle: 45 }, ring(68), sun);
    const noon = Math.round((24 - 17 + 12 - 67 / 15 - 15 / 60) * 3600);
    expect([noon - 6 * 3600, noon, noon + 6 * 3600].map((second) => sees(second))).toEqual([false, true, true]);
  });

  it('does not see through the Earth, nor too far', () => {
    expect(seenFromOrbit(ring(0), open, ring(170), sun)(0)).toBe(false);
    expect(seenFromOrbit(ring(0), { ...open, range: 1400 }, ring(2), sun)(0)).toBe(false);
    expect(seenFromOrbit(ring(0), { ...open, range: 1500 }, ring(2), sun)(0)).toBe(true);
  });
});
