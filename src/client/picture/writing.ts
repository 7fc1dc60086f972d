/** What is written on the picture and where: names first of those that matter, none over another. Pure. */
import type { Theatre } from '../../core/model/view.ts';
import type { Frame } from './frame.ts';
import type { Role } from './glyphs.ts';
import type { Label, Tag } from './labels.ts';
import { placeLabels } from './labels.ts';
import type { FaceName, Measure } from './lettering.ts';
import { faces } from './lettering.ts';
import type { Regime } from './outlook.ts';
import type { Places } from './places.ts';
import { RADIUS } from './places.ts';
import type { Box } from './shapes.ts';
import { around } from './shapes.ts';

export interface Written extends Label {
  readonly text: string;
  readonly face: FaceName;
  /** A second, quieter word after the first. */
  readonly note: string | null;
}

type Wish = Omit<Tag, 'width' | 'height'> & Pick<Written, 'text' | 'face' | 'note'>;

/** Between a word and its note. */
export const NOTE_GAP = 4;

/** `taken` is where gates stand and products travel. */
export function write(places: Places, theatre: Theatre, taken: readonly Box[], measure: Measure): readonly Written[] {
  const linked = new Set(theatre.links.flatMap((link) => [link.from, link.to]));
  const wishes = [...centreWishes(places, linked), ...skyWishes(places), ...sensorWishes(places)];
  const tags = wishes.map((wish) => ({
    ...wish,
    width: Math.ceil(widthOf(wish, measure)) + 4,
    height: Math.round(faces[wish.face].size * 1.25) + 1,
  }));
  const { frame } = places;
  const corners = [...bandLabels(frame, measure).map(({ box }) => box), ...clockBox(frame)];
  const inset = { x: 4, y: 4, width: frame.width - 8, height: frame.height - 8 };
  const labels = placeLabels(tags, [...marksOf(places), ...corners, ...taken], inset);
  const wished = new Map(wishes.map((wish) => [wish.id, wish]));
  return labels.map((label) => {
    const { text, face, note } = wished.get(label.id) as Wish;
    return { ...label, text, face, note };
  });
}

/** Everything that a label may not cover. */
export const marksOf = ({ sensors, satellites, centres }: Places): readonly Box[] =>
  [...sensors, ...satellites, ...centres].map(({ at, radius }) => around(at, radius));

const widthOf = ({ text, face, note }: Wish, measure: Measure): number =>
  measure(text, face) + (note === null ? 0 : NOTE_GAP + measure(note, 'nation'));

const isCode = (nation: string): boolean => /^[a-z]{2,3}$/i.test(nation);

function centreWishes({ frame, centres }: Places, linked: ReadonlySet<string>): Wish[] {
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
      reach: frame.density === 'wide' ? 84 : 50,
    }));
}

const craftRank: Readonly<Record<Role, number>> = { threatened: 1.5, approaching: 1, neutral: 4 };

function skyWishes({ frame, satellites, approaches }: Places): Wish[] {
  const narrow = frame.density === 'narrow';
  const names: Wish[] = satellites
    .filter((one) => !narrow || one.role !== 'neutral')
    .map(({ id, name, role, at, radius }) => ({
      id: `satellite ${id}`,
      at,
      radius,
      text: name,
      face: role,
      note: null,
      rank: craftRank[role],
      reach: 14,
    }));
  const gaps: Wish[] = approaches.map(({ id, from, to, degrees }) => ({
    id: `approach ${id}`,
    at: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
    radius: RADIUS[frame.density].craft,
    text: `${degrees.toFixed(degrees < 1 ? 2 : 1)}°`,
    face: 'degrees',
    note: null,
    rank: 4,
    reach: 7,
    loose: true,
  }));
  return narrow ? names : [...names, ...gaps];
}

const plainName = (name: string): string => name.replace(/ *\(.*\)/, '');

/** Sensors are named `what, where (remark)`; the map shows what, and has room for where. */
const placeIn = (name: string): string => {
  const parts = plainName(name).split(', ');
  return (parts[parts.length - 1] as string).replace(/^(?:through|seen from) /, '');
};

function sensorWishes({ frame, sensors }: Places): Wish[] {
  if (frame.density === 'narrow') return [];
  return sensors
    .filter((one) => one.seeing || (frame.density === 'wide' && one.kind !== 'monitor'))
    .map((one) => ({
      id: `sensor ${one.id}`,
      at: one.at,
      radius: one.radius,
      text: one.kind === 'space-based' ? plainName(one.name) : placeIn(one.name),
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

/** Above the surface. */
const ALTITUDES: Readonly<Record<Regime, string>> = {
  geo: '35 786 km',
  meo: '2 000 – 35 786 km',
  leo: '< 2 000 km',
};

/** Top left in each band. */
export function bandLabels(frame: Frame, measure: Measure): readonly BandLabel[] {
  const narrow = frame.density === 'narrow';
  return frame.bands.map(({ regime, box }) => {
    const text = regime.toUpperCase();
    const altitude = narrow ? null : ALTITUDES[regime];
    const width = measure(text, 'regime') + (altitude === null ? 0 : 8 + measure(altitude, 'altitude'));
    return { regime, text, altitude, box: { x: 10, y: box.y + (narrow ? 3 : 7), width, height: 13 } };
  });
}

/** Top right, room for `D+10 0640Z`; where it is narrow the page's own clock has to do. */
export const clockBox = ({ width, density }: Frame): readonly Box[] =>
  density === 'narrow' ? [] : [{ x: width - 78, y: 5, width: 70, height: 16 }];
