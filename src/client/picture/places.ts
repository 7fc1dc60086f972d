/** Where everything stands that does not travel: centres, sensors, satellites, sight lines and their labels. Pure. */
import type { Theatre } from '../../core/model/view.ts';
import type { Density, Frame, Regime } from './frame.ts';
import { acrossOf, bandOf, placeOf } from './frame.ts';
import type { Role } from './glyphs.ts';
import type { Label, Tag } from './labels.ts';
import { placeLabels } from './labels.ts';
import type { FaceName, Measure } from './lettering.ts';
import { faces } from './lettering.ts';
import type { Box, Point } from './shapes.ts';
import { around, distance } from './shapes.ts';
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

export interface Written extends Label {
  readonly text: string;
  readonly face: FaceName;
  /** A second, quieter word after the first. */
  readonly note: string | null;
}

export interface Places {
  readonly frame: Frame;
  readonly centres: readonly Centre[];
  readonly sensors: readonly Post[];
  readonly satellites: readonly Craft[];
  readonly sights: readonly { readonly from: Point; readonly to: Point }[];
  readonly approaches: readonly {
    readonly id: string;
    readonly from: Point;
    readonly to: Point;
    readonly degrees: number;
  }[];
  readonly labels: readonly Written[];
}

const RADIUS: Readonly<Record<Density, { own: number; centre: number; sensor: number; craft: number }>> = {
  wide: { own: 9, centre: 6, sensor: 7, craft: 9 },
  middle: { own: 8, centre: 5.5, sensor: 6, craft: 8 },
  narrow: { own: 7, centre: 4.5, sensor: 4.5, craft: 7 },
};
/** Farther apart than this, an approach is no story yet. */
const NEAR_DEGREES = 12;
export const NOTE_GAP = 4;

export function arrange(theatre: Theatre, frame: Frame, measure: Measure): Places {
  const satellites = standSatellites(theatre, frame);
  const { centres, sensors } = standOnGround(theatre, frame, satellites);
  const craft = new Map(satellites.map((one) => [one.id, one]));
  const sights = theatre.sensors.flatMap((sensor) => {
    const post = sensors.find((one) => one.id === sensor.id) as Post;
    return sensor.sees.flatMap((id) => (craft.has(id) ? [{ from: post.at, to: (craft.get(id) as Craft).at }] : []));
  });
  const approaches = approachesOf(satellites);
  const bare = { frame, centres, sensors, satellites, sights, approaches };
  return { ...bare, labels: write(bare, theatre, measure) };
}

/** Those that approach stand in a lane above the others of their regime. */
function standSatellites(theatre: Theatre, frame: Frame): Craft[] {
  const radius = RADIUS[frame.density].craft;
  const lanes = new Map<string, Satellite[]>();
  for (const one of theatre.satellites) {
    const lane = `${one.regime} ${one.role === 'approaching'}`;
    lanes.set(lane, [...(lanes.get(lane) ?? []), one]);
  }
  return [...lanes.values()].flatMap((lane) => {
    const { regime, role } = lane[0] as Satellite;
    const band = bandOf(frame, regime);
    const y = role === 'approaching' ? band.line - Math.min(2.9 * radius, band.box.height * 0.36) : band.line;
    return inLane(
      lane,
      (one) => ({ id: one.id, home: { x: acrossOf(frame, one.longitude), y }, radius: radius + 1 }),
      frame,
    ).map(([one, at, home]) => ({ ...one, at, home, radius }));
  });
}

function inLane<T extends { id: string }>(
  lane: readonly T[],
  bodyOf: (one: T) => Body,
  frame: Frame,
): [T, Point, Point][] {
  const bodies = lane.map(bodyOf);
  const { home, radius } = bodies[0] as Body;
  const at = spread(bodies, { x: 0, y: home.y - radius, width: frame.width, height: 2 * radius });
  return lane.map((one, i) => [one, at.get(one.id) as Point, (bodies[i] as Body).home]);
}

/** A sensor in space stands in the regime of what it sees, in GEO while it sees nothing. */
function regimeOf(sensor: Sensor, satellites: readonly Craft[]): Regime {
  return satellites.find((one) => sensor.sees.includes(one.id))?.regime ?? 'geo';
}

function standOnGround(
  theatre: Theatre,
  frame: Frame,
  satellites: readonly Craft[],
): { centres: Centre[]; sensors: Post[] } {
  const radius = RADIUS[frame.density];
  const aloft = theatre.sensors.filter((one) => one.kind === 'space-based');
  const bodies = [
    ...theatre.organisations.map((one) => ({
      id: `centre ${one.id}`,
      home: placeOf(frame, one.latitude, one.longitude),
      radius: (one.own ? radius.own : radius.centre) + 2.5,
    })),
    ...theatre.sensors
      .filter((one) => !aloft.includes(one))
      .map((one) => ({
        id: `sensor ${one.id}`,
        home: placeOf(frame, one.latitude, one.longitude),
        radius: radius.sensor + 1.5,
      })),
  ];
  const at = new Map(spread(bodies, frame.ground));
  const home = new Map(bodies.map((body) => [body.id, body.home]));
  for (const one of aloft) {
    const band = bandOf(frame, regimeOf(one, satellites));
    const y = Math.min(band.line + radius.craft + radius.sensor + 5, band.box.y + band.box.height - radius.sensor);
    const spot = { x: acrossOf(frame, one.longitude), y };
    at.set(`sensor ${one.id}`, spot);
    home.set(`sensor ${one.id}`, spot);
  }
  const stood = (id: string, size: number) => ({ at: at.get(id) as Point, home: home.get(id) as Point, radius: size });
  return {
    centres: theatre.organisations.map(({ id, short, nation, own }) => ({
      id,
      short,
      nation,
      own,
      ...stood(`centre ${id}`, own ? radius.own : radius.centre),
    })),
    sensors: theatre.sensors.map(({ id, name, kind, sees }) => ({
      id,
      name,
      kind,
      seeing: sees.length > 0,
      ...stood(`sensor ${id}`, radius.sensor),
    })),
  };
}

const apartOf = (a: Craft, b: Craft): number => Math.abs(((a.longitude - b.longitude + 540) % 360) - 180);

function approachesOf(satellites: readonly Craft[]): Places['approaches'] {
  return satellites
    .filter((one) => one.role === 'approaching')
    .flatMap((one) => {
      const [near] = satellites
        .filter((other) => other.role === 'threatened' && other.regime === one.regime)
        .sort((a, b) => apartOf(one, a) - apartOf(one, b));
      if (near === undefined || apartOf(one, near) > NEAR_DEGREES) return [];
      return [{ id: one.id, from: one.at, to: near.at, degrees: apartOf(one, near) }];
    });
}

type Wish = Omit<Tag, 'width' | 'height'> & {
  readonly text: string;
  readonly face: FaceName;
  readonly note: string | null;
};

function write(bare: Omit<Places, 'labels'>, theatre: Theatre, measure: Measure): Written[] {
  const { frame } = bare;
  const linked = new Set(theatre.links.flatMap((link) => [link.from, link.to]));
  const wishes = [...centreWishes(bare, linked), ...skyWishes(bare), ...sensorWishes(bare)];
  const tags = wishes.map((wish) => ({
    ...wish,
    width:
      Math.ceil(measure(wish.text, wish.face) + (wish.note === null ? 0 : NOTE_GAP + measure(wish.note, 'nation'))) + 4,
    height: Math.round(faces[wish.face].size * 1.25) + 1,
  }));
  const marks = [...bare.sensors, ...bare.satellites, ...bare.centres].map(({ at, radius }) => around(at, radius));
  const inset = { x: 4, y: 4, width: frame.width - 8, height: frame.height - 8 };
  const labels = placeLabels(tags, [...marks, ...bandLabels(frame, measure).map(({ box }) => box)], inset);
  const wished = new Map(wishes.map((wish) => [wish.id, wish]));
  return labels.map((label) => {
    const { text, face, note } = wished.get(label.id) as Wish;
    return { ...label, text, face, note };
  });
}

const isCode = (nation: string): boolean => /^[a-z]{2,3}$/i.test(nation);

function centreWishes({ frame, centres }: Omit<Places, 'labels'>, linked: ReadonlySet<string>): Wish[] {
  return centres
    .filter((one) => frame.density !== 'narrow' || one.own || linked.has(one.id))
    .map((one) => ({
      id: `centre ${one.id}`,
      at: one.at,
      radius: one.radius,
      text: one.short,
      face: one.own ? 'own' : 'centre',
      note: frame.density === 'wide' && isCode(one.nation) ? one.nation.toUpperCase() : null,
      rank: one.own ? 0 : linked.has(one.id) ? 2 : 3,
      reach: frame.density === 'narrow' ? 60 : 90,
    }));
}

const craftRank: Readonly<Record<Role, number>> = { threatened: 1, approaching: 1, neutral: 4 };

function skyWishes({ frame, satellites, approaches }: Omit<Places, 'labels'>): Wish[] {
  const narrow = frame.density === 'narrow';
  const names = satellites
    .filter((one) => !narrow || one.role !== 'neutral')
    .map((one) => ({
      id: `satellite ${one.id}`,
      at: one.at,
      radius: one.radius,
      text: one.name,
      face: one.role,
      note: null,
      rank: craftRank[one.role],
      reach: 14,
    }));
  const gaps = approaches.map(({ id, from, to, degrees }) => ({
    id: `approach ${id}`,
    at: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
    radius: RADIUS[frame.density].craft,
    text: `${degrees < 10 ? degrees.toFixed(1) : Math.round(degrees)}°`,
    face: 'degrees' as const,
    note: null,
    rank: 4,
    reach: 14,
  }));
  return narrow ? names : [...names, ...gaps];
}

function sensorWishes({ frame, sensors }: Omit<Places, 'labels'>): Wish[] {
  if (frame.density === 'narrow') return [];
  return sensors
    .filter((one) => frame.density === 'wide' || one.seeing)
    .map((one) => ({
      id: `sensor ${one.id}`,
      at: one.at,
      radius: one.radius,
      text: one.name,
      face: 'sensor',
      note: null,
      rank: one.seeing ? 5 : 6,
      reach: 12,
    }));
}

export interface BandLabel {
  readonly regime: Regime;
  readonly text: string;
  readonly altitude: string | null;
  readonly box: Box;
}

/** In kilometres above the surface. */
const ALTITUDES: Readonly<Record<Regime, string>> = { geo: '35 786 km', meo: '2 000 – 35 786 km', leo: '< 2 000 km' };

/** Top left in each band. */
export function bandLabels(frame: Frame, measure: Measure): readonly BandLabel[] {
  return frame.bands.map(({ regime, box }) => {
    const text = regime.toUpperCase();
    const altitude = frame.density === 'narrow' ? null : ALTITUDES[regime];
    const width = measure(text, 'regime') + (altitude === null ? 0 : 8 + measure(altitude, 'altitude'));
    return {
      regime,
      text,
      altitude,
      box: { x: 10, y: box.y + (frame.density === 'narrow' ? 3 : 7), width, height: 13 },
    };
  });
}
