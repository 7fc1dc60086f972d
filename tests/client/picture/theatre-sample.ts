/** A theatre as full as one gets: thirteen centres, five of them in one country, and a handover in every state. */
import type { Measure } from '../../../src/client/picture/lettering.ts';
import { faces } from '../../../src/client/picture/lettering.ts';
import type { Scene } from '../../../src/client/picture/scene.ts';
import type { GateState, Theatre, TheatreLink } from '../../../src/core/model/view.ts';

type Organisation = Theatre['organisations'][number];
type Sensor = Theatre['sensors'][number];
type Satellite = Theatre['satellites'][number];

const centre = (id: string, nation: string, latitude: number, longitude: number): Organisation => ({
  id,
  short: id.toUpperCase(),
  name: id,
  nation,
  latitude,
  longitude,
  own: id === 'ausspoc',
});

const sensor = (id: string, kind: string, at: readonly [number, number], sees: readonly string[] = []): Sensor => ({
  id,
  name: id,
  nation: 'usa',
  kind,
  latitude: at[0],
  longitude: at[1],
  sees,
});

const satellite = (
  id: string,
  regime: Satellite['regime'],
  longitude: number,
  role: Satellite['role'] = 'neutral',
): Satellite => ({
  id,
  name: id,
  nation: null,
  regime,
  longitude,
  role,
});

/** A handover with its gates in the order in which it comes to them. */
export const handover = (
  ref: string,
  from: string,
  to: string,
  state: TheatreLink['state'],
  ...gates: GateState[]
): TheatreLink => ({
  ref,
  title: ref,
  from,
  to,
  state,
  gates: (['front-door', 'release', 'carriage'] as const).flatMap((gate, i) => {
    const state = gates[i];
    return state === undefined ? [] : [{ gate, state, label: null }];
  }),
});

export const theatre: Theatre = {
  organisations: [
    centre('osd-policy', 'usa', 38.87, -77.06),
    centre('usspacecom', 'usa', 38.82, -104.7),
    centre('s4s', 'usa', 34.74, -120.57),
    centre('jco', 'usa', 38.8, -104.53),
    centre('ic-originator', 'usa', 39.11, -76.77),
    centre('ausspoc', 'aus', -35.31, 149.13),
    centre('cde', 'fra', 43.6, 1.44),
    centre('fr-ministry', 'fra', 48.84, 2.27),
    centre('jp-sog', 'jpn', 35.67, 139.49),
    centre('jp-ministry', 'jpn', 35.69, 139.73),
    centre('uk-spoc', 'gbr', 51.63, -0.75),
    centre('3-csd', 'can', 45.4, -75.7),
    centre('de-spoc', 'deu', 50.94, 6.96),
  ],
  sensors: [
    sensor('exmouth', 'optical', [-21.9, 114.09], ['wgs']),
    sensor('socorro', 'optical', [33.82, -106.66]),
    sensor('maui', 'optical', [20.71, -156.26]),
    sensor('diego-garcia', 'optical', [-7.3, 72.39], ['optus']),
    sensor('sanyo-onoda', 'radar', [34, 131.2]),
    sensor('inspector', 'space-based', [0, 100], ['object']),
    sensor('monitor', 'monitor', [-12.4, 130.9]),
  ],
  satellites: [
    satellite('wgs', 'geo', 112, 'threatened'),
    satellite('object', 'geo', 112.6, 'approaching'),
    satellite('optus', 'geo', 156),
    satellite('gps', 'meo', -88),
    satellite('cso', 'leo', 12, 'threatened'),
    satellite('stranger', 'leo', 17, 'approaching'),
  ],
  links: [
    handover('d1', 'usspacecom', 'ausspoc', 'under-way', 'passed', 'waiting', 'clear'),
    handover('d2', 'jp-sog', 'jco', 'acknowledged', 'passed', 'passed', 'closed'),
    handover('d3', 'osd-policy', 'fr-ministry', 'under-way', 'working', 'clear', 'clear'),
    handover('d4', 'ausspoc', 'jp-sog', 'arrived', 'passed', 'passed', 'passed'),
    handover('d5', 'cde', 'usspacecom', 'refused', 'passed', 'refused', 'clear'),
    handover('d6', 'uk-spoc', 'cde', 'under-way', 'unknown', 'unknown', 'unknown'),
    handover('d7', 's4s', 'ausspoc', 'lost', 'passed', 'passed', 'unknown'),
  ],
  sun: { latitude: -20.3, longitude: 95 },
};

export const scene = (changes: Partial<Theatre> = {}, now = 3_600): Scene => ({
  theatre: { ...theatre, ...changes },
  now,
  startsAt: '2026-11-23T06:40:00Z',
});

/** About as wide as the real faces. */
export const measure: Measure = (text, face) => text.length * faces[face].size * 0.58;
