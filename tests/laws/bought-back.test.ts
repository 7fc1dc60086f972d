/** Law 6, cause by cause: with a cause out of the way nothing is charged to it, and a rerun without any is the run itself. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, replay } from '../../src/core/engine/index.ts';
import type { Cause } from '../../src/core/model/facts.ts';
import { causes } from '../../src/core/model/facts.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import { playAgain } from '../../src/study/again.ts';
import { definitions, nobody, playPeople, seeds, staffings, times } from '../support/generate.ts';
import { planOf } from '../support/plan-of.ts';
import { withCoalition } from '../support/variants.ts';

/** Whatever is nobody's work stays: an object must come into view, and people and stand-ins still take their time to choose. */
const removable = causes.filter((cause) => cause !== 'sensing' && cause !== 'deliberation');

/** What an unplayed nation withholds is charged to national decision, and is no work that could be left out. */
function trusting({ ...definition }: Definition): Definition {
  const { trust: _, ...coalition } = definition.coalition;
  return { ...withCoalition(definition, {}), coalition };
}

describe('a rerun', () => {
  test('of what is done, with a cause out of the way, charges nothing to it', () => {
    let done = 0;
    fc.assert(
      fc.property(definitions(), seeds(), fc.constantFrom(...removable), (drawn, seed, cause: Cause) => {
        // What ended well when it was to end badly is blamed for the time since (R74), also where the clock then puts the question (R77).
        fc.pre(drawn.scenario.injects.every(({ at }) => at === 0));
        const { facts } = replay(compile(trusting(drawn), cause), nobody(seed), []);
        for (const fact of facts) {
          if (fact.type !== 'ResponseEnded' || fact.status !== 'done') continue;
          expect(fact.charges[cause], fact.incident).toBeUndefined();
          done++;
        }
      }),
      times(60, 2400),
    );
    expect(done).toBeGreaterThan(10);
  });

  test('under the same plan, with the same choices, has the same facts', () => {
    fc.assert(
      fc.property(definitions(), staffings(), (definition, { choice, answers }) => {
        const { facts } = playPeople(definition, choice, answers);
        const again = playAgain(planOf(definition), choice, facts);
        expect(again.facts).toEqual(facts);
        expect(again.dropped).toBe(0);
      }),
      times(40, 1600),
    );
  });
});
