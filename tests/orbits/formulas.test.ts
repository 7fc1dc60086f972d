import { describe, expect, it } from 'vitest';
import {
  closingSeconds,
  driftBurn,
  driftDepthKm,
  driftOfDepth,
  GEO_RADIUS,
  grazingAscentSeconds,
  periodSeconds,
  radialAscentSeconds,
  ringKm,
} from '../../src/orbits/formulas.ts';

const minutes = (seconds: number) => seconds / 60;
const hours = (seconds: number) => seconds / 3600;
const to = (value: number, places: number) => Number(value.toFixed(places));

describe('the geostationary ring', () => {
  it('lies 42,164 km from the middle of the Earth', () => {
    expect(to(GEO_RADIUS, 0)).toBe(42_164);
  });

  it('moves 736 km for a degree of longitude', () => {
    expect(to(ringKm(1), 0)).toBe(736);
    expect([0.1, 0.5].map((degrees) => to(ringKm(degrees), 0))).toEqual([74, 368]);
  });

  it('is left by 78 km for a degree a day, and below for a drift east', () => {
    expect(to(driftDepthKm(1), 0)).toBe(78);
    expect(to(driftDepthKm(3.25), 0)).toBe(253);
    expect(driftDepthKm(-1)).toBe(-driftDepthKm(1));
  });

  it('is left by 261 km at a drift of 3.4 degrees a day, as a public report of one has it', () => {
    expect(to(driftOfDepth(261), 1)).toBe(3.4);
    expect(to(driftOfDepth(driftDepthKm(1.1)), 9)).toBe(1.1);
  });

  it('takes 2.8 m/s to begin or stop a drift of a degree a day, either way', () => {
    expect(to(driftBurn(1), 1)).toBe(2.8);
    expect(driftBurn(-1)).toBe(driftBurn(1));
  });
});

describe('closing a gap', () => {
  it('takes as many days as the gap has degrees at a degree a day', () => {
    expect(hours(closingSeconds(4.55, 1.1))).toBeCloseTo(99.27, 2);
    expect(closingSeconds(-2, -1)).toBe(closingSeconds(2, 1));
  });

  it('never ends where the drift leads away, or is none', () => {
    expect(closingSeconds(1, -1)).toBe(Number.POSITIVE_INFINITY);
    expect(closingSeconds(1, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(closingSeconds(0, 0)).toBe(0);
  });
});

describe('a low orbit', () => {
  it.each([
    [400, 92.6],
    [550, 95.6],
    [850, 101.9],
  ])('at %i km takes %d minutes', (altitude, expected) => {
    expect(Math.abs(minutes(periodSeconds(altitude)) - expected)).toBeLessThan(0.06);
  });
});

describe('the slowest way up', () => {
  it.each([
    [400, 5.0],
    [500, 5.7],
    [850, 7.7],
    [1200, 9.5],
  ])('to %i km takes %d minutes', (altitude, expected) => {
    expect(Math.abs(minutes(radialAscentSeconds(altitude)) - expected)).toBeLessThan(0.06);
  });

  it.each([
    ['navigation satellites', 20_200, 2.0, 2.9],
    ['the geostationary ring', 35_786, 4.1, 5.2],
  ])('to %s takes hours: %d km between %d and %d', (_, altitude, straight, grazing) => {
    expect(Math.abs(hours(radialAscentSeconds(altitude)) - straight)).toBeLessThan(0.06);
    expect(Math.abs(hours(grazingAscentSeconds(altitude)) - grazing)).toBeLessThan(0.06);
  });

  it('agrees with a stone thrown up where the Earth is as good as flat: the square root of 2h/g', () => {
    expect(radialAscentSeconds(1)).toBeCloseTo(Math.sqrt(2000 / 9.798), 1);
  });
});
