/** Law 4: what changes nothing shows nothing. A policy against itself, a placebo, another order of lists, an incident apart, the same luck. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, replay } from '../../src/core/engine/index.ts';
import { cutDefinition } from '../../src/core/model/cut.ts';
import type { Fact, FactOf } from '../../src/core/model/facts.ts';
import type { Change, Policy } from '../../src/core/model/policy.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import { exactly, MIN } from '../support/build.ts';
import { definitions, nobody, playPeople, seeds, staffings, Tape, tapes, times } from '../support/generate.ts';
import { besides } from '../support/generate-apart.ts';
import { longest, mapPair, shuffled, withCoalition } from '../support/variants.ts';

const factsOf = (definition: Definition, seed: string): Fact[] => replay(compile(definition), nobody(seed), []).facts;
const estimate = { source: 'estimate', confidence: 'low' } as const;

function policy(id: string, changes: Change[]): Policy {
  const lever = {
    id: 'placebo',
    title: 'Placebo',
    owner: 'nobody',
    leadTime: 'none',
    cost: 'none',
    harm: 'none',
    expected: 'nothing',
    source: 'estimate',
    changes,
  };
  return { id, title: 'A policy', summary: 'It changes nothing.', arrangement: 'test', levers: [lever] };
}

describe('a comparison', () => {
  test('of a policy with itself under another name differs by exactly zero', () => {
    fc.assert(
      fc.property(definitions(), seeds(), (definition, seed) => {
        const renamed = { ...definition, policy: { ...definition.policy, id: 'other', title: 'Another name' } };
        expect(factsOf(renamed, seed)).toEqual(factsOf(definition, seed));
      }),
      times(10, 800),
    );
  });

  test('with a placebo, which sets numbers to what they are, differs by exactly zero', () => {
    fc.assert(
      fc.property(definitions(), seeds(), tapes(5), (definition, seed, numbers) => {
        const chosen = new Tape(numbers).one(definition.coalition.pairs);
        const at = `pairs/from=${chosen.from}&to=${chosen.to}/frontDoor/misroute/perMille`;
        const placebo = policy('placebo', [
          { at, set: chosen.frontDoor.misroute.perMille, ...estimate },
          { at: 'pairs/*/release', scale: 1000, ...estimate },
          { at: 'nations/id=fr/decision', scale: 1000, ...estimate },
          { at: 'nations/id=uk/coordination', scale: 1000, ...estimate },
          { at: 'matrix', add: [], ...estimate },
        ]);
        const levers = [...definition.policy.levers, ...placebo.levers];
        expect(factsOf({ ...definition, policy: { ...placebo, levers } }, seed)).toEqual(factsOf(definition, seed));
      }),
      times(10, 800),
    );
  });

  test('with the same definition in another order differs by exactly zero', () => {
    fc.assert(
      fc.property(definitions(), seeds(), tapes(200), (definition, seed, numbers) => {
        expect(factsOf(shuffled(definition, new Tape(numbers)), seed)).toEqual(factsOf(definition, seed));
      }),
      times(25, 2400),
    );
  });
});

/** Does it name anything of the world apart? */
const isApart = (fact: Fact, apart: string): boolean =>
  Object.values(fact).some((value) => typeof value === 'string' && value.startsWith(`${apart}-`));

/** What was measured of the incidents and nations of the other world, not over all there are. */
function measuresBut(measures: FactOf<'RunEnded'>['measures'], apart: string): Readonly<Record<string, number>> {
  const isOwn = (name: string) => /\.(alpha|bravo)\b|^trust\./.test(name) && !name.includes(`${apart}-`);
  return Object.fromEntries(Object.entries(measures).filter(([name]) => isOwn(name)));
}

/** Facts that are not about the world apart, with steps numbered as if it had not been. */
function factsBut(facts: readonly Fact[], apart: string): Fact[] {
  const kept = facts.filter((fact) => !isApart(fact, apart));
  const numbers = new Map([[-1, -1]]);
  for (const fact of kept) if (fact.type === 'StepEnded') numbers.set(fact.step, numbers.size - 1);
  const renumber = (step: number) => numbers.get(step) as number;
  return kept.map((fact) => {
    if (fact.type === 'StepEnded') return { ...fact, step: renumber(fact.step), after: renumber(fact.after) };
    if (fact.type === 'RunEnded') return { ...fact, measures: measuresBut(fact.measures, apart) };
    return fact.type === 'ResponseEnded' ? { ...fact, step: renumber(fact.step) } : fact;
  });
}

describe('incidents that share no desk, nation or object', () => {
  test('leave the facts of the others as they were, whatever they are made of and whoever plays', () => {
    fc.assert(
      fc.property(
        definitions(),
        definitions(),
        staffings(),
        fc.constantFrom('aaa', 'beta', 'zulu'),
        (definition, other, { choice, answers }, apart) => {
          const { facts, inputs } = playPeople(definition, choice, answers);
          const both = replay(compile(besides(definition, other, apart)), choice, inputs);
          expect(factsBut(both.facts, apart)).toEqual(factsBut(facts, apart));
        },
      ),
      times(20, 1600),
    );
  });

  test('are, when a cut leaves them out, as if they had never been', () => {
    fc.assert(
      fc.property(
        definitions(),
        definitions(),
        staffings(),
        fc.constantFrom('aaa', 'beta', 'zulu'),
        (definition, other, { choice, answers }, apart) => {
          const { facts, inputs } = playPeople(definition, choice, answers);
          const short = cutDefinition(withCut(besides(definition, other, apart), apart), 'short');
          const { facts: told } = replay(compile(short), choice, inputs);
          expect(told.filter((fact) => 'task' in fact && isApart(fact, apart))).toEqual([]);
          expect(factsBut(told, apart)).toEqual(factsBut(facts, apart));
        },
      ),
      times(15, 800),
    );
  });
});

/** With a cut that leaves out the incidents whose names begin so, and injects, which are all theirs. */
function withCut(definition: Definition, apart: string): Definition {
  const { scenario } = definition;
  const isGone = ({ id }: { readonly id: string }) => id.startsWith(`${apart}-`);
  const without = scenario.incidents.filter(isGone).map(({ id }) => id);
  const injects = scenario.injects.map((one) => (isGone(one) ? { ...one, incident: without[0] as string } : one));
  const moves = [{ id: 'only', title: 'The only move', until: scenario.lasts, minutes: 30 }];
  const cut = { id: 'short', title: 'Shorter', playMinutes: 30, moves, without };
  return { ...definition, scenario: { ...scenario, injects, cuts: [cut] } };
}

/** Length and verdict of every piece of friction work that was finished, by task, partner, work and the how-manieth time. */
function draws(facts: readonly Fact[]): Map<string, string> {
  const cuts = new Set(
    facts.flatMap((fact) => (fact.type === 'ResponseEnded' || fact.type === 'InjectDelivered' ? [fact.at] : [])),
  );
  const found = new Map<string, string>();
  const visits = new Map<string, number>();
  facts.forEach((fact, i) => {
    if (fact.type !== 'StepEnded' || cuts.has(fact.at) || !fact.work.includes('.')) return;
    const name = `${fact.task} ${fact.party ?? '-'} ${fact.work}`;
    const visit = visits.get(name) ?? 0;
    visits.set(name, visit + 1);
    // Trust, which hangs on when things happened, stretches work: that is no luck.
    if (fact.stretch !== 1000) return;
    const machine = fact.work.split('.')[0];
    const moved = facts
      .slice(i)
      .find(
        (later): later is FactOf<'FrictionMoved'> =>
          later.type === 'FrictionMoved' &&
          later.task === fact.task &&
          later.party === fact.party &&
          later.machine === machine,
      );
    const verdict = moved?.at === fact.at ? moved.event : null;
    found.set(`${name} ${visit}`, `${fact.working} ${verdict}`);
  });
  return found;
}

describe('luck', () => {
  test('of all other work stays the same when one kind of work takes longer', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        definitions(),
        seeds(),
        fc.constantFrom('release.mark', 'front-door.seek', 'release.review', 'carriage.send'),
        (definition, seed, work) => {
          const pairs = definition.coalition.pairs.map((one) =>
            mapPair(one, { spread: (spread, at) => (at === work ? exactly(longest(spread) + 37 * MIN) : spread) }),
          );
          const [before, after] = [definition, withCoalition(definition, { pairs })].map((one) =>
            draws(factsOf(one, seed)),
          ) as [Map<string, string>, Map<string, string>];
          for (const [name, drawn] of after) {
            if (name.includes(` ${work} `) || !before.has(name)) continue;
            compared++;
            expect(before.get(name), name).toBe(drawn);
          }
        },
      ),
      times(25, 2400),
    );
    expect(compared).toBeGreaterThan(20);
  });
});
