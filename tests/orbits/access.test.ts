import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { MalformedError } from '../../src/files/problems.ts';
import { accessText } from '../../src/orbits/access-text.ts';
import type { AccessWindow } from '../../src/orbits/access-windows.ts';
import { accessWindows, digestOfInputs, METHOD } from '../../src/orbits/access-windows.ts';
import { coverageOf } from '../../src/orbits/coverage.ts';
import { flightOf } from '../../src/orbits/flight.ts';
import type { OrbitInputs } from '../../src/orbits/read-orbits.ts';
import { seenFromGround, siteAt } from '../../src/orbits/sight.ts';
import { joined } from '../../src/orbits/spans.ts';
import { sunAt } from '../../src/orbits/sun.ts';
import { problemsOf, tinyInputs } from './tiny-orbits.ts';

let inputs: OrbitInputs;
let windows: AccessWindow[];

beforeAll(() => {
  inputs = tinyInputs();
  windows = accessWindows(inputs);
});

const of = (sensor: string, object: string, trajectory?: string) =>
  windows.filter(
    (window) =>
      window.sensor === sensor && window.object === object && [undefined, trajectory].includes(window.trajectory),
  );

describe('windows', () => {
  it('of a low orbit are what looking every second finds', () => {
    const [limits] = inputs.orbits.limits.filter(({ sensors }) => sensors.includes('french-radar'));
    const [relay] = inputs.orbits.objects.filter(({ id }) => id === 'relay');
    const flight = flightOf(relay?.trajectories[0]?.segments ?? [], inputs.startsAt);
    const sees = seenFromGround(siteAt(47.3, 5.5), limits as NonNullable<typeof limits>, flight, (second) =>
      sunAt(inputs.startsAt + second),
    );
    const seconds = Array.from({ length: inputs.lasts }, (_, second) => second).filter((second) => sees(second));
    // Outward: a window begins a second before the first second in view.
    const passes = joined(seconds.map((second) => ({ from: Math.max(0, second - 1), until: second + 1 })));
    const long = passes.filter(({ from, until }) => until - from >= 60);
    expect(of('french-radar', 'relay').map(({ from, until }) => ({ from, until }))).toEqual(long);
    expect(long.length).toBeGreaterThan(3);
  });

  it('of a ring satellite are the dark hours, and shorter when it drifts out of sight', () => {
    const stays = of('us-telescope', 'visitor', 'stays');
    const leaves = of('us-telescope', 'visitor', 'leaves');
    const seen = (list: readonly AccessWindow[]) => list.reduce((sum, { from, until }) => sum + until - from, 0);
    // A night of October at 21 degrees north: some eleven hours between the ends of nautical twilight, less the Earth's shadow.
    expect(seen(stays) / 3600).toBeGreaterThan(9.5);
    expect(seen(stays) / 3600).toBeLessThan(11.5);
    expect(seen(leaves)).toBeLessThanOrEqual(seen(stays));
  });

  it('are named by trajectory only where the trajectories differ', () => {
    const near = tinyInputs((text) => text.replace('drift: 20', 'drift: -20').replace('from: 6h', 'from: 9h'));
    const [first, ...rest] = accessWindows(near).filter(({ object }) => object === 'visitor');
    expect(rest.length).toBeGreaterThan(0);
    expect([first, ...rest].some((window) => window?.trajectory !== undefined)).toBe(true);
    const same = tinyInputs((text) => text.replace('drift: 20', 'drift: 0'));
    expect(
      accessWindows(same)
        .filter(({ object }) => object === 'visitor')
        .every(({ trajectory }) => trajectory === undefined),
    ).toBe(true);
  });

  it('that are given are copied, and last as long as the exercise where no times are', () => {
    expect(of('us-telescope', 'relay')).toEqual([{ sensor: 'us-telescope', object: 'relay', from: 1800, until: 4200 }]);
    const all = tinyInputs((text) => text.replace(', from: 30m, until: 1h10m', ''));
    expect(accessWindows(all)).toContainEqual({
      sensor: 'us-telescope',
      object: 'relay',
      from: 0,
      until: 86_400,
    });
  });

  it('are within the exercise, in order, and apart for each sensor, object and trajectory', () => {
    const ends = new Map<string, number>();
    for (const { sensor, object, trajectory, from, until } of windows) {
      for (const way of trajectory === undefined ? ['stays', 'leaves'] : [trajectory]) {
        const key = `${sensor} ${object} ${way}`;
        if (trajectory === undefined) expect(from).toBeGreaterThan(ends.get(key) ?? -1);
        ends.set(key, until);
      }
      expect(until).toBeLessThanOrEqual(inputs.lasts);
      expect(until).toBeGreaterThan(from);
    }
  });
});

describe('the access file', () => {
  const textOf = (from: OrbitInputs) =>
    accessText({ scenario: 'tiny', inputs: digestOfInputs(from), windows: accessWindows(from) });

  it('is the same bytes for the same inputs', () => {
    expect(textOf(tinyInputs())).toBe(textOf(inputs));
  });

  it('passes the checks of its library', () => {
    expect(problemsOf(textOf(tinyInputs((text) => text.replace('drift: 20', 'drift: 0'))))).toEqual([]);
  });

  it('carries a digest of all that decides a window, and of nothing else', () => {
    const digestAfter = (from: string, to: string) => digestOfInputs(tinyInputs((text) => text.replace(from, to)));
    const digest = digestOfInputs(inputs);
    for (const [from, to] of [
      ['elevation: 20', 'elevation: 21'],
      ['dwell: 1m', 'dwell: 2m'],
      ['longitude: -150', 'longitude: -149'],
      ['from: 6h', 'from: 7h'],
      ['MEAN_MOTION: 14.5', 'MEAN_MOTION: 14.6'],
      ['until: 1h10m', 'until: 1h20m'],
    ] as const)
      expect(digestAfter(from, to), to).not.toBe(digest);
    expect(digestAfter('Drifts along the ring', 'Goes along the ring')).toBe(digest);
    expect(digestAfter('confidence: low', 'confidence: high')).toBe(digest);
    expect(digestOfInputs({ ...inputs, lasts: 80_000 })).not.toBe(digest);
    expect(digestOfInputs({ ...inputs, startEx: '2023-10-11T18:00:00Z' })).not.toBe(digest);
    expect(
      digestOfInputs({ ...inputs, sensors: inputs.sensors.map((sensor) => ({ ...sensor, latitude: 21 })) }),
    ).not.toBe(digest);
  });

  it('counts the release of satellite.js among its inputs', () => {
    const { dependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(METHOD).toContain(`satellite.js ${dependencies['satellite.js']}`);
  });
});

describe('coverage', () => {
  it('adds up what each sensor has, what all have together, and who never sees it', () => {
    const span = (sensor: string, from: number, until: number) => ({ sensor, object: 'relay', from, until });
    const list = [span('french-radar', 100, 200), span('french-radar', 400, 500), span('us-telescope', 150, 300)];
    const [relay, ...visitor] = coverageOf(list, { ...inputs, lasts: 1000 });
    expect(relay).toEqual({
      object: 'relay',
      watches: [
        { sensor: 'french-radar', windows: 2, seen: 200, gap: 500 },
        { sensor: 'us-telescope', windows: 1, seen: 150, gap: 700 },
      ],
      together: { windows: 2, seen: 300, gap: 500 },
      blind: [],
    });
    expect(visitor.map(({ trajectory, blind }) => [trajectory, blind])).toEqual([
      ['stays', ['us-telescope']],
      ['leaves', ['us-telescope']],
    ]);
  });
});

/** What is said of the tiny orbits when they are changed so. */
function refusal(from: string, to: string): string {
  try {
    tinyInputs((text) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    });
  } catch (error) {
    if (error instanceof MalformedError) return error.message;
    throw error;
  }
  return 'nothing';
}

describe('orbits that cannot be', () => {
  const omm = /omm: \{.*\}/;

  it.each([
    ['[us-telescope]', '[us-telescop]', 'write "us-telescope", if that is meant'],
    ['[us-telescope]', '[us-telescope, us-telescope]', '"us-telescope" more than once'],
    ['source: handbook', 'source: hearsay', 'no source "hearsay"'],
    ['scenario: tiny', 'scenario: tidy', 'orbits for "tidy"'],
    ['{ longitude: -150 }', '{ drift: 1 }', 'no longitude to begin at'],
    ['from: 6h, geo: { drift: 20 }', 'from: 0m, geo: { drift: 20 }', 'a segment from 0m after one from 0m'],
    ['drift: 20', 'longitude: -149', 'a jump of 736 km'],
    ['id: leaves', 'id: stays', 'the trajectory "stays" a second time'],
    ['id: relay', 'id: visitor', 'the object "visitor" a second time'],
    ['sensors: [french-radar]\n    traj', 'sensors: [us-telescope]\n    traj', 'which geometry decides'],
    ['MEAN_MOTION: 14.5', 'MEAN_MOTION: 16.62', 'a flight that comes down at'],
    ['until: 1h10m', 'until: 2d', 'a window within the exercise, which lasts 1d'],
    ['dwell: 1m', 'dwell: 5s', 'at least 20s'],
  ])('%s as %s', (from, to, told) => {
    expect(refusal(from, to)).toContain(told);
  });

  it('a two-line element set with a wrong figure, told by its checksum', () => {
    const tle = (last: string) =>
      `tle: { line1: "1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753", line2: "2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.8241915741366${last}" }`;
    const change = (text: string, last: string) => text.replace(omm, tle(last));
    expect(() => tinyInputs((text) => change(text, '7'))).not.toThrow();
    expect(() => tinyInputs((text) => change(text, '8'))).toThrow('69 characters, the last its checksum');
  });
});
