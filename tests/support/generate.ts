/**
 * Definitions nobody would write, for the laws. A *tape* of numbers says every choice; a tape that has run out says the plainest one, so a
 * failing case shrinks to a plain world. `fc.sample`d or checked, the same tape makes the same definition.
 */
import * as fc from 'fast-check';
import type { Input, RunChoice } from '../../src/core/engine/index.ts';
import { compile, startRun } from '../../src/core/engine/index.ts';
import type { Organisation, Pair } from '../../src/core/model/coalition.ts';
import type { Fact } from '../../src/core/model/facts.ts';
import type { Product } from '../../src/core/model/product.ts';
import type { Access, Definition, Incident, Inject, Need, Task } from '../../src/core/model/scenario.ts';
import { urgencies } from '../../src/core/model/urgency.ts';
import {
  act,
  between,
  build,
  coalition,
  decide,
  exactly,
  HOUR,
  hand,
  incident,
  MIN,
  organisation,
  pair,
  sense,
  share,
} from './build.ts';

export const DEEP = process.env.SAYDO_DEEP === '1';

/** How many cases a law tries: modest in `npm test`, many in `npm run test:deep`. */
export const times = (few: number, many = few * 40): { numRuns: number } => ({ numRuns: DEEP ? many : few });

export class Tape {
  private readonly numbers: readonly number[];
  private at = 0;

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  /** A whole number from 0 to `most`. */
  upTo(most: number): number {
    return (this.numbers[this.at++] ?? 0) % (most + 1);
  }

  /** Once in so many cases. */
  once(inSoMany: number): boolean {
    return this.upTo(inSoMany - 1) === inSoMany - 1;
  }

  one<T>(of: readonly T[]): T {
    return of[this.upTo(of.length - 1)] as T;
  }

  some<T>(of: readonly T[]): T[] {
    return of.filter(() => this.once(2));
  }
}

export const tapes = (length = 900): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(999_999), { minLength: length, maxLength: length });

const LASTS = 30 * HOUR;

type Desk = Organisation['desks'][number];
const estimate = { source: 'estimate', confidence: 'low' } as const;
const shifts: readonly Pick<Desk['hours'][number], 'days' | 'from' | 'until'>[] = [
  { days: 'daily', from: '0000', until: '0000' },
  { days: 'daily', from: '0800', until: '1700' },
  { days: 'mon-fri', from: '0900', until: '1500' },
  { days: 'daily', from: '2200', until: '0600' },
  { days: ['wed', 'thu'], from: '1215', until: '1315' },
];

const moments = (tape: Tape) => {
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

const odds = (tape: Tape) => share(tape.one([0, 300, 500, 1000]));
const halfOdds = (tape: Tape) => share(tape.one([0, 200, 300, 450]));

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
      },
      release: {
        ...timed(['mark', 'checkDelegation', 'askOriginator', 'review', 'weighException', 'makeTearLine', 'speak']),
        originatorRefuses: odds(tape),
        flawed: halfOdds(tape),
        needsTearLine: halfOdds(tape),
        exceptionRefused: odds(tape),
      },
      carriage: {
        ...timed(['choosePath', 'send', 'humanReview', 'rekey', 'convert']),
        path: tape.one(['automated', 'reviewed', 'manual', 'none']),
        garbled: odds(tape),
        returned: odds(tape),
      },
    }),
    doorAt: tape.one(['to', 'from']),
  };
}

const nations = ['us', 'fr', 'uk'] as const;
const organisationsOf: Readonly<Record<string, readonly string[]>> = {
  us: ['us-ops', 'us-policy'],
  fr: ['fr-ops'],
  uk: ['uk-ops'],
};
const everywhere = ['us-ops', 'us-policy', 'fr-ops', 'uk-ops'] as const;
const sensorIds = ['eye', 'ear', 'dish'] as const;

function someCoalition(tape: Tape): Definition['coalition'] {
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
    nations: [...plain.nations, { id: 'uk', name: 'Kingdom', code: 'GBR', exceptionsAt: 'uk-ops', source: 'estimate' }],
    organisations: [
      someOrganisation(tape, 'us-ops', 'us', 'us-policy'),
      someOrganisation(tape, 'us-policy', 'us'),
      someOrganisation(tape, 'fr-ops', 'fr'),
      someOrganisation(tape, 'uk-ops', 'uk'),
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
    pairs: nations.flatMap((from) => nations.filter((to) => to !== from).map((to) => somePair(tape, from, to))),
    delegations: nations.flatMap((by) =>
      nations
        .filter((to) => to !== by && tape.once(2))
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

const productIds = ['track', 'warning', 'secret'] as const;

const someProducts = (tape: Tape): Product[] =>
  productIds.map((id) => ({
    id,
    title: `Product ${id}`,
    kind: id === 'secret' ? 'finding' : id,
    quality: 3,
    owner: tape.one(everywhere),
    marking: {
      classification: 'SECRET',
      releasableTo: tape.once(4) ? [tape.one(nations)] : [],
      controls: tape.once(4) ? ['originator-controlled'] : [],
    },
  }));

/** A way in which a task may end that a need can name. */
function someLiteral(tape: Tape, task: Task | Inject): string {
  if (!('task' in task)) return task.id;
  if (task.task === 'decide') return tape.once(2) ? `${task.id}=${tape.one(task.options).id}` : task.id;
  if (task.task !== 'share') return task.id;
  if (task.form === 'oral') return `${task.id}=${tape.one(['spoken', 'spoken', 'denied'])}`;
  return tape.once(3) ? `${task.id}=${tape.one(['denied', 'failed', 'tear-line', 'delivered'])}` : task.id;
}

function someNeed(tape: Tape, earlier: readonly (Task | Inject)[]): Need {
  const literal = () => someLiteral(tape, tape.one(earlier));
  const kind = tape.upTo(5);
  if (kind === 4) return { any: [literal(), literal(), literal()] };
  const of = [...new Map(earlier.slice(-4).map((task) => [task.id, someLiteral(tape, task)])).values()];
  if (kind === 5 && of.length > 1) return { atLeast: 1 + tape.upTo(of.length - 1), of };
  return literal();
}

function needsFrom(tape: Tape, earlier: readonly (Task | Inject)[]): Need[] {
  if (earlier.length === 0) return [];
  const last = earlier.at(-1) as Task | Inject;
  const first = tape.once(2) ? someNeed(tape, earlier) : someLiteral(tape, last);
  return tape.once(3) ? [first, someNeed(tape, earlier)] : [first];
}

const optionIds = ['yes', 'no', 'wait'] as const;

function someDecision(tape: Tape, id: string, earlier: readonly (Task | Inject)[]): Task {
  const answerWithin = (10 + tape.upTo(240)) * MIN;
  return decide(id, {
    seat: tape.one(['us-seat', 'fr-seat', 'uk-seat']),
    options: optionIds.map((option) => ({
      id: option,
      says: `Say ${option} to ${id}`,
      planning: 'hours',
      needs: option !== 'no' && earlier.length > 0 && tape.once(2) ? [someNeed(tape, earlier)] : [],
    })),
    default: 'no',
    byTheBook: [
      { holds: tape.once(3) ? [tape.one(productIds)] : [], choose: tape.one(optionIds) },
      { holds: [], choose: tape.one(optionIds) },
    ],
    staffTime: Math.min(answerWithin, tape.upTo(40) * MIN),
    answerWithin,
  });
}

function someShare(tape: Tape, id: string): Task[] {
  const from = tape.one(everywhere);
  const to = tape.one(everywhere.filter((other) => !(organisationsOf[nationOf(from)] ?? []).includes(other)));
  const form = tape.one(['full', 'full', 'tear-line', 'oral'] as const);
  const handover = hand(id, { product: tape.one(productIds), from, to, form, urgency: tape.one(urgencies) });
  if (!tape.once(4)) return [handover];
  const verdict = `${id}-verdict`;
  const answers = ['granted', 'refused'].map((option) => ({
    id: option,
    says: `It is ${option}`,
    planning: 'hours',
    needs: [],
  }));
  const answerWithin = (30 + tape.upTo(120)) * MIN;
  const decision = decide(verdict, {
    seat: 'us-seat',
    options: answers,
    default: 'refused',
    byTheBook: [{ holds: [], choose: tape.one(['granted', 'refused']) }],
    staffTime: tape.upTo(30) * MIN,
    answerWithin,
  });
  return [{ ...handover, authorities: { weighException: verdict } } as Task, decision];
}

const nationOf = (organisationId: string): string => organisationId.split('-')[0] as string;

function someTask(tape: Tape, id: string, earlier: readonly (Task | Inject)[], object: string): Task[] {
  const needs = needsFrom(tape, earlier);
  const about = {
    needs,
    tells: tape.once(4) ? [tape.one(['us-seat', 'fr-seat', 'uk-seat'])] : [],
    reveals: tape.once(4) ? [tape.one(['nature', 'deadline'] as const)] : [],
    ...(tape.once(3) ? { milestone: tape.one(['noticed', 'understood', 'decided', 'acting'] as const) } : {}),
  };
  const gives = tape.once(3) ? { gives: tape.one(productIds) } : {};
  switch (tape.upTo(4)) {
    case 0:
      return [
        {
          ...act(id),
          task: tape.one(['assess', 'consent', 'coordinate', 'act', 'announce']),
          at: tape.one(everywhere),
          takes: moments(tape),
          urgency: tape.one(urgencies),
          ...(tape.once(5) ? { desk: 'none' } : {}),
          ...gives,
          ...about,
        } as Task,
      ];
    case 1:
      // Asked early, so that what its options need may come while it stands open.
      return [
        {
          ...someDecision(tape, id, earlier),
          ...about,
          ...(tape.once(2) ? { needs: earlier.slice(0, 1).map(({ id: first }) => first) } : {}),
        },
      ];
    case 2:
      return [
        {
          ...sense(id, {
            object,
            sensors: [tape.one(sensorIds), tape.one(sensorIds)],
            dwell: exactly(tape.upTo(20) * MIN),
          }),
          ...gives,
          ...about,
        },
      ];
    default:
      return someShare(tape, id).map((task, place) => (place === 0 ? { ...task, ...about } : task));
  }
}

export function someIncident(tape: Tape, id: string, before: readonly (Task | Inject)[], object = 'thing'): Incident {
  const seen = sense(`${id}-0`, {
    object,
    sensors: [tape.one(sensorIds), 'eye'],
    dwell: exactly(tape.upTo(15) * MIN),
    milestone: 'noticed',
  });
  const response: Task[] = tape.once(6) ? [] : [seen];
  const length = 1 + tape.upTo(6);
  for (let i = 1; i <= length; i++) response.push(...someTask(tape, `${id}-${i}`, [...before, ...response], object));
  const goal = (response.findLast(({ id: task }) => !task.endsWith('verdict')) as Task).id;
  const aware = response.find((task) => task.task === 'share');
  return incident(id, response, {
    begins: tape.upTo(6) * HOUR,
    window: { closes: (1 + tape.upTo(8)) * HOUR, because: 'physics says so', ...estimate },
    horizon: (2 + tape.upTo(14)) * HOUR,
    goal,
    awareness:
      aware === undefined ? {} : { fr: [aware.id], uk: [seen.id].filter(() => response.includes(seen)).concat(goal) },
  });
}

function someWindows(tape: Tape, objects: readonly string[]): Access['windows'] {
  return objects.flatMap((object) =>
    sensorIds.flatMap((sensor) => {
      let from = tape.upTo(120) * MIN;
      return Array.from({ length: 1 + tape.upTo(3) }, () => {
        const window = { sensor, object, from, until: from + (5 + tape.upTo(300)) * MIN };
        from = window.until + tape.one([0, 30, 200]) * MIN;
        return window;
      });
    }),
  );
}

function someInjects(tape: Tape): Inject[] {
  return Array.from({ length: tape.upTo(2) }, (_, i) => ({
    id: `inject-${i}`,
    at: tape.upTo(10) * HOUR,
    to: tape.some(['us-seat', 'fr-seat', 'uk-seat']),
    from: 'A ministry',
    method: tape.one(['message', 'call', 'press', 'log'] as const),
    text: `The text of inject ${i}.`,
    expected: 'Somebody acts.',
    objective: 'learn',
  }));
}

/** Up to two incidents over a coalition of three nations. */
export function definitionOf(numbers: readonly number[]): Definition {
  const tape = new Tape(numbers);
  const injects = someInjects(tape);
  const first = someIncident(tape, 'alpha', injects);
  const second = tape.once(2)
    ? [someIncident(tape, 'bravo', [...injects, ...first.response], tape.one(['thing', 'other']))]
    : [];
  const seat = (nation: string, title: string) => ({
    id: `${nation}-seat`,
    title,
    nation,
    organisations: [...(organisationsOf[nation] as readonly string[])],
    brief: `You are ${title}.`,
  });
  const lasts = tape.one([LASTS, LASTS, 6 * HOUR]);
  return build({
    incidents: [first, ...second],
    injects,
    products: someProducts(tape),
    windows: someWindows(tape, ['thing', 'other']),
    coalition: someCoalition(tape),
    scenario: { lasts, seats: [seat('fr', 'France'), seat('uk', 'the Kingdom'), seat('us', 'the States')] },
  });
}

export const definitions = (): fc.Arbitrary<Definition> => tapes().map(definitionOf);

export const seeds = (): fc.Arbitrary<string> => fc.nat(1_000_000).map((n) => `seed-${n}`);

export const nobody = (seed: string): RunChoice => ({ seed, held: [], standIn: 'by-the-book' });

/** Who holds which seats, and the tape that people answer by. */
export const staffings = (): fc.Arbitrary<{ choice: RunChoice; answers: number[] }> =>
  fc
    .record({ seed: seeds(), held: fc.subarray(['fr-seat', 'uk-seat', 'us-seat']), answers: tapes(60) })
    .map(({ seed, held, answers }) => ({
      choice: { seed, held, standIn: 'by-the-book' as const },
      answers,
    }));

/** A whole run in which people answer some of what they are asked, at once or later: its inputs and facts. */
export function playPeople(
  definition: Definition,
  choice: RunChoice,
  answers: readonly number[],
): { inputs: Input[]; facts: Fact[] } {
  const run = startRun(compile(definition), choice);
  const tape = new Tape(answers);
  const inputs: Input[] = [];
  const facts: Fact[] = [];
  const take = (input: Input, told: readonly Fact[]) => {
    inputs.push(input);
    facts.push(...told);
  };
  while (!run.ended) {
    const later = tape.once(3) ? Math.min(run.now + tape.upTo(90) * MIN, run.plan.lasts) : run.plan.lasts;
    const { input, facts: told } = run.toNextDecision(Math.max(run.now, later));
    take(input, told);
    for (const { decision, options, seat } of openTo(definition, facts, choice.held)) {
      if (tape.once(3)) continue;
      const answer: Input = { type: 'decide', at: run.now, seat, decision, option: tape.one(options), reason: '' };
      const given = run.give(answer);
      if (!('refused' in given)) take(answer, given);
    }
  }
  return { inputs, facts };
}

/** Questions open to held seats, as the facts say. */
function openTo(definition: Definition, facts: readonly Fact[], held: readonly string[]) {
  const seatOf = new Map(
    definition.scenario.incidents.flatMap(({ response }) =>
      response.flatMap((task) => (task.task === 'decide' ? [[task.id, task.seat] as const] : [])),
    ),
  );
  const open = new Map<string, string[]>();
  for (const fact of facts) {
    if (fact.type === 'DecisionOffered') open.set(fact.decision, [...fact.open]);
    else if (fact.type === 'OptionOpened') open.get(fact.decision)?.push(fact.option);
    else if (fact.type === 'DecisionTaken' || fact.type === 'DecisionWithdrawn') open.delete(fact.decision);
  }
  return [...open]
    .map(([decision, options]) => ({ decision, options, seat: seatOf.get(decision) as string }))
    .filter(({ seat }) => held.includes(seat));
}
