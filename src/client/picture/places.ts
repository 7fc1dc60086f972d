/** Where everything stands that does not travel: centres, sensors, satellites, and what sees what. Pure. */
import type { Theatre } from '../../core/model/view.ts';
import type { Density, Frame } from './frame.ts';
import { acrossOf, bandOf, placeOf } from './frame.ts';
import type { Regime } from './outlook.ts';
import type { Point } from './shapes.ts';
import type { Body } from './spread.ts';
import { spread } from './spread.ts';

type Organisation = Theatre['organisations'][number];
type Sensor = Theatre['sensors'][number];
type Satellite = Theatre['satellites'][number];

/** A mark, where it is drawn and where it truly is. */
interface Stood {
  readonly id: string;
  readonly at: Point;
  readonly home: Point;
  readonly radius: number;
}
export type Centre = Stood & Pick<Organisation, 'short' | 'nation' | 'own'>;
export type Post = Stood & Pick<Sensor, 'name' | 'kind'> & { readonly seeing: boolean };
export type Craft = Stood & Pick<Satellite, 'name' | 'role' | 'regime' | 'longitude'>;

export interface Places {
  readonly frame: Frame;
  readonly centres: readonly Centre[];
  readonly sensors: readonly Post[];
  readonly satellites: readonly Craft[];
  readonly sights: readonly { readonly from: Point; readonly to: Point }[];
  readonly approaches: readonly Approach[];
}

/** A satellite near the one it approaches; how near in degrees of longitude. */
export interface Approach {
  readonly id: string;
  readonly from: Point;
  readonly to: Point;
  readonly degrees: number;
}

/** In CSS pixels. */
export const RADIUS: Readonly<Record<Density, { own: number; centre: number; sensor: number; craft: number }>> = {
  wide: { own: 9, centre: 6, sensor: 7, craft: 9 },
  middle: { own: 8, centre: 5.5, sensor: 6, craft: 8 },
  narrow: { own: 7, centre: 4.5, sensor: 4.5, craft: 7 },
};
/** The size of a sensor that sees nothing now, beside one that does. */
const IDLE = 0.8;
/** Farther apart than this, an approach is no story yet. */
const NEAR_DEGREES = 12;

export function arrange(theatre: Theatre, frame: Frame): Places {
  const satellites = standSatellites(theatre, frame);
  const sensors = [...standAloft(theatre, frame, satellites)];
  const ground = standOnGround(theatre, frame);
  sensors.push(...ground.sensors);
  return {
    frame,
    centres: ground.centres,
    sensors,
    satellites,
    sights: sightsOf(theatre, sensors, satellites),
    approaches: approachesOf(satellites),
  };
}

/** Those that approach stand in a lane above the others of their regime. */
function standSatellites(theatre: Theatre, frame: Frame): Craft[] {
  const lanes = new Map<string, Satellite[]>();
  for (const one of theatre.satellites) {
    const lane = `${one.regime} ${one.role === 'approaching'}`;
    lanes.set(lane, [...(lanes.get(lane) ?? []), one]);
  }
  return [...lanes.values()].flatMap((lane) => standInLane(lane, frame));
}

function standInLane(lane: readonly Satellite[], frame: Frame): Craft[] {
  const { regime, role } = lane[0] as Satellite;
  const radius = RADIUS[frame.density].craft;
  const band = bandOf(frame, regime);
  const y = role === 'approaching' ? band.line - Math.min(2.9 * radius, band.box.height * 0.36) : band.line;
  const bodies: Body[] = lane.map((one) => ({
    id: one.id,
    home: { x: acrossOf(frame, one.longitude), y },
    radius: radius + 1,
  }));
  const at = spread(bodies, { x: 0, y: y - radius - 1, width: frame.width, height: 2 * radius + 2 });
  return lane.map(({ id, name, role, longitude }, i) => {
    const { home } = bodies[i] as Body;
    return { id, name, role, longitude, regime, at: at.get(id) as Point, home, radius };
  });
}

/** A sensor in space stands in the regime of what it sees, in GEO while it sees nothing. */
function standAloft(theatre: Theatre, frame: Frame, satellites: readonly Craft[]): Post[] {
  const radius = RADIUS[frame.density];
  return theatre.sensors.filter(isAloft).map(({ id, name, kind, sees, longitude }) => {
    const regime: Regime = satellites.find((one) => sees.includes(one.id))?.regime ?? 'geo';
    const band = bandOf(frame, regime);
    const y = Math.min(band.line + radius.craft + radius.sensor + 5, band.box.y + band.box.height - radius.sensor);
    const at = { x: acrossOf(frame, longitude), y };
    return { id, name, kind, seeing: sees.length > 0, at, home: at, radius: radius.sensor };
  });
}

/** Monitors that see nothing now are many and say little. */
const isShown = (sensor: Sensor, density: Density): boolean =>
  density !== 'narrow' || sensor.kind !== 'monitor' || sensor.sees.length > 0;

const isAloft = (sensor: Sensor): boolean => sensor.kind === 'space-based';

/** Centres and sensors share the ground and keep clear of one another. */
function standOnGround(theatre: Theatre, frame: Frame): { centres: Centre[]; sensors: Post[] } {
  const radius = RADIUS[frame.density];
  const sizeOf = (one: Organisation): number => (one.own ? radius.own : radius.centre);
  const posts = theatre.sensors.filter((one) => !isAloft(one) && isShown(one, frame.density));
  const reachOf = (one: Sensor): number => (one.sees.length > 0 ? radius.sensor : radius.sensor * IDLE);
  const placed = (one: Organisation | Sensor): Point => placeOf(frame, one.latitude, one.longitude);
  const at = spread(
    [
      ...theatre.organisations.map((one) => ({ id: `centre ${one.id}`, home: placed(one), radius: sizeOf(one) + 2.5 })),
      ...posts.map((one) => ({ id: `sensor ${one.id}`, home: placed(one), radius: reachOf(one) + 1.5 })),
    ],
    frame.ground,
  );
  return {
    centres: theatre.organisations.map((one) => {
      const { id, short, nation, own } = one;
      return { id, short, nation, own, at: at.get(`centre ${id}`) as Point, home: placed(one), radius: sizeOf(one) };
    }),
    sensors: posts.map((one) => {
      const { id, name, kind, sees } = one;
      const seeing = sees.length > 0;
      return { id, name, kind, seeing, at: at.get(`sensor ${id}`) as Point, home: placed(one), radius: reachOf(one) };
    }),
  };
}

function sightsOf(theatre: Theatre, posts: readonly Post[], satellites: readonly Craft[]): Places['sights'] {
  const craft = new Map(satellites.map((one) => [one.id, one.at]));
  const stands = new Map(posts.map((one) => [one.id, one.at]));
  return theatre.sensors.flatMap(({ id, sees }) =>
    sees.flatMap((seen) => {
      const [from, to] = [stands.get(id), craft.get(seen)];
      return from === undefined || to === undefined ? [] : [{ from, to }];
    }),
  );
}

const degreesApart = (a: Craft, b: Craft): number => Math.abs(((a.longitude - b.longitude + 540) % 360) - 180);

function approachesOf(satellites: readonly Craft[]): Approach[] {
  return satellites
    .filter((one) => one.role === 'approaching')
    .flatMap((one) => {
      const [near] = satellites
        .filter((other) => other.role === 'threatened' && other.regime === one.regime)
        .sort((a, b) => degreesApart(one, a) - degreesApart(one, b));
      if (near === undefined || degreesApart(one, near) > NEAR_DEGREES) return [];
      return [{ id: one.id, from: one.at, to: near.at, degrees: degreesApart(one, near) }];
    });
}
