/** Law 2: the facts alone rebuild the world, and stopping and resuming anywhere changes nothing. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, replay, startRun } from '../../src/core/engine/index.ts';
import type { Fact } from '../../src/core/model/facts.ts';
import { settingOf } from '../../src/core/model/setting.ts';
import type { World } from '../../src/core/model/world.ts';
import { emptyWorld, fold } from '../../src/core/model/world.ts';
import { beginExercise } from '../../src/exercise/exercise.ts';
import { definitions, nobody, playPeople, seeds, staffings, Tape, tapes, times } from '../support/generate.ts';

describe('the world', () => {
  test('is the same whether facts are folded at once, one by one or split anywhere', () => {
    fc.assert(
      fc.property(definitions(), staffings(), fc.nat(), (definition, { choice, answers }, cut) => {
        const { facts } = playPeople(definition, choice, answers);
        const setting = settingOf(definition);
        const { lasts } = definition.scenario;
        const folded = (batches: readonly (readonly Fact[])[]): World =>
          batches.reduce((world, batch) => fold(world, setting, batch, lasts), emptyWorld(setting));
        const whole = folded([facts]);
        const at = cut % (facts.length + 1);
        expect(folded(facts.map((fact) => [fact]))).toEqual(whole);
        expect(folded([facts.slice(0, at), facts.slice(at)])).toEqual(whole);
      }),
      times(25),
    );
  });
});

describe('a run', () => {
  test('stopped and resumed anywhere has the same facts', () => {
    fc.assert(
      fc.property(definitions(), seeds(), tapes(20), (definition, seed, stops) => {
        const plan = compile(definition);
        const { facts } = replay(plan, nobody(seed), []);
        const run = startRun(plan, nobody(seed));
        const tape = new Tape(stops);
        const told: Fact[] = [];
        for (let i = 0; i < 20 && !run.ended; i++)
          told.push(
            ...(run.give({ type: 'advance', to: Math.min(plan.lasts, run.now + tape.upTo(20_000)) }) as Fact[]),
          );
        if (!run.ended) told.push(...(run.give({ type: 'advance', to: plan.lasts }) as Fact[]));
        expect(told).toEqual(facts);
      }),
      times(60),
    );
  });

  test('with people in it has the same facts however time was let pass between their answers', () => {
    fc.assert(
      fc.property(definitions(), staffings(), tapes(40), (definition, { choice, answers }, stops) => {
        const { inputs, facts } = playPeople(definition, choice, answers);
        const run = startRun(compile(definition), choice);
        const tape = new Tape(stops);
        const told: Fact[] = [];
        for (const input of inputs) {
          const until = input.type === 'advance' ? input.to : input.at;
          while (run.now < until && tape.once(2))
            told.push(...run.toNextDecision(Math.min(until, run.now + tape.upTo(9_000))).facts);
          if (run.now < until) told.push(...(run.give({ type: 'advance', to: until }) as Fact[]));
          told.push(...(run.give(input) as Fact[]));
        }
        expect(told).toEqual(facts);
      }),
      times(40),
    );
  });

  test('resumed from its inputs stands where it stood, with the same digest and views', () => {
    fc.assert(
      fc.property(definitions(), staffings(), fc.nat(), (definition, { choice, answers }, cut) => {
        const { inputs } = playPeople(definition, choice, answers);
        const whole = beginExercise(definition, choice, inputs);
        const at = cut % (inputs.length + 1);
        const half = beginExercise(definition, choice, inputs.slice(0, at));
        for (const input of inputs.slice(at)) (half as unknown as { give(given: typeof input): unknown }).give(input);
        expect(half.digest).toBe(whole.digest);
        expect(half.viewFor('us-seat')).toEqual(whole.viewFor('us-seat'));
        expect(half.review()).toEqual(whole.review());
      }),
      times(15),
    );
  });
});
