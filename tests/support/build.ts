/**
 * A small world built in the test itself, every number in sight: two nations, always-open desks with a crowd of people, exact durations.
 * Each test overrides what it is about.
 */
import type { Coalition, Organisation, Pair } from '../../src/core/model/coalition.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import type { Product } from '../../src/core/model/product.ts';
import type { Access, Definition, Inject, Scenario } from '../../src/core/model/scenario.ts';
import type { DecideTask, SenseTask, ShareTask, WorkTask } from '../../src/core/model/task.ts';

export const MIN = 60;
export const HOUR = 3600;

const from = { source: 'estimate', confidence: 'low' } as const;
export const exactly = (seconds: number) => ({ exactly: seconds, ...from });
export const between = (low: number, mode: number, high: number) => ({ low, mode, high, ...from });
export const share = (perMille: number) => ({ perMille, ...from });

type Desk = Organisation['desks'][number];
const roles = [
  'front-door',
  'disclosure',
  'gateway',
  'watch',
  'assessment',
  'decision',
  'legal',
  'coordination',
] as const;

export const desk = (role: Desk['role'], over: Partial<Desk> = {}): Desk => ({
  role,
  hours: [{ days: 'daily', from: '0000', until: '0000', people: 50, ...from }],
  atClose: 'finish',
  background: [],
  ...over,
});

export const organisation = (
  id: string,
  nation: string,
  desks: readonly Desk[] = roles.map((role) => desk(role)),
): Organisation => ({
  id,
  name: `Organisation ${id}`,
  short: id,
  nation,
  zone: 'utc',
  latitude: 0,
  longitude: 0,
  desks: [...desks],
  source: 'estimate',
});

export type PairOver = {
  readonly [K in 'frontDoor' | 'release' | 'carriage']?: Partial<Pair[K]>;
};

/** Each piece of work takes a minute and ends well; the path is automated. */
export const pair = (fromNation: string, to: string, over: PairOver = {}): Pair => ({
  from: fromNation,
  to,
  doorAt: 'to',
  frontDoor: {
    seek: exactly(MIN),
    knock: exactly(MIN),
    settle: exactly(MIN),
    escalate: exactly(MIN),
    misroute: share(0),
    dispute: share(0),
    disputeUnlessAgreed: share(0),
    nobody: share(0),
    ...over.frontDoor,
  },
  release: {
    mark: exactly(MIN),
    checkDelegation: exactly(MIN),
    askOriginator: exactly(MIN),
    review: exactly(MIN),
    weighException: exactly(MIN),
    makeTearLine: exactly(MIN),
    speak: exactly(MIN),
    originatorRefuses: share(0),
    flawed: share(0),
    needsTearLine: share(0),
    exceptionRefused: share(0),
    ...over.release,
  },
  carriage: {
    path: 'automated',
    choosePath: exactly(MIN),
    send: exactly(MIN),
    humanReview: exactly(MIN),
    rekey: exactly(MIN),
    convert: exactly(MIN),
    garbled: share(0),
    returned: share(0),
    ...over.carriage,
  },
});

export const coalition = (over: Partial<Coalition> = {}): Coalition => ({
  arrangement: 'test',
  lead: 'us',
  sources: [],
  zones: [{ id: 'utc', standardMinutes: 0, source: 'estimate' }],
  nations: [
    { id: 'fr', name: 'France', code: 'FRA', exceptionsAt: 'fr-ops', source: 'estimate' },
    { id: 'us', name: 'United States', code: 'USA', exceptionsAt: 'us-policy', source: 'estimate' },
  ],
  organisations: [organisation('fr-ops', 'fr'), organisation('us-ops', 'us'), organisation('us-policy', 'us')],
  sensors: [
    {
      id: 'eye',
      name: 'Eye',
      nation: 'us',
      operator: 'us-ops',
      kind: 'optical',
      latitude: 0,
      longitude: 0,
      source: 'estimate',
    },
    {
      id: 'ear',
      name: 'Ear',
      nation: 'fr',
      operator: 'fr-ops',
      kind: 'radar',
      latitude: 0,
      longitude: 0,
      source: 'estimate',
    },
  ],
  pairs: [pair('us', 'fr'), pair('fr', 'us')],
  delegations: [{ by: 'us', to: 'fr', kinds: ['track'], tearLineOnly: false, ...from }],
  matrix: [{ nation: 'fr', area: 'domain-awareness', level: 'share', ...from }],
  ...over,
});

export const track: Product = {
  id: 'track',
  title: 'A track',
  kind: 'track',
  quality: 3,
  owner: 'us-ops',
  marking: { classification: 'SECRET', releasableTo: [], controls: [] },
};

const bare = { needs: [], tells: [], reveals: [] };
export const sense = (id: string, over: Partial<SenseTask> = {}): SenseTask => ({
  ...bare,
  id,
  title: `See ${id}`,
  task: 'sense',
  object: 'thing',
  sensors: ['eye'],
  dwell: exactly(10 * MIN),
  ...over,
});
export const act = (id: string, over: Partial<WorkTask> = {}): WorkTask => ({
  ...bare,
  id,
  title: `Do ${id}`,
  task: 'act',
  at: 'us-ops',
  takes: exactly(10 * MIN),
  urgency: 'priority',
  ...over,
});
export const hand = (id: string, over: Partial<ShareTask> = {}): ShareTask => ({
  ...bare,
  id,
  title: `Hand over ${id}`,
  task: 'share',
  product: 'track',
  from: 'us-ops',
  to: 'fr-ops',
  form: 'full',
  urgency: 'priority',
  authorities: {},
  ...over,
});
export const decide = (id: string, over: Partial<DecideTask> = {}): DecideTask => ({
  ...bare,
  id,
  title: `Decide ${id}`,
  task: 'decide',
  seat: 'us-seat',
  question: 'What now?',
  context: 'It is so.',
  options: [
    { id: 'yes', says: 'Do it', planning: 'soon', needs: [] },
    { id: 'no', says: 'Do not', planning: 'never', needs: [] },
  ],
  default: 'no',
  byTheBook: [{ holds: [], choose: 'yes' }],
  staffTime: 5 * MIN,
  answerWithin: HOUR,
  ...over,
});

export const incident = (id: string, response: Incident['response'], over: Partial<Incident> = {}): Incident => ({
  id,
  kind: 'unexplained-approach',
  area: 'domain-awareness',
  title: `Truth of ${id}`,
  reportedAs: `Report of ${id}`,
  truth: 'Nobody knows this before the review.',
  begins: 0,
  window: { closes: 4 * HOUR, because: 'physics says so', ...from },
  horizon: 6 * HOUR,
  goal: response.at(-1)?.id ?? '',
  awareness: {},
  response,
  ...over,
});

export interface Built {
  readonly incidents: readonly Incident[];
  readonly injects?: readonly Inject[];
  readonly products?: readonly Product[];
  readonly windows?: Access['windows'];
  readonly coalition?: Partial<Coalition>;
  readonly scenario?: Partial<Scenario>;
}

/** A definition ready to compile. It is not read from files, so it is not checked: keep it right. */
export function build(built: Built): Definition {
  const windows = built.windows ?? [{ sensor: 'eye', object: 'thing', from: 0, until: 24 * HOUR }];
  return {
    scenario: {
      id: 'built',
      version: 1,
      title: 'Built in a test',
      summary: 'A small world for one question.',
      marking: 'EXERCISE – UNCLASSIFIED',
      startsAt: '2023-10-11T12:00:00Z',
      lasts: 12 * HOUR,
      playMinutes: 30,
      brief: 'A brief.',
      objectives: [{ id: 'learn', says: 'Learn what the rule does.' }],
      discussion: ['What did the rule do?'],
      seats: [
        { id: 'fr-seat', title: 'France', nation: 'fr', organisations: ['fr-ops'], brief: 'You are France.' },
        {
          id: 'us-seat',
          title: 'United States',
          nation: 'us',
          organisations: ['us-ops', 'us-policy'],
          brief: 'You are the US.',
        },
      ],
      satellites: [],
      products: [...(built.products ?? [track])],
      injects: [...(built.injects ?? [])],
      incidents: [...built.incidents],
      ...built.scenario,
    },
    access: { scenario: 'built', madeBy: 'hand', windows: [...windows] },
    coalition: coalition(built.coalition),
    policy: { id: 'plain', title: 'Plain', summary: 'Nothing is changed.', arrangement: 'test', levers: [] },
  };
}
