/** What no schema sees in an orbits.yaml: names that must exist, seams of trajectories, and who is to decide which windows. */
import { formatDuration } from '../core/kernel/units.ts';
import type { Sensor } from '../core/model/coalition.ts';
import { listed, mendWord } from '../files/nearest.ts';
import type { Finding, Path } from '../files/problems.ts';
import type { Flight } from './flight.ts';
import { flightOf, flightsOf } from './flight.ts';
import type { Orbits, Segment, Trajectory } from './orbits-file.ts';
import { STEP } from './spans.ts';
import { cosineBetween, lengthOf } from './vectors.ts';

/** What the orbits are checked against. */
export interface Surroundings {
  readonly scenario: string;
  /** StartEx in seconds since 1970, and the exercise's length. */
  readonly startsAt: number;
  readonly lasts: number;
  readonly sensors: readonly Sensor[];
  readonly sources: readonly string[];
}

/**
 * A manoeuvre changes speed, not place: more than this, km along the way, and two segments do not belong together. Heights may differ:
 * what lies between two heights of the ring is not flown.
 */
const SEAM = 50;

function jumpAt(segments: readonly Flight[], i: number, from: number): number {
  const [here, there] = [segments[i - 1]?.(from), segments[i]?.(from)];
  if (here === undefined || there === undefined) return 0;
  return lengthOf(there) * Math.acos(Math.min(1, cosineBetween(here, there)));
}

function* known(at: Path, noun: string, name: string, names: readonly string[]): Generator<Finding> {
  if (names.includes(name)) return;
  const expected = `one of ${listed(names)}`;
  yield { at, found: `no ${noun} "${name}"`, expected, mend: mendWord(name, names, 'choose one of those') };
}

function* twice(at: Path, noun: string, names: readonly string[]): Generator<Finding> {
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) === i) continue;
    const found = `the ${noun} "${name}" a second time`;
    yield { at: [...at, i], found, expected: `each ${noun} once`, mend: 'take one out, or rename it' };
  }
}

function* sourceFindings(orbits: Orbits, { sources }: Surroundings): Generator<Finding> {
  for (const part of ['limits', 'platforms', 'objects', 'given'] as const) {
    for (const [i, { source }] of orbits[part].entries())
      yield* known([part, i, 'source'], 'source', source, [...sources, 'estimate']);
  }
}

function* limitFindings({ limits, platforms }: Orbits, { sensors }: Surroundings): Generator<Finding> {
  const names = sensors.map(({ id }) => id);
  const all = limits.flatMap((one) => one.sensors);
  for (const [i, one] of limits.entries()) {
    if (one.dwell < STEP)
      yield {
        at: ['limits', i, 'dwell'],
        found: formatDuration(one.dwell),
        expected: `a duration of at least ${formatDuration(STEP)}, the time between two looks`,
        mend: `write ${formatDuration(STEP)}`,
      };
    for (const [j, id] of one.sensors.entries()) {
      const at: Path = ['limits', i, 'sensors', j];
      yield* known(at, 'sensor', id, names);
      const kind = sensors.find((sensor) => sensor.id === id)?.kind;
      if (all.indexOf(id) !== all.lastIndexOf(id))
        yield { at, found: `"${id}" more than once`, expected: 'one set of limits for a sensor', mend: 'take one out' };
      if (kind === 'monitor')
        yield {
          at,
          found: `"${id}", which is a monitor`,
          expected: 'sensors that look at the sky',
          mend: 'write its windows under "given"',
        };
      if (kind === 'space-based' && !platforms.some(({ sensor }) => sensor === id))
        yield {
          at,
          found: `"${id}", which flies, and no orbit for it`,
          expected: 'an entry under "platforms"',
          mend: `add "- sensor: ${id}" with its segments to platforms`,
        };
    }
  }
}

function* segmentFindings(at: Path, segments: readonly Segment[], startsAt: number): Generator<Finding> {
  const [first] = segments as [Segment];
  if ('geo' in first && first.geo.longitude === undefined)
    yield {
      at: [...at, 0, 'geo'],
      found: 'no longitude to begin at',
      expected: '"longitude" in the first segment',
      mend: 'add "longitude: …"',
    };
  const flights = flightsOf(segments, startsAt);
  for (const [i, { from }] of segments.entries()) {
    const before = segments[i - 1];
    if (before === undefined) continue;
    if (from <= before.from) {
      const found = `a segment from ${formatDuration(from)} after one from ${formatDuration(before.from)}`;
      yield { at: [...at, i, 'from'], found, expected: 'segments in order of time', mend: 'exchange the two' };
      continue;
    }
    const jump = jumpAt(flights, i, from);
    if (jump > SEAM)
      yield {
        at: [...at, i],
        found: `a jump of ${Math.round(jump)} km where this segment begins`,
        expected: `segments that meet within ${SEAM} km: a manoeuvre changes speed, not place`,
        mend: 'mend its elements, or the moment at which it begins',
      };
  }
}

/** The first look at which it has come down, although it should fly to the end. */
function fallAt({ segments, until }: Trajectory, { startsAt, lasts }: Surroundings): number | undefined {
  const flight = flightOf(segments, startsAt);
  const end = Math.min(until ?? lasts, lasts);
  for (let second = segments[0]?.from ?? 0; second < end; second += STEP)
    if (flight(second) === undefined) return second;
  return undefined;
}

function* trajectoryFindings(at: Path, trajectory: Trajectory, around: Surroundings): Generator<Finding> {
  const { segments, until } = trajectory;
  yield* segmentFindings([...at, 'segments'], segments, around.startsAt);
  const fall = fallAt(trajectory, around);
  if (fall !== undefined)
    yield {
      at,
      found: `a flight that comes down at ${formatDuration(fall)}`,
      expected: '"until" no later than that',
      mend: `write "until: ${formatDuration(fall)}", or mend its elements`,
    };
  const last = segments.at(-1) as Segment;
  if (until !== undefined && until <= last.from)
    yield {
      at: [...at, 'until'],
      found: formatDuration(until),
      expected: `a moment after its last segment begins, ${formatDuration(last.from)}`,
      mend: 'make it later, or take the segment out',
    };
}

function* objectFindings({ objects, limits }: Orbits, around: Surroundings): Generator<Finding> {
  yield* twice(
    ['objects'],
    'object',
    objects.map(({ id }) => id),
  );
  const watching = limits.flatMap(({ sensors }) => sensors);
  for (const [i, { sensors = [], trajectories }] of objects.entries()) {
    const at: Path = ['objects', i];
    for (const [j, id] of sensors.entries()) yield* known([...at, 'sensors', j], 'sensor with limits', id, watching);
    yield* twice(
      [...at, 'trajectories'],
      'trajectory',
      trajectories.map(({ id }) => id),
    );
    for (const [j, one] of trajectories.entries()) yield* trajectoryFindings([...at, 'trajectories', j], one, around);
  }
}

function* platformFindings({ platforms }: Orbits, { sensors, startsAt }: Surroundings): Generator<Finding> {
  const flying = sensors.filter(({ kind }) => kind === 'space-based').map(({ id }) => id);
  for (const [i, { sensor, segments }] of platforms.entries()) {
    yield* known(['platforms', i, 'sensor'], 'space-based sensor', sensor, flying);
    yield* segmentFindings(['platforms', i, 'segments'], segments, startsAt);
  }
}

function* givenFindings({ given, limits, objects }: Orbits, { sensors, lasts }: Surroundings): Generator<Finding> {
  const names = sensors.map(({ id }) => id);
  const watching = limits.flatMap((one) => one.sensors);
  for (const [i, { sensor, object, from = 0, until = lasts }] of given.entries()) {
    yield* known(['given', i, 'sensor'], 'sensor', sensor, names);
    if (from >= until || until > lasts)
      yield {
        at: ['given', i],
        found: `a window from ${formatDuration(from)} to ${formatDuration(until)}`,
        expected: `a window within the exercise, which lasts ${formatDuration(lasts)}`,
        mend: 'mend its times',
      };
    const flying = objects.find(({ id }) => id === object);
    if (flying === undefined || !(flying.sensors ?? watching).includes(sensor)) continue;
    yield {
      at: ['given', i],
      found: `a window of ${sensor} and ${object}, which geometry decides`,
      expected: 'windows that are not computed',
      mend: 'take it out, or name the sensors that look at the object',
    };
  }
}

/** All that is wrong with orbits that fit their schema. */
export function orbitsFindings(orbits: Orbits, around: Surroundings): Finding[] {
  const own: Finding[] = [];
  if (orbits.scenario !== around.scenario)
    own.push({
      at: ['scenario'],
      found: `orbits for "${orbits.scenario}"`,
      expected: `"${around.scenario}", as the folder is called`,
      mend: `write "${around.scenario}"`,
    });
  const checks = [sourceFindings, limitFindings, platformFindings, objectFindings, givenFindings];
  return [...own, ...checks.flatMap((check) => [...check(orbits, around)])];
}
