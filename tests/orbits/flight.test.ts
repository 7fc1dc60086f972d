import { gstime, json2satrec, sgp4, twoline2satrec } from 'satellite.js';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/core/kernel/calendar.ts';
import { flightOf } from '../../src/orbits/flight.ts';
import { driftDepthKm, EARTH_RADIUS, GEO_RADIUS } from '../../src/orbits/formulas.ts';
import { julianDate } from '../../src/orbits/sun.ts';
import type { Vector } from '../../src/orbits/vectors.ts';
import { lengthOf } from '../../src/orbits/vectors.ts';

type Tle = [string, string];
const tle = ([line1, line2]: Tle) => ({ line1, line2 });

/** Verification cases of Vallado, Crawford, Hujsak, Kelso, "Revisiting Spacetrack Report #3" (AIAA 2006-6753): minutes, km, km/s. */
const vanguard: Tle = [
  '1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753',
  '2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667',
];
const molniya: Tle = [
  '1 08195U 75081A   06176.33215444  .00000099  00000-0  11873-3 0   813',
  '2 08195  64.1586 279.0717 6877146 264.7651  20.2257  2.00491383225656',
];
const published: [string, Tle, number, number[], number[]][] = [
  ['Vanguard 1', vanguard, 0, [7022.46529266, -1400.08296755, 0.03995155], [1.893841015, 6.405893759, 4.53480725]],
  [
    'Vanguard 1',
    vanguard,
    360,
    [-7154.03120202, -3783.17682504, -3536.19412294],
    [4.741887409, -4.151817765, -2.093935425],
  ],
  [
    'Vanguard 1',
    vanguard,
    1440,
    [-938.55923943, -6268.18748831, -4294.02924751],
    [7.536105209, -0.427127707, 0.98987808],
  ],
  ['a Molniya', molniya, 0, [2349.8948335, -14785.93811562, 0.02119378], [2.721488096, -3.256811655, 4.498416672]],
  ['a Molniya', molniya, 720, [2622.13222207, -15125.15464924, 474.51048398], [2.688287199, -3.078426664, 4.49497953]],
];

const listOf = ({ x, y, z }: Vector): number[] => [x, y, z];
const worst = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] as number))));

describe('SGP4 as satellite.js has it', () => {
  it.each(published)('puts %s where the published verification does (%#)', (_, lines, minute, place, speed) => {
    const state = sgp4(twoline2satrec(...lines), minute);
    expect(worst(listOf(state?.position as Vector), place)).toBeLessThan(1e-4);
    expect(worst(listOf(state?.velocity as Vector), speed)).toBeLessThan(1e-7);
  });
});

/** The epoch of Vanguard's elements, day 179.78495062 of 2000, and a StartEx half an hour before it. */
const epoch = 946_684_800 + (179.78495062 - 1) * 86_400;
const startEx = Math.floor(epoch) - 1800;

/** Turned back from the Earth's frame by sidereal time. */
function inertial(place: Vector, unixSeconds: number): number[] {
  const turn = gstime(julianDate(unixSeconds));
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  return [place.x * c - place.y * s, place.x * s + place.y * c, place.z];
}

describe('a flight by elements', () => {
  it('is at the published place at the published moment', () => {
    const at = epoch + 360 * 60;
    const flight = flightOf([{ from: 0, tle: tle(vanguard) }], startEx);
    const place = flight(at - startEx) as Vector;
    expect(worst(inertial(place, at), published[1]?.[3] as number[])).toBeLessThan(1e-3);
  });

  it('is the same from a mean-elements message as from two lines, but for the lines’ rounding', () => {
    const omm = {
      OBJECT_NAME: 'VANGUARD 1',
      OBJECT_ID: '1958-002B',
      EPOCH: '2000-06-27T18:50:19.733568',
      MEAN_MOTION: 10.82419157,
      ECCENTRICITY: 0.1859667,
      INCLINATION: 34.2682,
      RA_OF_ASC_NODE: 348.7242,
      ARG_OF_PERICENTER: 331.7664,
      MEAN_ANOMALY: 19.3264,
      BSTAR: 0.000028098,
      MEAN_MOTION_DOT: 2.3e-7,
      MEAN_MOTION_DDOT: 0,
      NORAD_CAT_ID: 5,
      ELEMENT_SET_NO: 475,
    };
    expect(json2satrec(omm).no).toBeCloseTo(twoline2satrec(...vanguard).no, 12);
    const [a, b] = [flightOf([{ from: 0, omm }], startEx), flightOf([{ from: 0, tle: tle(vanguard) }], startEx)];
    for (const second of [0, 5000, 86_400])
      expect(worst(listOf(a(second) as Vector), listOf(b(second) as Vector))).toBeLessThan(0.02);
  });

  it('ends when it has come down', () => {
    const falling: Tle = [
      '1 28350U 04020A   06167.21788666  .16154492  76267-5  18678-3 0  8894',
      '2 28350  64.9977 345.6130 0024870 260.7578  99.9590 16.47856722116490',
    ];
    const start = parseInstant('2006-06-16T05:13:45Z') as number;
    const flight = flightOf([{ from: 0, tle: tle(falling) }], start);
    expect(lengthOf(flight(0) as Vector)).toBeGreaterThan(EARTH_RADIUS + 100);
    expect(flight(2 * 86_400)).toBeUndefined();
  });
});

const degreesEast = ({ x, y }: Vector): number => (Math.atan2(y, x) * 180) / Math.PI;

describe('a flight along the ring', () => {
  it('stands over its longitude when it does not drift', () => {
    const flight = flightOf([{ from: 0, geo: { longitude: 68, drift: 0 } }], 0);
    for (const second of [0, 10_000, 400_000]) {
      expect(degreesEast(flight(second) as Vector)).toBeCloseTo(68, 9);
      expect(lengthOf(flight(second) as Vector)).toBeCloseTo(GEO_RADIUS, 6);
    }
  });

  it('drifts, and goes on from where the segment before left it', () => {
    const day = 86_400;
    const flight = flightOf(
      [
        { from: 0, geo: { longitude: 63.4, drift: 1.1 } },
        { from: 2 * day, geo: { drift: 2 } },
        { from: 3 * day, geo: { drift: 0 } },
      ],
      0,
    );
    const at = (second: number) => Number(degreesEast(flight(second) as Vector).toFixed(6));
    expect([0, day, 2 * day, 2.5 * day, 3 * day, 5 * day].map(at)).toEqual([63.4, 64.5, 65.6, 66.6, 67.6, 67.6]);
    expect(lengthOf(flight(day) as Vector)).toBeCloseTo(GEO_RADIUS - driftDepthKm(1.1), 6);
  });

  it('goes as far north and south as its inclination, in a day of the stars', () => {
    const flight = flightOf([{ from: 0, geo: { longitude: 10, drift: 0, inclination: 5, ascends: 600 } }], 0);
    const latitude = (second: number) => {
      const place = flight(second) as Vector;
      return (Math.asin(place.z / lengthOf(place)) * 180) / Math.PI;
    };
    expect(latitude(600)).toBeCloseTo(0, 9);
    expect(latitude(600 + 86_164.1 / 4)).toBeCloseTo(5, 9);
    expect(latitude(600 + (3 * 86_164.1) / 4)).toBeCloseTo(-5, 9);
  });

  it('is nowhere before its first segment, nor after its end', () => {
    const flight = flightOf([{ from: 100, geo: { longitude: 0, drift: 0 } }], 0, 200);
    expect([99, 100, 199, 200].map((second) => flight(second) !== undefined)).toEqual([false, true, true, false]);
  });
});
