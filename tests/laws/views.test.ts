/** Law 7: a view is a function of what was delivered to that seat and when. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunChoice } from '../../src/core/engine/index.ts';
import type { Fact } from '../../src/core/model/facts.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import type { SeatView } from '../../src/core/model/view.ts';
import { beginExercise } from '../../src/exercise/exercise.ts';
import { HOUR } from '../support/build.ts';
import { definitions, nobody, playPeople, seeds, staffings, times } from '../support/generate.ts';
import { seatIds } from '../support/generate-tasks.ts';
import { bytes } from '../support/seen.ts';
import { marked, marksIn, Told } from '../support/told.ts';
import { certain } from '../support/variants.ts';
import { renamed, uncounted } from '../support/variants-hidden.ts';

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
