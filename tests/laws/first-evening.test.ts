/** Laws 1, 2 and 3 on the flagship as it is shipped, under every policy, with and without people in it. */
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begin, compile, createRun, measureRow, runUntil } from '../../src/core/engine/index.ts';
import { measuresByName } from '../../src/core/model/measures.ts';
import { listLibrary, loadDefinition } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { nobody, playPeople, seeds, tapes, times } from '../support/generate.ts';
import { Walker } from '../support/walker.ts';

const reader = nodeReader(fileURLToPath(new URL('../../scenarios', import.meta.url)), 'scenarios');

describe.each(listLibrary(reader).policies)('the first evening under %s', (policy) => {
  const definition = loadDefinition(reader, 'first-evening', policy);
  const plan = compile(definition);
  const seats = fc.subarray(definition.scenario.seats.map(({ id }) => id));

  test('charges each incident its elapsed time, as the independent walker does', () => {
    fc.assert(
      fc.property(seeds(), seats, tapes(80), (seed, held, answers) => {
        const { facts } = playPeople(definition, { ...nobody(seed), held }, answers);
        const walker = new Walker(definition, facts);
        for (const fact of facts) {
          if (fact.type !== 'ResponseEnded') continue;
          const seconds = Object.entries(fact.charges).map(
            ([cause, part]) => [cause, part.working + part.waiting + part.closed] as const,
          );
          expect(Object.fromEntries(seconds)).toEqual(walker.charges(fact.incident));
          expect(seconds.reduce((total, [, part]) => total + part, 0)).toBe(fact.elapsedSeconds);
        }
      }),
      times(8, 500),
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
      times(8, 500),
    );
  });
});
