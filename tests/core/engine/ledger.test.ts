import { describe, expect, test } from 'vitest';
import type { Input } from '../../../src/core/engine/index.ts';
import type { Cause, ChargeSplit } from '../../../src/core/model/facts.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import type { Built, PairOver } from '../../support/build.ts';
import {
  act,
  build,
  decide,
  desk,
  exactly,
  HOUR,
  hand,
  incident,
  MIN,
  organisation,
  pair,
  sense,
  share,
} from '../../support/build.ts';
import { align, aligning, allies, seats } from '../../support/dealings.ts';
import type { Played } from '../../support/play.ts';
import { play } from '../../support/play.ts';
import { Walker } from '../../support/walker.ts';

type Tasks = Incident['response'];
const estimate = { source: 'estimate', confidence: 'low' } as const;

/** So many minutes of work that are nobody's, of a kind that is charged to the cause. */
const kinds = { sensing: 'assess', coordination: 'coordinate', execution: 'act' } as const;
const spend = (id: string, minutes: number, cause: keyof typeof kinds, needs: Tasks[number]['needs'] = []) =>
  ({ ...act(id, { desk: 'none', takes: exactly(minutes * MIN), needs }), task: kinds[cause] }) as Tasks[number];
const see = sense('see', { dwell: exactly(0) });
const goal = (needs: Tasks[number]['needs']) => spend('goal', 5, 'execution', needs);
const crossing = (over: PairOver, more: Built['coalition'] = {}) => ({
  pairs: [pair('us', 'fr', over), pair('fr', 'us')],
  ...more,
});

interface Case {
  readonly over?: Partial<Built>;
  readonly held?: string[];
  readonly inputs?: Input[];
  readonly incident?: Partial<Incident>;
}

function run(tasks: Tasks, { over, held = [], inputs = [], incident: about }: Case = {}): Played {
  const definition = build({ ...over, incidents: [incident('storm', tasks, about)] });
  const played = play(definition, { held }, inputs);
  const walked = new Walker(definition, played.facts).charges('storm');
  expect(walked, 'the independent walker').toEqual(played.charged('storm'));
  return played;
}

/** Minutes by cause. */
function minutes(tasks: Tasks, about: Case = {}): Partial<Record<Cause, number>> {
  const charged = run(tasks, about).charged('storm');
  return Object.fromEntries(Object.entries(charged).map(([cause, seconds]) => [cause, seconds / MIN]));
}

const split = (working: number, waiting: number, closed: number): ChargeSplit => ({
  working: working * MIN,
  waiting: waiting * MIN,
  closed: closed * MIN,
});
const answer = (minute: number, option: string): Input[] => [
  { type: 'advance', to: minute * MIN },
  { type: 'decide', at: minute * MIN, seat: 'us-seat', decision: 'ask', option, reason: '' },
];
const inject = (id: string, at: number) => ({
  id,
  at,
  to: [],
  from: 'A ministry',
  method: 'message' as const,
  text: 'Something has happened.',
  expected: 'Somebody acts.',
  objective: 'learn',
});

describe('a walk back', () => {
  const three = [spend('ten', 10, 'execution'), spend('twenty', 20, 'coordination'), spend('thirty', 30, 'sensing')];

  test('[R70] goes by steps that name what enabled them and begin where that ended', () => {
    const steps = run([...three, goal(['ten', 'twenty'])]).all('StepEnded');
    const last = steps.find(({ task }) => task === 'goal');
    expect(steps.find(({ step }) => step === last?.after)).toMatchObject({ task: 'twenty', at: last?.since });
  });

  test('[R71] charges each second since the first observable moment to one cause', () => {
    const windows = [{ sensor: 'eye', object: 'thing', from: HOUR, until: 24 * HOUR }];
    expect(minutes([sense('look'), goal(['look'])], { over: { windows } })).toEqual({ sensing: 10, execution: 5 });
  });

  test.each<[string, Tasks[number]['needs'], object]>([
    ['the last of all', ['ten', 'twenty'], { coordination: 20, execution: 5 }],
    ['the first of any', [{ any: ['twenty', 'ten'] }], { execution: 15 }],
    [
      'the second of at least two',
      [{ atLeast: 2, of: ['thirty', 'twenty', 'ten'] }],
      { coordination: 20, execution: 5 },
    ],
    ['the third of at least three', [{ atLeast: 3, of: ['thirty', 'twenty', 'ten'] }], { sensing: 30, execution: 5 }],
  ])('[R31] takes %s', (_, needs, charged) => {
    expect(minutes([...three, goal(needs)])).toEqual(charged);
  });

  test('[R53] goes through the information when that came after the offer', () => {
    const options = [
      { id: 'yes', says: 'Do it', planning: 'soon', needs: ['thirty'] },
      { id: 'no', says: 'Do not', planning: 'never', needs: [] },
    ];
    const tasks = [...three, decide('ask', { needs: ['ten'], options }), goal(['ask'])];
    const held = ['us-seat'];
    expect(minutes(tasks, { held, inputs: answer(40, 'yes') })).toEqual({
      sensing: 30,
      deliberation: 15,
      execution: 5,
    });
    expect(minutes(tasks, { held, inputs: answer(40, 'no') })).toEqual({ execution: 15, deliberation: 35 });
  });

  test('[R75] charges a lapsed question as waiting, and staff work as working', () => {
    const tasks = [decide('ask'), goal(['ask'])];
    const lapsed = run(tasks, { held: ['us-seat'] }).response('storm').charges;
    expect(lapsed).toEqual({ deliberation: split(0, 60, 0), execution: split(5, 0, 0) });
    const taken = run(tasks, { held: ['us-seat'], inputs: answer(20, 'yes') }).response('storm').charges;
    expect(taken.deliberation).toEqual(split(5, 20, 0));
  });

  test('[R71] goes through whichever of front door and release was later', () => {
    const tasks = [hand('pass'), goal(['pass'])];
    const door = { over: { coalition: crossing({ frontDoor: { seek: exactly(30 * MIN) } }) } };
    expect(minutes(tasks, door)).toEqual({ 'unclear-roles': 31, interoperability: 3, execution: 5 });
    const rules = { over: { coalition: crossing({ release: { review: exactly(30 * MIN) } }) } };
    expect(minutes(tasks, rules)).toEqual({ regulation: 32, interoperability: 3, execution: 5 });
  });

  test('[R71] goes through the deliberation of a seat that gave the verdict', () => {
    const options = ['granted', 'refused'].map((id) => ({ id, says: `It is ${id}`, planning: 'soon', needs: [] }));
    const verdict = decide('verdict', { options, default: 'refused', byTheBook: [{ holds: [], choose: 'granted' }] });
    const tasks = [hand('pass', { authorities: { weighException: 'verdict' } }), verdict, goal(['pass'])];
    expect(minutes(tasks, { over: { coalition: { delegations: [] } } })).toEqual({
      regulation: 3,
      deliberation: 5,
      interoperability: 3,
      execution: 5,
    });
  });

  test('[R71] counts every time that the same work was done', () => {
    const tasks = [hand('pass'), goal(['pass=failed'])];
    const garbled = { over: { coalition: crossing({ carriage: { garbled: share(1000) } }) } };
    expect(minutes(tasks, garbled)).toEqual({ regulation: 3, interoperability: 4, execution: 5 });
    const wrong = { over: { coalition: crossing({ frontDoor: { misroute: share(1000) } }) } };
    expect(minutes([hand('pass'), goal(['pass'])], wrong)).toEqual({
      'unclear-roles': 7,
      interoperability: 3,
      execution: 5,
    });
  });

  test('[R73] charges what went by before its first step to seeing and understanding, as closed', () => {
    const played = run([goal(['call'])], { over: { injects: [inject('call', HOUR)] } });
    expect(played.response('storm').charges).toEqual({ sensing: split(0, 0, 60), execution: split(5, 0, 0) });
  });

  test('[R72] splits a step into working, waiting for a person and desk closed', () => {
    const hours = [{ days: 'daily' as const, from: '1230', until: '2000', people: 1, ...estimate }];
    const ops = organisation('us-ops', 'us', [desk('watch', { hours })]);
    const organisations = [ops, organisation('us-policy', 'us'), organisation('fr-ops', 'fr')];
    const played = run([act('a-first'), act('goal')], {
      over: { coalition: { organisations } },
      incident: { goal: 'goal' },
    });
    expect(played.response('storm').charges).toEqual({ execution: split(10, 10, 30) });
  });

  test('[R72] splits an observation into dwell and nothing in view', () => {
    const windows = [
      { sensor: 'ear', object: 'thing', from: 0, until: MIN },
      { sensor: 'eye', object: 'thing', from: HOUR, until: 24 * HOUR },
    ];
    const tasks = [sense('look', { sensors: ['eye', 'ear'] }), goal(['look'])];
    expect(run(tasks, { over: { windows } }).response('storm').charges.sensing).toEqual(split(10, 0, 60));
  });

  test('[R76] adds up to the elapsed time exactly', () => {
    const played = run([see, hand('pass', { needs: ['see'] }), goal(['pass'])]);
    const total = Object.values(played.charged('storm')).reduce((sum, seconds) => sum + seconds, 0);
    expect(total).toBe(played.response('storm').elapsedSeconds);
  });
});

describe('a response that was not done', () => {
  const six = 6 * 60;
  const oneAtDesk = (over: Partial<Parameters<typeof desk>[1]>) => ({
    over: {
      coalition: {
        organisations: [
          organisation('us-ops', 'us', [desk('watch', over)]),
          organisation('us-policy', 'us'),
          organisation('fr-ops', 'fr'),
        ],
      },
    },
  });
  const charges = (tasks: Tasks, about: Case = {}) => run(tasks, about).response('storm').charges;

  test('[R74] is charged to a queue that it stood in', () => {
    const people = { hours: [{ days: 'daily' as const, from: '0000', until: '0000', people: 1, ...estimate }] };
    const tasks = [see, act('a-hog', { takes: exactly(9 * HOUR), needs: ['see'] }), act('goal', { needs: ['see'] })];
    expect(charges(tasks, oneAtDesk(people))).toEqual({ execution: split(0, six, 0) });
  });

  test('[R74] is charged to a closed desk that held it', () => {
    const hours = [{ days: 'daily' as const, from: '1200', until: '1230', people: 1, ...estimate }];
    const tasks = [see, act('goal', { takes: exactly(HOUR), needs: ['see'] })];
    expect(charges(tasks, oneAtDesk({ hours, atClose: 'hold' }))).toEqual({ execution: split(30, 0, six - 30) });
  });

  test('[R74] is charged to an observation that was never made', () => {
    expect(charges([sense('look', { object: 'nothing' }), goal(['look'])])).toEqual({ sensing: split(0, 0, six) });
  });

  test('[R74] is charged to a question that nobody answered', () => {
    const tasks = [see, decide('ask', { needs: ['see'], answerWithin: 9 * HOUR }), goal(['ask'])];
    expect(charges(tasks, { held: ['us-seat'] })).toEqual({ deliberation: split(0, six, 0) });
  });

  test('[R75] is charged to staff work still going on, from the information that the choice needed', () => {
    const options = [
      { id: 'yes', says: 'Do it', planning: 'soon', needs: ['word'] },
      { id: 'no', says: 'Do not', planning: 'never', needs: [] },
    ];
    const ask = decide('ask', { needs: ['see'], options, answerWithin: 9 * HOUR, staffTime: 2 * HOUR });
    const tasks = [see, spend('word', 30, 'coordination'), ask, goal(['ask'])];
    expect(charges(tasks, { held: ['us-seat'], inputs: answer(5 * 60, 'yes') })).toEqual({
      coordination: split(30, 0, 0),
      deliberation: split(60, six - 30 - 60, 0),
    });
  });

  test('[R74] is charged to the first gate of a handover that was not passed', () => {
    const tasks = [see, hand('pass', { needs: ['see'] }), goal(['pass'])];
    const both = { frontDoor: { seek: exactly(9 * HOUR) }, release: { review: exactly(9 * HOUR) } };
    expect(minutes(tasks, { over: { coalition: crossing(both) } })).toEqual({ 'unclear-roles': six });
    const second = { release: { review: exactly(9 * HOUR) } };
    expect(minutes(tasks, { over: { coalition: crossing(second) } })).toEqual({ regulation: six });
    const third = { carriage: { send: exactly(9 * HOUR) } };
    expect(minutes(tasks, { over: { coalition: crossing(third) } })).toEqual({
      regulation: 3,
      interoperability: six - 3,
    });
  });

  test('[R74] is charged to the first partner listed that is not yet of one mind', () => {
    const split = share(1000);
    const partners = allies(
      {
        fr: { coordination: aligning({ align: exactly(9 * HOUR) }) },
        uk: { coordination: aligning({ splits: share(0), splitsUnlessAgreed: split, mend: exactly(9 * HOUR) }) },
      },
      { matrix: [{ nation: 'fr', area: 'domain-awareness', level: 'share', ...estimate }] },
    );
    const charged = (...listed: string[]) =>
      minutes([see, align('meet', { needs: ['see'], with: listed }), goal(['meet'])], {
        over: { coalition: partners, scenario: { seats } },
      });
    expect(charged('fr-ops', 'uk-ops')).toEqual({ coordination: six });
    // Convened and heard in a quarter of an hour; what is then mended is what nobody ever agreed.
    expect(charged('uk-ops', 'fr-ops')).toEqual({ coordination: 15, 'no-agreed-end-state': six - 15 });
  });

  test('[R74] is charged, from a refusal on, to the cause that it was refused by', () => {
    const tasks = [see, spend('ten', 10, 'coordination', ['see']), hand('pass', { needs: ['ten'] }), goal(['pass'])];
    const refused = {
      over: { coalition: crossing({ release: { exceptionRefused: share(1000) } }, { delegations: [] }) },
    };
    expect(minutes(tasks, refused)).toEqual({ coordination: 10, regulation: six - 10 });
    const options = ['granted', 'refused'].map((id) => ({ id, says: `It is ${id}`, planning: 'soon', needs: [] }));
    const verdict = decide('verdict', { options, default: 'refused', byTheBook: [{ holds: [], choose: 'refused' }] });
    const bySeat = [
      see,
      hand('pass', { needs: ['see'], authorities: { weighException: 'verdict' } }),
      verdict,
      goal(['pass']),
    ];
    expect(minutes(bySeat, refused)).toEqual({ regulation: 3, deliberation: six - 3 });
  });

  test('[R74] is charged to a choice that closed the way, from that choice on', () => {
    const tasks = [see, decide('ask', { needs: ['see'] }), goal(['ask=no'])];
    expect(minutes(tasks)).toEqual({ deliberation: six });
  });

  test('[R74] finds the blocker along unmet needs as listed: in hand before tried, tried before not begun', () => {
    const inHand = spend('long', 900, 'coordination', ['see']);
    const notBegun = spend('later', 1, 'sensing', ['long']);
    const tried = [spend('one', 1, 'execution', ['see']), hand('tried', { needs: ['one'] })];
    const refused = {
      over: { coalition: crossing({ release: { exceptionRefused: share(1000) } }, { delegations: [] }) },
    };
    const over = (needs: Tasks[number]['needs']) => minutes([see, inHand, notBegun, ...tried, goal(needs)], refused);
    expect(over(['tried', 'long'])).toEqual({ execution: 1, regulation: six - 1 });
    expect(over(['long', 'tried'])).toEqual({ coordination: six });
    expect(over([{ any: ['tried', 'later', 'long'] }])).toEqual({ coordination: six });
    expect(over([{ any: ['later', 'tried'] }])).toEqual({ execution: 1, regulation: six - 1 });
    expect(over(['later'])).toEqual({ coordination: six });
  });

  test('[R74] is not charged to a part of a need that has come', () => {
    const tasks = [
      see,
      decide('ask', { needs: ['see'] }),
      spend('long', 900, 'coordination', ['see']),
      goal([{ atLeast: 2, of: ['ask', 'never'] }]),
      spend('never', 1, 'sensing', ['long']),
    ];
    expect(minutes(tasks, { incident: { goal: 'goal' } })).toEqual({ coordination: six });
  });

  test('[R74] is charged to what was tried before what could never begin', () => {
    const past = incident('past', [see, act('never', { needs: ['call'] })], { horizon: HOUR });
    const tasks = [
      sense('look', { dwell: exactly(0) }),
      hand('tried', { needs: ['look'] }),
      goal([{ any: ['never', 'tried=spoken'] }]),
    ];
    const definition = build({ incidents: [past, incident('storm', tasks)], injects: [inject('call', 2 * HOUR)] });
    const played = play(definition);
    expect(played.charged('storm')).toEqual({ regulation: 3 * MIN, interoperability: (six - 3) * MIN });
    expect(new Walker(definition, played.facts).charges('storm')).toEqual(played.charged('storm'));
  });

  test('[R74] is charged to the end of the exercise when that comes first', () => {
    const tasks = [see, spend('goal', 900, 'execution', ['see'])];
    expect(minutes(tasks, { over: { scenario: { lasts: 2 * HOUR } } })).toEqual({ execution: 120 });
  });
});

describe('a question that the clock put', () => {
  const injects = [inject('call', 2 * HOUR)];

  test('[R77] is charged before to what the other ways to it were waiting for', () => {
    const tasks = [
      see,
      spend('word', 180, 'coordination', ['see']),
      decide('ask', { needs: [{ any: ['call', 'word'] }] }),
      goal(['ask']),
    ];
    expect(minutes(tasks, { over: { injects } })).toEqual({ coordination: 120, deliberation: 5, execution: 5 });
  });

  test('[R77] is charged before to what had ended otherwise', () => {
    const tasks = [
      see,
      hand('pass', { needs: ['see'] }),
      decide('ask', { needs: [{ any: ['pass', 'call'] }] }),
      goal(['ask']),
    ];
    const coalitionOver = crossing({ release: { exceptionRefused: share(1000) } }, { delegations: [] });
    expect(minutes(tasks, { over: { injects, coalition: coalitionOver } })).toEqual({
      regulation: 120,
      deliberation: 5,
      execution: 5,
    });
  });

  test('[R77] is not charged to what the clock begins in the same moment', () => {
    const tasks = [
      see,
      decide('a-first', { needs: ['call'] }),
      decide('ask', { needs: [{ any: ['call', 'a-first'] }] }),
      goal(['ask']),
    ];
    expect(minutes(tasks, { over: { injects } })).toEqual({ sensing: 120, deliberation: 5, execution: 5 });
  });

  test('[R77] takes nothing from what came before it', () => {
    const tasks = [
      see,
      spend('word', 60, 'coordination', ['see']),
      decide('ask', { needs: [{ any: ['call', 'word'] }] }),
      goal(['ask']),
    ];
    expect(minutes(tasks, { over: { injects } })).toEqual({ coordination: 60, deliberation: 5, execution: 5 });
  });
});
