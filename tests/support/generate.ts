/**
 * Definitions nobody would write, for the laws. A *tape* of numbers says every choice. `fc.sample`d or checked, the same tape makes the same
 * definition.
 */
import * as fc from 'fast-check';
import type { Input, RunChoice } from '../../src/core/engine/index.ts';
import { startRun } from '../../src/core/engine/index.ts';
import type { Fact } from '../../src/core/model/facts.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import type { Policy } from '../../src/core/model/policy.ts';
import type { Access, Definition, Inject, Scenario } from '../../src/core/model/scenario.ts';
import type { Task } from '../../src/core/model/task.ts';
import { standInNames } from '../../src/core/standins/index.ts';
import { build, exactly, HOUR, incident, MIN, sense, share } from './build.ts';
import { inject, ladder } from './dealings.ts';
import { estimate, organisationsOf, sensorIds, someCoalition } from './generate-nations.ts';
import { seatIds, someLiteral, someNeed, someProducts, someTask } from './generate-tasks.ts';
import { planOf } from './plan-of.ts';
import { Tape, tapes } from './tape.ts';

export { DEEP, Tape, tapes, times } from './tape.ts';

const LASTS = 30 * HOUR;

type Branches = NonNullable<Incident['branches']>;
const branchIds = ['near-way', 'far-way', 'odd-way'] as const;

/** Two or three ways in which it may go; objects fly otherwise on some. */
function someBranches(tape: Tape, object: string): Branches | undefined {
  if (!tape.once(2)) return undefined;
  const ids = branchIds.slice(0, 2 + tape.upTo(1));
  const first = tape.upTo(1000);
  const starts = [first, 1000 - first, 0];
  return ids.map((id, i) => ({
    id,
    says: `It goes the ${id}.`,
    hostile: tape.once(2),
    starts: share(starts[i] as number),
    ...(tape.once(2) ? { closes: (1 + tape.upTo(8)) * HOUR } : {}),
    ...(tape.once(2) ? { trajectories: { [object]: tape.one(['high', 'low']) } } : {}),
  }));
}

interface Before {
  readonly injects: readonly Inject[];
  readonly tasks: readonly Task[];
}

/** What others hold of it: who must know by when, who decides, what it costs. */
function someStakes(tape: Tape, all: readonly (Task | Inject)[], branches: Branches | undefined): Partial<Incident> {
  const some = () => [someLiteral(tape, tape.one(all)), someLiteral(tape, tape.one(all))];
  const consequence = () => ({
    says: 'Service is lost',
    from: tape.upTo(5) * HOUR,
    until: some(),
    perHour: 1 + tape.upTo(500),
    ...(branches !== undefined && tape.once(2) ? { branches: [tape.one(branches).id] } : {}),
    ...estimate,
  });
  return {
    ...(tape.once(2) ? { expects: { fr: tape.upTo(200) * MIN, uk: tape.upTo(500) * MIN } } : {}),
    ...(tape.once(3) ? { decisions: { fr: some(), us: some() } } : {}),
    ...(tape.once(3) ? { attribution: some() } : {}),
    ...(tape.once(3) ? { consequences: [consequence(), consequence()] } : {}),
  };
}

export function someIncident(tape: Tape, id: string, before: Before, object = 'thing'): Incident {
  const seen = sense(`${id}-0`, {
    object,
    sensors: [tape.one(sensorIds), 'eye'],
    dwell: exactly(tape.upTo(15) * MIN),
    milestone: 'noticed',
  });
  const response: Task[] = tape.once(6) ? [] : [seen];
  const branches = someBranches(tape, object);
  const place = { object, branches: branches?.map((one) => one.id) ?? [] };
  const length = 2 + tape.upTo(7);
  for (let i = 1; i <= length; i++) {
    const earlier = [...before.injects, ...before.tasks, ...response];
    response.push(...someTask(tape, `${id}-${i}`, { ...place, earlier }));
  }
  const goal = (response.findLast(({ id: task }) => !task.endsWith('verdict')) as Task).id;
  const all = [...before.injects, ...before.tasks, ...response];
  const aware = response.find((task) => task.task === 'share')?.id ?? tape.one(all).id;
  return incident(id, response, {
    begins: tape.upTo(6) * HOUR,
    window: { closes: (1 + tape.upTo(8)) * HOUR, because: 'physics says so', ...estimate },
    horizon: (2 + tape.upTo(14)) * HOUR,
    goal,
    awareness: {
      fr: tape.once(3) ? [aware, someLiteral(tape, tape.one(all))] : [aware],
      uk: response.includes(seen) ? [seen.id, goal] : [goal],
    },
    ...(branches === undefined ? {} : { branches }),
    ...someStakes(tape, all, branches),
  });
}

function someWindows(tape: Tape, objects: readonly string[]): Access['windows'] {
  return objects.flatMap((object) =>
    sensorIds.flatMap((sensor) => {
      let from = tape.upTo(120) * MIN;
      return Array.from({ length: 1 + tape.upTo(3) }, () => {
        const flown = tape.once(3) ? { trajectory: tape.one(['high', 'low']) } : {};
        const window = { sensor, object, from, until: from + (5 + tape.upTo(300)) * MIN, ...flown };
        from = window.until + tape.one([0, 30, 200]) * MIN;
        return window;
      });
    }),
  );
}

const someInjects = (tape: Tape): Inject[] =>
  Array.from({ length: tape.upTo(2) }, (_, i) =>
    inject(`inject-${i}`, tape.upTo(10) * HOUR, {
      to: tape.some(seatIds),
      method: tape.one(['message', 'call', 'press', 'log'] as const),
    }),
  );

/** Injects that wait for what came before: nothing that came before waits for them. */
const lateInjects = (tape: Tape, earlier: readonly (Task | Inject)[], of: string): Inject[] =>
  Array.from({ length: tape.upTo(1) }, (_, i) =>
    inject(`late-${i}`, tape.upTo(10) * HOUR, {
      to: tape.some(seatIds),
      method: tape.one(['message', 'press'] as const),
      needs: [someNeed(tape, earlier), ...(tape.once(3) ? [someNeed(tape, earlier)] : [])],
      ...(tape.once(2) ? { incident: of } : {}),
    }),
  );

/** Some are called off by what may happen, whenever that is. */
const calledOff = (tape: Tape, injects: readonly Inject[], all: readonly Task[]): Inject[] =>
  injects.map((one) => ({
    ...one,
    ...(tape.once(3) ? { unless: [someLiteral(tape, tape.one(all))] } : {}),
    ...(one.incident === undefined && tape.once(3) ? { incident: 'alpha' } : {}),
  }));

const someLadder = (tape: Tape, all: readonly Task[]): Scenario['ladder'] =>
  tape.once(2)
    ? ladder(
        Array.from({ length: 1 + tape.upTo(3) }, () => [someLiteral(tape, tape.one(all)), tape.upTo(6) - 3] as const),
      )
    : undefined;

/** The lever is in force; what it changes is nothing. */
const policy = (levers: readonly string[]): Policy => ({
  id: 'plain',
  title: 'Plain',
  summary: 'Nothing is changed.',
  arrangement: 'test',
  levers: levers.map((id) => ({
    id,
    title: 'A lever',
    owner: 'nobody',
    leadTime: 'none',
    cost: 'none',
    harm: 'none',
    expected: 'nothing',
    source: 'estimate',
    changes: [],
  })),
});

const seatOf = (nation: string, title: string) => ({
  id: `${nation}-seat`,
  title,
  nation,
  organisations: [...(organisationsOf[nation] ?? [`${nation}-ops`])],
  brief: `You are ${title}.`,
});

/** Up to two incidents over a coalition of three nations, and one who is not of it. */
export function definitionOf(numbers: readonly number[]): Definition {
  const tape = new Tape(numbers);
  const injects = someInjects(tape);
  const first = someIncident(tape, 'alpha', { injects, tasks: [] });
  const late = lateInjects(tape, [...injects, ...first.response], 'alpha');
  const second = tape.once(2)
    ? [
        someIncident(
          tape,
          'bravo',
          { injects: [...injects, ...late], tasks: first.response },
          tape.one(['thing', 'other']),
        ),
      ]
    : [];
  const all = [first, ...second].flatMap(({ response }) => response);
  const rungs = someLadder(tape, all);
  const definition = build({
    incidents: [first, ...second],
    injects: calledOff(tape, [...injects, ...late], all),
    products: someProducts(tape),
    windows: someWindows(tape, ['thing', 'other']),
    coalition: someCoalition(tape),
    scenario: {
      lasts: tape.one([LASTS, LASTS, 6 * HOUR]),
      seats: [seatOf('fr', 'France'), seatOf('uk', 'the Kingdom'), seatOf('us', 'the States'), seatOf('xx', 'them')],
      ...(rungs === undefined ? {} : { ladder: rungs }),
    },
  });
  return { ...definition, policy: policy(tape.once(2) ? ['lever'] : []) };
}

export const definitions = (): fc.Arbitrary<Definition> => tapes().map(definitionOf);

export const seeds = (): fc.Arbitrary<string> => fc.nat(1_000_000).map((n) => `seed-${n}`);

export const nobody = (seed: string): RunChoice => ({ seed, held: [], standIn: 'by-the-book' });

/** Who holds which seats, and the tape that people answer by. */
export const staffings = (): fc.Arbitrary<{ choice: RunChoice; answers: number[] }> =>
  fc
    .record({
      standIn: fc.constantFrom(...standInNames),
      seed: seeds(),
      held: fc.subarray([...seatIds]),
      answers: tapes(60),
    })
    .map(({ answers, ...choice }) => ({ choice, answers }));

/** A whole run in which people answer some of what they are asked, at once or later: its inputs and facts. */
export function playPeople(
  definition: Definition,
  choice: RunChoice,
  answers: readonly number[],
): { inputs: Input[]; facts: Fact[] } {
  const run = startRun(planOf(definition), choice);
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
