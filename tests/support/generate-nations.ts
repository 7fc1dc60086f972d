/** Coalitions nobody would write, for the laws: three allies and one who is not. */

import { classifications } from '../../src/core/model/classifications.ts';
import type { Nation, Organisation, Pair, TrustRules } from '../../src/core/model/coalition.ts';
import { carriagePaths } from '../../src/core/model/coalition.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import { trustMoves } from '../../src/core/model/trust-moves.ts';
import { urgencies } from '../../src/core/model/urgency.ts';
import { between, coalition, exactly, MIN, organisation, pair, share } from './build.ts';
import type { Tape } from './tape.ts';

type Desk = Organisation['desks'][number];
export const estimate = { source: 'estimate', confidence: 'low' } as const;
const shifts: readonly Pick<Desk['hours'][number], 'days' | 'from' | 'until'>[] = [
  { days: 'daily', from: '0000', until: '0000' },
  { days: 'daily', from: '0800', until: '1700' },
  { days: 'mon-fri', from: '0900', until: '1500' },
  { days: 'daily', from: '2200', until: '0600' },
  { days: ['wed', 'thu'], from: '1215', until: '1315' },
];

export const moments = (tape: Tape) => {
  const low = tape.upTo(20) * MIN;
  return tape.once(4) ? between(low, low + tape.upTo(30) * 7, low + 40 * MIN) : exactly(low + tape.upTo(3));
};

function someDesk(tape: Tape, desk: Desk): Desk {
  if (!tape.once(3))
    return { ...desk, hours: [{ ...desk.hours[0], people: 1 + tape.upTo(2) } as Desk['hours'][number]] };
  return {
    ...desk,
    hours: [{ ...tape.one(shifts), people: 1 + tape.upTo(2), ...estimate }],
    atClose: tape.one(['finish', 'hold']),
    ...(tape.once(3) ? { onCall: { atLeast: tape.one(urgencies), callIn: tape.upTo(60) * MIN, ...estimate } } : {}),
    background: tape.once(3)
      ? [
          {
            urgency: tape.one(urgencies),
            every: exactly((20 + tape.upTo(100)) * MIN),
            takes: moments(tape),
            backlog: tape.upTo(4),
          },
        ]
      : [],
  };
}

/** Some organisations lack desks and reach back for them. */
function someOrganisation(tape: Tape, id: string, nation: string, reachBack?: string): Organisation {
  const whole = organisation(id, nation);
  const lacks = reachBack === undefined ? [] : tape.some(whole.desks.map(({ role }) => role));
  const desks = whole.desks.filter(({ role }) => !lacks.includes(role)).map((desk) => someDesk(tape, desk));
  return { ...whole, zone: tape.one(['utc', 'paris']), desks, ...(reachBack === undefined ? {} : { reachBack }) };
}

const odds = (tape: Tape) => share(tape.one([0, 0, 0, 300, 500, 1000]));
const harm = (tape: Tape) => share(tape.one([0, 500, 1000]));
const halfOdds = (tape: Tape) => share(tape.one([0, 0, 200, 300, 450]));

function somePair(tape: Tape, from: string, to: string): Pair {
  const timed = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, moments(tape)]));
  return {
    ...pair(from, to, {
      frontDoor: {
        ...timed(['seek', 'knock', 'settle', 'escalate']),
        misroute: halfOdds(tape),
        dispute: halfOdds(tape),
        disputeUnlessAgreed: halfOdds(tape),
        nobody: odds(tape),
        ...(tape.once(4) ? { tracked: true } : {}),
      },
      release: {
        ...(tape.once(3)
          ? { exceptionRefusedUnlessAgreed: odds(tape), specialAccessRefused: odds(tape), misheard: odds(tape) }
          : {}),
        ...timed(['mark', 'checkDelegation', 'askOriginator', 'review', 'weighException', 'makeTearLine', 'speak']),
        originatorRefuses: odds(tape),
        flawed: halfOdds(tape),
        needsTearLine: halfOdds(tape),
        exceptionRefused: odds(tape),
      },
      carriage: {
        ...timed(['choosePath', 'send', 'humanReview', 'rekey', 'convert']),
        path: tape.once(3) ? pathsByLevel(tape) : tape.one(paths),
        garbled: odds(tape),
        returned: odds(tape),
      },
    }),
    doorAt: tape.one(['to', 'from']),
    ...(tape.once(4) ? {} : { costs: { exposes: harm(tape), breaches: harm(tape) } }),
  };
}

const paths = ['automated', ...carriagePaths] as const;
const pathsByLevel = (tape: Tape) =>
  Object.fromEntries(classifications.map((level) => [level, tape.one(paths)])) as Pair['carriage']['path'];

/** How a nation decides and aligns. */
const ways = (tape: Tape): Pick<Nation, 'decision' | 'coordination'> => ({
  decision: {
    assess: moments(tape),
    decide: moments(tape),
    refer: moments(tape),
    legal: moments(tape),
    referred: halfOdds(tape),
    legalAsked: halfOdds(tape),
    unlawful: odds(tape),
    caveated: halfOdds(tape),
    declined: halfOdds(tape),
  },
  coordination: {
    convene: moments(tape),
    align: moments(tape),
    mend: moments(tape),
    splits: odds(tape),
    splitsUnlessAgreed: odds(tape),
    broken: odds(tape),
  },
});

const level = (trust: number) => ({ trust, ...estimate });

/** Everybody's trust in everybody, and moves so large that partnerships change. */
function someTrust(tape: Tape): TrustRules {
  const move = (most: number) => ({ points: tape.upTo(most) - Math.floor(most / 2), ...estimate });
  const starts = nations.flatMap((of) =>
    nations.filter((by) => by !== of && !tape.once(4)).map((by) => ({ of, in: by, ...level(tape.upTo(1000)) })),
  );
  return {
    starts,
    moves: Object.fromEntries(trustMoves.map((one) => [one, move(900)])) as TrustRules['moves'],
    bands: { high: level(750), fair: level(500), low: level(250 + tape.upTo(100)) },
    stretch: { atNone: 1000 + tape.upTo(1500), atFull: 1000 - tape.upTo(700), ...estimate },
  };
}

/** A nation that is nobody's ally, with an organisation that no ally's work crosses. */
export const adversary: Nation = {
  id: 'xx',
  name: 'Elsewhere',
  code: 'XXX',
  exceptionsAt: 'xx-ops',
  adversary: true,
  source: 'estimate',
};

export const nations = ['us', 'fr', 'uk'] as const;
export const organisationsOf: Readonly<Record<string, readonly string[]>> = {
  us: ['us-ops', 'us-policy'],
  fr: ['fr-ops'],
  uk: ['uk-ops'],
};
export const everywhere = ['us-ops', 'us-policy', 'fr-ops', 'uk-ops'] as const;
export const sensorIds = ['eye', 'ear', 'dish'] as const;

export function someCoalition(tape: Tape): Definition['coalition'] {
  const plain = coalition();
  const paris = { month: 10, week: 'last', weekday: 'sun', at: '0100', reckonedIn: 'utc' } as const;
  return {
    ...plain,
    zones: [
      ...plain.zones,
      {
        id: 'paris',
        standardMinutes: 60,
        daylight: { minutes: 120, from: { ...paris, month: 3 }, until: paris },
        source: 'estimate',
      },
    ],
    nations: [
      ...[
        ...plain.nations,
        { id: 'uk', name: 'Kingdom', code: 'GBR', exceptionsAt: 'uk-ops', capital: 'uk-ops', source: 'estimate' },
      ].map((nation) => ({ ...nation, ...ways(tape) })),
      adversary,
    ],
    ...(tape.once(3) ? {} : { trust: someTrust(tape) }),
    organisations: [
      someOrganisation(tape, 'us-ops', 'us', 'us-policy'),
      someOrganisation(tape, 'us-policy', 'us'),
      someOrganisation(tape, 'fr-ops', 'fr'),
      someOrganisation(tape, 'uk-ops', 'uk'),
      organisation('xx-ops', 'xx'),
    ],
    sensors: [
      ...plain.sensors,
      {
        ...(plain.sensors[0] as (typeof plain.sensors)[number]),
        id: 'dish',
        name: 'Dish',
        nation: 'uk',
        operator: 'uk-ops',
      },
    ],
    pairs: nations.flatMap((from) => nations.map((to) => somePair(tape, from, to))),
    delegations: nations.flatMap((by) =>
      nations
        .filter((to) => to !== by && !tape.once(3))
        .map((to) => ({
          by,
          to,
          kinds: tape.one([['track'], ['warning'], ['track', 'warning']] as const) as never,
          tearLineOnly: tape.once(3),
          ...estimate,
        })),
    ),
    matrix: tape.some(['fr', 'uk']).map((nation) => ({
      nation,
      area: 'domain-awareness',
      level: tape.one(['share', 'undefined', 'integrate']),
      ...estimate,
    })),
  };
}
