/** Laws 1, 2 and 3 on the scenarios as they are shipped, with and without people in them, whoever fills the other seats. */
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begin, compile, createRun, measureRow, runUntil } from '../../src/core/engine/index.ts';
import { measuresByName } from '../../src/core/model/measures.ts';
import { standInNames } from '../../src/core/standins/index.ts';
import { listLibrary, loadDefinition } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { DEEP, nobody, playPeople, seeds, tapes, times } from '../support/generate.ts';
import { Walker } from '../support/walker.ts';

const reader = nodeReader(fileURLToPath(new URL('../../scenarios', import.meta.url)), 'scenarios');
const { scenarios, policies } = listLibrary(reader);
/** The long exercise under all policies only where there is time. */
const cases = scenarios.flatMap((scenario) =>
  policies
    .filter((policy) => DEEP || scenario === 'first-evening' || ['as-is-2026', 'all-reforms'].includes(policy))
    .map((policy) => [scenario, policy] as const),
);
const tries = (scenario: string) => (scenario === 'first-evening' ? times(6, 500) : times(3, 60));

describe.each(cases)('%s under %s', (scenario, policy) => {
  const definition = loadDefinition(reader, scenario, policy);
  const plan = compile(definition);
  const staffed = fc.record({
    seed: seeds(),
    held: fc.subarray(definition.scenario.seats.map(({ id }) => id)),
    standIn: fc.constantFrom(...standInNames),
  });

  test('charges each incident its elapsed time, as the independent walker does', () => {
    fc.assert(
      fc.property(staffed, tapes(400), (choice, answers) => {
        const { facts } = playPeople(definition, choice, answers);
        const walker = new Walker(definition, facts, choice.held);
        for (const fact of facts) {
          if (fact.type !== 'ResponseEnded') continue;
          const seconds = Object.entries(fact.charges).map(
            ([cause, part]) => [cause, part.working + part.waiting + part.closed] as const,
          );
          expect(Object.fromEntries(seconds), fact.incident).toEqual(walker.charges(fact.incident));
          expect(seconds.reduce((total, [, part]) => total + part, 0)).toBe(fact.elapsedSeconds);
          expect(fact.trustSeconds, fact.incident).toBe(walker.trustSeconds(fact.incident));
        }
      }),
      tries(scenario),
    );
  });

  test('measures the same whether or not anybody listens', () => {
    const arena = createRun(plan, nobody('any'), false);
    fc.assert(
      fc.property(seeds(), (seed) => {
        begin(arena, seed);
        runUntil(arena, plan.lasts);
        const { facts } = playPeople(definition, nobody(seed), []);
        const ended = facts.at(-1);
        expect(ended?.type === 'RunEnded' && ended.measures).toEqual(measuresByName(plan.measures, measureRow(arena)));
      }),
      tries(scenario),
    );
  });
});
