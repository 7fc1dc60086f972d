/** Law 7: a view is a function of what was delivered to that seat and when. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunChoice } from '../../src/core/engine/index.ts';
import type { Fact } from '../../src/core/model/facts.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import type { Task } from '../../src/core/model/task.ts';
import type { SeatView } from '../../src/core/model/view.ts';
import { beginExercise } from '../../src/exercise/exercise.ts';
import {
  act,
  build,
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
} from '../support/build.ts';
import { allies, branch, consent, option, promise, seats, trusting } from '../support/dealings.ts';
import { definitions, nobody, playPeople, seeds, staffings, times } from '../support/generate.ts';
import { certain, withTasks } from '../support/variants.ts';

const seatIds = ['fr-seat', 'uk-seat', 'us-seat', 'xx-seat'] as const;

/** Every text that a reader could be shown gets a mark of its own; so do the names of hidden things. */
const mark = (of: string, what: string) => `«${of}:${what}»`;
const marksIn = (text: string) => new Set([...text.matchAll(/«[^»]*»/g)].map(([found]) => found));

function marked(definition: Definition): Definition {
  const { scenario } = definition;
  const tainted = withTasks(definition, (task): Task => {
    const titled = { ...task, title: mark(task.id, 'title') };
    if ('finds' in titled && titled.finds !== undefined) {
      const ends = titled.finds.ends.map((end) => ({ ...end, says: mark(task.id, `finds-${end.outcome}`) }));
      return { ...titled, finds: { ...titled.finds, ends } };
    }
    if (titled.task !== 'decide') return titled;
    const options = titled.options.map((option) => ({
      ...option,
      ...(option.promises === undefined
        ? {}
        : { promises: option.promises.map((one) => ({ ...one, says: mark(one.id, 'promise') })) }),
      says: mark(task.id, `says-${option.id}`),
      planning: mark(task.id, `planning-${option.id}`),
    }));
    return { ...titled, options, question: mark(task.id, 'question'), context: mark(task.id, 'context') };
  });
  return {
    ...tainted,
    scenario: {
      ...tainted.scenario,
      brief: mark('all', 'brief'),
      seats: scenario.seats.map((seat) => ({ ...seat, brief: mark(seat.id, 'brief') })),
      products: scenario.products.map((product) => ({ ...product, title: mark(product.id, 'title') })),
      injects: scenario.injects.map((inject) => ({
        ...inject,
        from: mark(inject.id, 'from'),
        text: mark(inject.id, 'text'),
        expected: mark(inject.id, 'expected'),
      })),
      incidents: tainted.scenario.incidents.map((one) => ({
        ...one,
        title: mark(one.id, 'title'),
        reportedAs: mark(one.id, 'reported'),
        truth: mark(one.id, 'truth'),
        window: { ...one.window, because: mark(one.id, 'because') },
        ...(one.branches === undefined
          ? {}
          : { branches: one.branches.map((branch) => ({ ...branch, says: mark(one.id, branch.id) })) }),
        ...(one.consequences === undefined
          ? {}
          : { consequences: one.consequences.map((each) => ({ ...each, says: mark(one.id, 'consequence') })) }),
      })),
      ...(scenario.ladder === undefined
        ? {}
        : {
            ladder: {
              ...scenario.ladder,
              rungs: scenario.ladder.rungs.map((rung) => ({ ...rung, says: mark(rung.id, 'rung') })),
              moves: scenario.ladder.moves.map((move) => ({ ...move, says: mark(move.when, 'move') })),
            },
          }),
    },
  };
}

/** What a seat may have read, by V1 to V11: written from the rules and the facts, not from the views. */
class Told {
  readonly marks = new Set<string>();
  readonly incidents = new Set<string>();
  readonly deadlines = new Set<string>();
  private readonly seat: Definition['scenario']['seats'][number];
  private readonly definition: Definition;
  private readonly tasks = new Map<string, { task: Task; incident: string }>();

  constructor(definition: Definition, seat: string) {
    this.definition = definition;
    this.seat = definition.scenario.seats.find(({ id }) => id === seat) as Definition['scenario']['seats'][number];
    for (const one of definition.scenario.incidents)
      for (const task of one.response) this.tasks.set(task.id, { task, incident: one.id });
    this.read(seat, 'brief');
  }

  private read(of: string, ...what: string[]): void {
    for (const each of what) this.marks.add(mark(of, each));
  }

  private knows(incident: string): void {
    this.incidents.add(incident);
    this.read(incident, 'reported');
  }

  private owns(organisation: string): boolean {
    return this.seat.organisations.includes(organisation);
  }

  hear(fact: Fact): void {
    if (fact.type === 'InjectDelivered') {
      const inject = this.definition.scenario.injects.find(({ id }) => id === fact.inject);
      if (!inject?.to.includes(this.seat.id)) return;
      this.read(fact.inject, 'from', 'text');
      if (inject.incident !== undefined) this.knows(inject.incident);
    } else if (fact.type === 'PromiseMade') {
      if (![fact.from, fact.to].includes(this.seat.nation)) return;
      this.read(fact.promise, 'promise');
      this.knows((this.tasks.get(fact.decision) as { incident: string }).incident);
    } else if (fact.type === 'ProductHeld' && this.owns(fact.organisation)) {
      this.read(fact.product, 'title');
      this.knows((this.tasks.get(fact.task) as { incident: string }).incident);
    } else if (fact.type === 'TaskBegan') this.hearBeginning(fact.task);
    else if (fact.type === 'TaskEnded' && fact.outcome !== 'overtaken') this.hearEnd(fact);
  }

  private hearBeginning(id: string): void {
    const { task, incident: of } = this.tasks.get(id) as { task: Task; incident: string };
    if (task.task === 'sense') return;
    if (task.task === 'decide') {
      if (task.seat !== this.seat.id) return;
      this.read(
        id,
        'title',
        'question',
        'context',
        ...task.options.flatMap((option) => [`says-${option.id}`, `planning-${option.id}`]),
      );
    } else if (this.works(task)) this.read(id, 'title');
    else return;
    this.knows(of);
  }

  /** Its people are at work on it: it is theirs, or they are convened. */
  private works(task: Exclude<Task, { task: 'sense' | 'decide' }>): boolean {
    if (task.task === 'share') return this.owns(task.from);
    return this.owns(task.at) || (task.task === 'align' && task.with.some((partner) => this.owns(partner)));
  }

  private hearEnd({ task: id, outcome, sensor }: Extract<Fact, { type: 'TaskEnded' }>): void {
    const found = this.tasks.get(id);
    if (found === undefined) return;
    const { task, incident: of } = found;
    const badly = task.task === 'share' && ['denied', 'failed', 'withheld'].includes(outcome);
    const operator = this.definition.coalition.sensors.find((one) => one.id === sensor)?.operator;
    const doer =
      task.task === 'sense'
        ? this.owns(operator ?? '')
        : task.task === 'decide'
          ? task.seat === this.seat.id
          : this.owns(task.task === 'share' ? task.from : task.at);
    const tells = task.tells.includes(this.seat.id) && !badly;
    const receives = task.task === 'share' && this.owns(task.to) && !badly;
    if (doer && task.task === 'sense') this.read(id, 'title');
    const isFound = 'finds' in task && task.finds !== undefined;
    if (tells) this.read(id, task.task === 'decide' ? `says-${outcome}` : isFound ? `finds-${outcome}` : 'title');
    if (doer && isFound) this.read(id, 'title', `finds-${outcome}`);
    if (doer || tells || (task.task === 'align' && this.works(task))) this.knows(of);
    if (badly || !(doer || tells || receives)) return;
    if (task.reveals.includes('nature')) this.read(of, 'title');
    if (task.reveals.includes('deadline')) {
      this.read(of, 'because');
      this.deadlines.add(of);
    }
  }
}

function expectClean(definition: Definition, told: Told, view: SeatView): void {
  const text = JSON.stringify(view);
  for (const found of marksIn(text)) expect(told.marks, `${view.card.seat} at ${view.now}`).toContain(found);
  const { scenario, coalition } = definition;
  // A product called after its kind is no secret: the kind is shown.
  const hidden = [
    ...scenario.incidents,
    ...scenario.injects,
    ...scenario.products.filter(({ id, kind }) => id !== kind),
    ...scenario.incidents.flatMap(({ response }) => response),
    ...scenario.incidents.flatMap(({ branches = [] }) => branches),
    ...(scenario.ladder?.rungs ?? []),
  ];
  for (const { id } of hidden) expect(text.includes(JSON.stringify(id)), id).toBe(false);
  expect(view.incidents.length).toBe(told.incidents.size);
  expect(view.incidents.filter(({ closesAt }) => closesAt !== null).length).toBe(told.deadlines.size);
  const objects = new Set(
    scenario.incidents
      .filter(({ id }) => told.incidents.has(id))
      .flatMap(({ response }) => response.flatMap((task) => (task.task === 'sense' ? [task.object] : []))),
  );
  for (const sensor of view.theatre.sensors) {
    const own = coalition.sensors.find(({ id }) => id === sensor.id)?.nation === view.card.nation;
    for (const object of sensor.sees) expect(own && objects.has(object)).toBe(true);
  }
}

/** The exercise stopped after each of its inputs and at moments between: what each seat sees then. */
function watch(
  definition: Definition,
  choice: RunChoice,
  inputs: ReturnType<typeof playPeople>['inputs'],
  look: (seen: ReturnType<typeof beginExercise>) => void,
): void {
  const exercise = beginExercise(definition, choice);
  look(exercise);
  const every = Math.ceil(definition.scenario.lasts / 12);
  for (const input of inputs) {
    if (input.type === 'decide')
      exercise.takeDecision(input.seat, refOf(exercise.viewFor(input.seat), input.option), input.option, '');
    else
      for (let to = exercise.now; to < input.to; ) {
        to = Math.min(to + every, input.to);
        exercise.advance(to);
        look(exercise);
      }
  }
  exercise.advance(definition.scenario.lasts);
  look(exercise);
}

const refOf = (view: SeatView, option: string): string =>
  view.decisions.find(({ options }) => options.some(({ id, open }) => id === option && open))?.ref ?? 'd0';

describe('a view', () => {
  test('holds no mark of anything that its seat was not told, at any moment', () => {
    fc.assert(
      fc.property(definitions(), staffings(), (drawn, { choice, answers }) => {
        const definition = marked(drawn);
        const { inputs } = playPeople(definition, choice, answers);
        const told = new Map(seatIds.map((seat) => [seat, new Told(definition, seat)]));
        let heard = 0;
        watch(definition, choice, inputs, (exercise) => {
          for (; heard < exercise.facts.length; heard++)
            for (const seat of seatIds) told.get(seat)?.hear(exercise.facts[heard] as Fact);
          for (const seat of seatIds) expectClean(definition, told.get(seat) as Told, exercise.viewFor(seat));
        });
      }),
      times(30, 1600),
    );
  });

  test('is the same bytes whatever the names of hidden things are', () => {
    fc.assert(
      fc.property(definitions(), seeds(), (drawn, seed) => {
        const definition = certain(drawn);
        expect(bytes(renamed(definition), seed)).toEqual(bytes(definition, seed));
      }),
      times(20, 1200),
    );
  });

  test('is the same bytes whatever is counted, how far it escalates and whose doing it is', () => {
    fc.assert(
      fc.property(definitions(), seeds(), (definition, seed) => {
        expect(bytes(uncounted(definition), seed)).toEqual(bytes(definition, seed));
      }),
      times(15),
    );
  });

  test('is the same bytes whatever texts nobody was shown', () => {
    fc.assert(
      fc.property(definitions(), seeds(), (definition, seed) => {
        const { scenario } = definition;
        const other = {
          ...definition,
          scenario: {
            ...scenario,
            incidents: scenario.incidents.map((one) => ({ ...one, truth: 'Another truth altogether.' })),
            injects: scenario.injects.map((one) => ({ ...one, expected: 'Somebody does nothing.' })),
          },
        };
        expect(bytes(other, seed)).toEqual(bytes(definition, seed));
      }),
      times(15),
    );
  });
});

/** Without the ladder and all that is only counted, and with every branch called the other kind. */
function uncounted(definition: Definition): Definition {
  const { ladder: _, ...scenario } = definition.scenario;
  const incidents = scenario.incidents.map(
    ({ consequences: _c, attribution: _a, decisions: _d, branches, ...one }): Incident => ({
      ...one,
      ...(branches === undefined
        ? {}
        : { branches: branches.map((each) => ({ ...each, hostile: !each.hostile, says: 'It goes some other way.' })) }),
    }),
  );
  return { ...definition, scenario: { ...scenario, incidents } };
}

/** Every seat's view at a row of moments, as text. */
function bytes(
  definition: Definition,
  seed: string,
  held: readonly string[] = [],
  seats: readonly string[] = seatIds,
): string[] {
  const exercise = beginExercise(definition, { ...nobody(seed), held });
  const { lasts } = definition.scenario;
  const seen: string[] = [];
  for (let i = 0; i <= 24; i++) {
    exercise.advance(Math.floor((lasts * i) / 24));
    for (const seat of seats) seen.push(JSON.stringify(exercise.viewFor(seat)));
  }
  return seen;
}

const promisesOf = (task: Task) =>
  task.task === 'decide' ? task.options.flatMap(({ promises = [] }) => promises) : [];

/** Other names for incidents, tasks, injects and products, in the same alphabetical order. */
function renamed(definition: Definition): Definition {
  const { scenario } = definition;
  const ids = [
    ...scenario.incidents,
    ...scenario.injects,
    ...scenario.products,
    ...scenario.incidents.flatMap(({ response }) => response),
    ...scenario.incidents.flatMap(({ response }) => response.flatMap(promisesOf)),
  ].map(({ id }) => id);
  const names = new Map(ids.map((id) => [id, `x${id.replace('track', 'tpack')}`]));
  const keys = new Set([
    'id',
    'goal',
    'product',
    'gives',
    'incident',
    'weighException',
    'needs',
    'any',
    'of',
    'awareness',
    'holds',
    'knows',
    'unless',
    'that',
    'drops',
    'until',
    'when',
    'attribution',
    'decide',
  ]);
  const rename = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (!keys.has(key)) return value;
      const [id, ...rest] = value.split('=') as [string];
      return [names.get(id) ?? id, ...rest].join('=');
    }
    if (Array.isArray(value)) return value.map((one) => rename(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        rename(one, ['awareness', 'decisions'].includes(key) ? 'needs' : name),
      ]),
    );
  };
  return { ...definition, scenario: rename(scenario, '') as Definition['scenario'] };
}

const two = (first: Definition, second: Definition, seat: string, held: string[] = []) =>
  [bytes(first, 'one', held, [seat]), bytes(second, 'one', held, [seat])] as const;
const storm = (
  tasks: Task[],
  over: Parameters<typeof build>[0]['coalition'] = {},
  more: Partial<Parameters<typeof build>[0]> = {},
) => build({ ...more, incidents: [incident('storm', tasks), ...(more.incidents ?? []), elsewhere], coalition: over });
/** Which sensors have a part is public (V13): so they are the same in any two worlds. This one begins after the end. */
const elsewhere = incident('z-elsewhere', [sense('z-look')], { begins: 13 * HOUR });

describe('two worlds that tell a seat the same at the same times', () => {
  const own = act('own', { at: 'fr-ops', takes: exactly(2 * HOUR) });

  test('look the same to it, whatever others hold', () => {
    const [without, withIt] = two(
      storm([own, sense('see')]),
      storm([own, sense('see', { gives: 'track' })]),
      'fr-seat',
    );
    expect(withIt).toEqual(without);
  });

  test('look the same to a recipient, whether a handover was refused, lost, never sent or is still on its way', () => {
    const crossing = (over: Parameters<typeof pair>[2]) => ({
      delegations: [],
      pairs: [pair('us', 'fr', over), pair('fr', 'us')],
    });
    const pass = hand('pass');
    const never = storm([own, sense('see')]);
    const worlds = [
      storm([own, pass], crossing({ release: { exceptionRefused: share(1000) } })),
      storm([own, pass], crossing({ carriage: { path: 'none' } })),
      storm([own, pass], crossing({ release: { weighException: exactly(11 * HOUR) } })),
      storm(
        [own, { ...pass, tells: ['fr-seat'], reveals: ['nature'] }],
        crossing({ release: { exceptionRefused: share(1000) } }),
      ),
    ];
    for (const world of worlds) expect(two(world, never, 'fr-seat')[0]).toEqual(two(world, never, 'fr-seat')[1]);
  });

  test('look the same to a sender, wherever its handover waits', () => {
    const crossing = (over: Parameters<typeof pair>[2]) => ({ pairs: [pair('us', 'fr', over), pair('fr', 'us')] });
    const review = storm([hand('pass')], crossing({ release: { review: exactly(HOUR) } }));
    const carried = storm([hand('pass')], crossing({ carriage: { send: exactly(HOUR) } }));
    // The review ends an hour and two minutes in and is carried in three; sent, it is three and an hour and two.
    const [one, other] = two(review, carried, 'us-seat');
    expect(other).toEqual(one);
  });

  test('look the same to it, whether its work waited in a queue at another’s desk or was long', () => {
    const queue = (people: number, knock: number) => {
      const doors = organisation('fr-ops', 'fr').desks.map((desk) =>
        desk.role === 'front-door'
          ? {
              ...desk,
              hours: desk.hours.map((shift) => ({ ...shift, people })),
              background: [
                { urgency: 'flash' as const, every: exactly(40 * HOUR), takes: exactly(10 * MIN), backlog: 1 },
              ],
            }
          : desk,
      );
      return storm([hand('pass')], {
        organisations: [
          organisation('us-ops', 'us'),
          organisation('us-policy', 'us'),
          { ...organisation('fr-ops', 'fr'), desks: doors },
        ],
        pairs: [pair('us', 'fr', { frontDoor: { seek: exactly(0), knock: exactly(knock) } }), pair('fr', 'us')],
      });
    };
    const [waited, worked] = two(queue(1, MIN), queue(2, 11 * MIN), 'us-seat');
    expect(worked).toEqual(waited);
  });

  test('look the same to it, whatever incidents it knows nothing of', () => {
    const hidden = incident('a-hidden', [sense('a-look'), act('a-secret', { needs: ['a-look'] }), decide('a-ask')]);
    const [without, withIt] = two(storm([own]), storm([own], {}, { incidents: [hidden] }), 'fr-seat');
    expect(withIt).toEqual(without);
  });

  test('look the same to it, whoever holds the other seats and however long they think', () => {
    const ask = decide('ask', { answerWithin: 9 * HOUR });
    const world = storm([own, ask]);
    expect(bytes(world, 'one', ['us-seat'], ['fr-seat'])).toEqual(bytes(world, 'one', [], ['fr-seat']));
  });

  const dealing = (tasks: Task[], over: Partial<Incident> = {}, more: Parameters<typeof allies>[1] = {}) =>
    build({
      incidents: [incident('storm', [own, ...tasks, act('goal', { desk: 'none', takes: exactly(5 * HOUR) })], over)],
      coalition: allies({}, more),
      scenario: { seats },
    });
  const quiet = dealing([]);
  const askedUs = (over: Parameters<typeof option>[1]) =>
    decide('ask', { options: [option('yes', over), option('no')], byTheBook: [{ holds: [], choose: 'yes' }] });

  test('look the same to it, whichever branch the incident is on and however often it turns', () => {
    const branches = [branch('near', 1000), branch('far', 0, { hostile: true, closes: HOUR })];
    const still = dealing([askedUs({})], { branches });
    for (const world of [dealing([askedUs({ branch: 'far' })], { branches }), dealing([askedUs({})])])
      expect(two(world, still, 'fr-seat')[0]).toEqual(two(world, still, 'fr-seat')[1]);
  });

  test('look the same to it, whatever others have promised each other', () => {
    const world = dealing([askedUs({ promises: [promise('data', 'goal', HOUR, { to: 'uk' })] })]);
    expect(two(world, quiet, 'fr-seat')[0]).toEqual(two(world, quiet, 'fr-seat')[1]);
  });

  test('look the same to it, whoever trusts whom, until work takes longer', () => {
    const trust = (level: number) =>
      trusting([
        ['fr', 'us', level],
        ['us', 'fr', level],
      ]);
    const tasks = [askedUs({ bypasses: ['fr'] }), consent('mind', { at: 'uk-ops' })];
    const worlds = [
      dealing(tasks, {}, { trust: trust(100) }),
      dealing(tasks, {}, { trust: trust(900) }),
      dealing(tasks),
    ];
    for (const world of worlds) expect(two(world, quiet, 'fr-seat')[0]).toEqual(two(world, quiet, 'fr-seat')[1]);
  });

  test('look the same to a recipient, whether a handover was withheld or never thought of', () => {
    const offer = hand('offer', {
      from: 'uk-ops',
      to: 'fr-ops',
      volunteered: true,
      tells: ['fr-seat'],
      reveals: ['nature'],
    });
    const world = dealing([offer], {}, { trust: trusting([['uk', 'fr', 0]]) });
    expect(two(world, quiet, 'fr-seat')[0]).toEqual(two(world, quiet, 'fr-seat')[1]);
  });
});

describe('a refusal', () => {
  test('of a question that is hidden is the same bytes as of one that does not exist', () => {
    fc.assert(
      fc.property(definitions(), seeds(), fc.nat(30 * HOUR), (definition, seed, at) => {
        const exercise = beginExercise(definition, { ...nobody(seed), held: [...seatIds] });
        exercise.advance(at);
        const decisions = definition.scenario.incidents.flatMap(({ response }) =>
          response.filter((task) => task.task === 'decide'),
        );
        for (const seat of seatIds) {
          const known = exercise.viewFor(seat).decisions.map(({ ref }) => ref);
          const absent = JSON.stringify(exercise.takeDecision(seat, 'd999', 'no', ''));
          const refs = [
            ...decisions.map(({ id }) => id),
            ...Array.from({ length: 6 }, (_, i) => `d${i}`).filter((ref) => !known.includes(ref)),
          ];
          for (const ref of refs) expect(JSON.stringify(exercise.takeDecision(seat, ref, 'no', ''))).toBe(absent);
        }
      }),
      times(30, 1600),
    );
  });
});
