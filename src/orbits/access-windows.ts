/** All windows of a scenario: every sensor with limits against every trajectory of every object that it looks at. */
import type { Json } from '../core/kernel/digest.ts';
import { digestOf } from '../core/kernel/digest.ts';
import { compareText } from '../core/kernel/ids.ts';
import type { Sensor } from '../core/model/coalition.ts';
import type { Access } from '../core/model/scenario.ts';
import type { Flight } from './flight.ts';
import { flightOf, kept } from './flight.ts';
import type { Limits, Orbits } from './orbits-file.ts';
import type { OrbitInputs } from './read-orbits.ts';
import type { Sky } from './sight.ts';
import { seenFromGround, seenFromOrbit, siteAt } from './sight.ts';
import type { Span } from './spans.ts';
import { spansOf } from './spans.ts';
import { sunAt } from './sun.ts';

export type AccessWindow = Access['windows'][number];
type FlyingObject = Orbits['objects'][number];

/** Changes whenever the same inputs may give other windows: our own way of computing, and the release of satellite.js. */
export const METHOD = 'saydo-access 1, satellite.js 7.1.0';

/** Digest of all that the windows are computed from. Names, prose and provenance do not count. */
export function digestOfInputs({ startEx, lasts, sensors, orbits }: OrbitInputs): string {
  const bare = (entry: object) => ({ ...entry, source: null, confidence: null, basis: null, says: null });
  const objects = orbits.objects.map((object) => ({ ...bare(object), trajectories: object.trajectories.map(bare) }));
  const inputs = {
    method: METHOD,
    startEx,
    lasts,
    sensors: sensors.map(({ id, kind, latitude, longitude }) => ({ id, kind, latitude, longitude })),
    limits: orbits.limits.map(bare),
    platforms: orbits.platforms.map(bare),
    given: orbits.given.map(bare),
    objects,
  };
  return digestOf(inputs as unknown as Json);
}

interface Watcher {
  readonly id: string;
  readonly limits: Limits;
  readonly sees: (object: Flight) => (second: number) => boolean;
}

function watcherOf(sensor: Sensor, limits: Limits, { orbits, startsAt }: OrbitInputs, sun: Sky): Watcher {
  const platform = orbits.platforms.find((one) => one.sensor === sensor.id);
  if (platform !== undefined) {
    const own = kept(flightOf(platform.segments, startsAt));
    return { id: sensor.id, limits, sees: (object) => seenFromOrbit(own, limits, object, sun) };
  }
  const site = siteAt(sensor.latitude, sensor.longitude);
  return { id: sensor.id, limits, sees: (object) => seenFromGround(site, limits, object, sun) };
}

function watchersOf(inputs: OrbitInputs): Watcher[] {
  const sun = kept((second) => sunAt(inputs.startsAt + second));
  return inputs.sensors.flatMap((sensor) => {
    const limits = inputs.orbits.limits.find(({ sensors }) => sensors.includes(sensor.id));
    return limits === undefined ? [] : [watcherOf(sensor, limits, inputs, sun)];
  });
}

const same = (a: Span, b: Span): boolean => a.from === b.from && a.until === b.until;

/** What holds on every trajectory is written once, without one. */
function windowsOf(sensor: string, object: string, ways: ReadonlyMap<string, readonly Span[]>): AccessWindow[] {
  const [first = [], ...others] = ways.values();
  const everywhere = first.filter((span) => others.every((way) => way.some((one) => same(one, span))));
  const apart = [...ways].flatMap(([trajectory, spans]) =>
    spans
      .filter((span) => !everywhere.some((one) => same(one, span)))
      .map((span) => ({ sensor, object, trajectory, ...span })),
  );
  return [...everywhere.map((span) => ({ sensor, object, ...span })), ...apart];
}

function computed(object: FlyingObject, watchers: readonly Watcher[], inputs: OrbitInputs): AccessWindow[] {
  const flights = object.trajectories.map(
    ({ id, segments, until }) => [id, kept(flightOf(segments, inputs.startsAt, until))] as const,
  );
  const looking = watchers.filter(({ id }) => object.sensors?.includes(id) ?? true);
  return looking.flatMap(({ id, limits, sees }) => {
    const ways = flights.map(([way, flight]) => [way, spansOf(sees(flight), inputs.lasts, limits.dwell)] as const);
    return windowsOf(id, object.id, new Map(ways));
  });
}

function inOrder(windows: readonly AccessWindow[]): AccessWindow[] {
  return windows.toSorted(
    (a, b) =>
      compareText(a.object, b.object) ||
      compareText(a.sensor, b.sensor) ||
      compareText(a.trajectory ?? '', b.trajectory ?? '') ||
      a.from - b.from,
  );
}

/** The windows computed and given, in order: by object, sensor, trajectory and time. */
export function accessWindows(inputs: OrbitInputs): AccessWindow[] {
  const { orbits, lasts } = inputs;
  const watchers = watchersOf(inputs);
  const given = orbits.given.map(({ sensor, object, from = 0, until = lasts }) => ({ sensor, object, from, until }));
  return inOrder([...orbits.objects.flatMap((object) => computed(object, watchers, inputs)), ...given]);
}
