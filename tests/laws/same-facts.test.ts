/** Law 1: same scenario, policy, seed and inputs, same facts and digest; listening to facts or to measures only. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begin, compile, createRun, measureRow, replay, runUntil } from '../../src/core/engine/index.ts';
import type { Fact, FactOf } from '../../src/core/model/facts.ts';
import { measuresByName } from '../../src/core/model/measures.ts';
import { beginExercise } from '../../src/exercise/exercise.ts';
import { definitions, nobody, playPeople, seeds, staffings, times } from '../support/generate.ts';

const scores = (facts: readonly Fact[]) =>
  facts.find((fact): fact is FactOf<'RunEnded'> => fact.type === 'RunEnded')?.measures;

describe('a run', () => {
  test('comes to the same measures whether or not anybody listens to its facts', () => {
    fc.assert(
      fc.property(definitions(), seeds(), (definition, seed) => {
        const plan = compile(definition);
        const { facts } = replay(plan, nobody(seed), []);
        const arena = createRun(plan, nobody(seed), false);
        begin(arena, 'another-seed-first');
        runUntil(arena, plan.lasts);
        begin(arena, seed);
        runUntil(arena, plan.lasts);
        expect(measuresByName(plan.measures, measureRow(arena))).toEqual(scores(facts));
      }),
      times(60),
    );
  });

  test('has the same digest twice, and again from its inputs', () => {
    fc.assert(
      fc.property(definitions(), staffings(), (definition, { choice, answers }) => {
        const once = playPeople(definition, choice, answers);
        const twice = playPeople(structuredClone(definition), choice, answers);
        expect(twice).toEqual(once);
        const digest = beginExercise(definition, choice, once.inputs).digest;
        expect(beginExercise(structuredClone(definition), choice, twice.inputs).digest).toBe(digest);
      }),
      times(25),
    );
  });

  test('is another one under another seed', () => {
    const found = new Set<string>();
    fc.assert(
      fc.property(definitions(), seeds(), (definition, seed) => {
        found.add(beginExercise(definition, nobody(seed), [{ type: 'advance', to: definition.scenario.lasts }]).digest);
      }),
      { numRuns: 5 },
    );
    expect(found.size).toBe(5);
  });
});
