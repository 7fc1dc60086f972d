/** Law 3: charges add up to the elapsed time, and agree with a walker written from the rules over the facts (tests/support/walker.ts). */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cause, Fact, FactOf } from '../../src/core/model/facts.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import { definitions, playPeople, staffings, times } from '../support/generate.ts';
import { Walker } from '../support/walker.ts';

const isStep = (fact: Fact): fact is FactOf<'StepEnded'> => fact.type === 'StepEnded';
const responses = (facts: readonly Fact[]) =>
  facts.filter((fact): fact is FactOf<'ResponseEnded'> => fact.type === 'ResponseEnded');

const secondsBy = ({ charges }: FactOf<'ResponseEnded'>): Partial<Record<Cause, number>> =>
  Object.fromEntries(
    Object.entries(charges).map(([cause, part]) => [cause, part.working + part.waiting + part.closed]),
  );

function expectWalked(definition: Definition, facts: readonly Fact[], held: readonly string[]): void {
  const walker = new Walker(definition, facts, held);
  for (const response of responses(facts)) {
    expect(walker.charges(response.incident), response.incident).toEqual(secondsBy(response));
    expect(walker.trustSeconds(response.incident), response.incident).toBe(response.trustSeconds);
  }
}

describe('charges', () => {
  test('add up to the elapsed time in every run, and no part is negative', () => {
    fc.assert(
      fc.property(definitions(), staffings(), (definition, { choice, answers }) => {
        for (const { charges, elapsedSeconds } of responses(playPeople(definition, choice, answers).facts)) {
          const parts = Object.values(charges).flatMap(({ working, waiting, closed }) => [working, waiting, closed]);
          expect(parts.reduce((total, part) => total + part, 0)).toBe(elapsedSeconds);
          expect(parts.every((part) => part >= 0)).toBe(true);
        }
      }),
      times(35, 2400),
    );
  });

  test('agree with the independent walker in every run', () => {
    fc.assert(
      fc.property(definitions(), staffings(), (definition, { choice, answers }) =>
        expectWalked(definition, playPeople(definition, choice, answers).facts, choice.held),
      ),
      times(90, 4800),
    );
  });
});

describe('steps', () => {
  test('touch the step that enabled them, and their parts are their time', () => {
    fc.assert(
      fc.property(definitions(), staffings(), (definition, { choice, answers }) => {
        const steps = playPeople(definition, choice, answers).facts.filter(isStep);
        const endOf = new Map(steps.map(({ step, at }) => [step, at]));
        for (const { at, after, since, working, waiting, closed } of steps) {
          expect(working + waiting + closed).toBe(at - since);
          expect(Math.min(working, waiting, closed)).toBeGreaterThanOrEqual(0);
          if (after !== -1) expect(endOf.get(after)).toBe(since);
        }
      }),
      times(35, 2400),
    );
  });
});
