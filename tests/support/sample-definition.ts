/** The public part of a definition, enough for start pages and settings; nothing here can be simulated. */
import type { Definition } from '../../src/core/model/scenario.ts';
import { sampleEnds, sampleStartsAt, sampleTheatre } from './sample-view.ts';

const source = 'sample';
const nations = [
  ['us', 'United States', 'USA', 'us-spacecom'],
  ['gb', 'United Kingdom', 'GBR', 'gb-nspoc'],
  ['au', 'Australia', 'AUS', 'au-ausspoc'],
  ['fr', 'France', 'FRA', 'fr-cosmos'],
  ['jp', 'Japan', 'JPN', 'jp-sog'],
] as const;
const offsets = { us: -240, gb: 60, au: 660, fr: 120, jp: 540 };

export const sampleDefinition = {
  scenario: {
    id: 'first-evening',
    version: 1,
    title: 'First evening',
    summary:
      'A satellite comes close in the geostationary belt, a transponder is jammed, and half the offices have gone home.',
    marking: 'EXERCISE – UNCLASSIFIED',
    startsAt: sampleStartsAt,
    lasts: sampleEnds,
    playMinutes: 60,
    brief:
      'It is Wednesday evening in Europe. Three things happen in thirty-six hours. None is certain, none belongs to one nation alone, and the people who may release what is known are not all at their desks.',
    objectives: [
      { id: 'o1', says: 'Who may tell whom what, and how long does it take to find out?' },
      { id: 'o2', says: 'Which promises to share can be kept in time?' },
    ],
    discussion: ['Which question went to the wrong desk first?', 'What would you have promised, knowing this?'],
    seats: [
      {
        id: 'gb-watch',
        title: 'UK space operations watch',
        nation: 'gb',
        organisations: ['gb-nspoc'],
        brief:
          'You run the United Kingdom’s watch on space. You may task Fylingdales, ask partners, and recommend manoeuvres.',
      },
      {
        id: 'us-ops',
        title: 'US Space Command operations',
        nation: 'us',
        organisations: ['us-spacecom'],
        brief: 'You hold most of what is known and may release little of it. Allies ask; you weigh.',
      },
      {
        id: 'au-watch',
        title: 'Australian space operations',
        nation: 'au',
        organisations: ['au-ausspoc'],
        brief: 'Your telescope sees what nobody else can at this hour. It is four in the morning in Canberra.',
      },
    ],
    satellites: [],
    products: [],
    injects: [],
    incidents: [],
  },
  access: { scenario: 'first-evening', madeBy: source, windows: [] },
  coalition: {
    arrangement: 'as-is-2023',
    lead: 'us',
    sources: [],
    zones: nations.map(([id]) => ({ id, standardMinutes: offsets[id], source })),
    nations: nations.map(([id, name, code, exceptionsAt]) => ({ id, name, code, exceptionsAt, source })),
    organisations: sampleTheatre.organisations.map((one) => ({ ...one, zone: one.nation, desks: [], source })),
    sensors: [],
    pairs: [],
    delegations: [],
    matrix: [],
  },
  policy: {
    id: 'as-is-2023',
    title: 'As things stood, 2023',
    summary: 'Agreements, delegations and networks as they were in the autumn of 2023.',
    arrangement: 'as-is-2023',
    levers: [],
  },
} as unknown as Definition;
