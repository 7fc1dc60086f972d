/** Law 4: what changes nothing shows nothing. A policy against itself, a placebo, another order of lists, an incident apart, the same luck. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, replay } from '../../src/core/engine/index.ts';
import type { Fact, FactOf } from '../../src/core/model/facts.ts';
import type { Change, Policy } from '../../src/core/model/policy.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import { act, exactly, HOUR, hand, incident, MIN, organisation, pair, sense } from '../support/build.ts';
import { definitions, nobody, seeds, Tape, tapes, times } from '../support/generate.ts';
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

/** An incident of other nations, with other desks, sensors and objects, whose name sorts before or after the rest. */
function withIncidentApart(definition: Definition, name: string, begins: number): Definition {
  const { coalition, scenario, access } = definition;
  const busy = { urgency: 'flash', every: exactly(17 * MIN), takes: exactly(11 * MIN), backlog: 3 } as const;
  const nations = [`${name}-here`, `${name}-there`];
  const organisations = nations.map((nation) => {
    const whole = organisation(`${nation}-ops`, nation);
    return {
      ...whole,
      desks: whole.desks.map((desk) => ({
        ...desk,
        hours: desk.hours.map((shift) => ({ ...shift, people: 1 })),
        background: [busy],
      })),
    };
  });
  const [here, there] = nations as [string, string];
  const response = [
    sense(`${name}-see`, { object: `${name}-object`, sensors: [`${name}-sensor`], gives: `${name}-product` }),
    hand(`${name}-pass`, {
      needs: [`${name}-see`],
      from: `${here}-ops`,
      to: `${there}-ops`,
      product: `${name}-product`,
    }),
    act(`${name}-goal`, { needs: [`${name}-pass`], at: `${there}-ops` }),
  ];
  return {
    ...definition,
    scenario: {
      ...scenario,
      incidents: [...scenario.incidents, incident(name, response, { begins })],
      products: [
        ...scenario.products,
        {
          ...(scenario.products[0] as (typeof scenario.products)[number]),
          id: `${name}-product`,
          owner: `${here}-ops`,
        },
      ],
    },
    access: {
      ...access,
      windows: [...access.windows, { sensor: `${name}-sensor`, object: `${name}-object`, from: 0, until: 20 * HOUR }],
    },
    coalition: {
      ...coalition,
      nations: [
        ...coalition.nations,
        ...nations.map((id) => ({ id, name: id, code: 'XXX', exceptionsAt: `${id}-ops`, source: 'estimate' })),
      ],
      organisations: [...coalition.organisations, ...organisations],
      sensors: [
        ...coalition.sensors,
        {
          ...(coalition.sensors[0] as (typeof coalition.sensors)[number]),
          id: `${name}-sensor`,
          nation: here,
          operator: `${here}-ops`,
        },
      ],
      pairs: [...coalition.pairs, pair(here, there)],
    },
  };
}

/** Facts that are not about `apart`, with steps numbered as if it had not been. */
function factsBut(facts: readonly Fact[], apart: string): Fact[] {
  const mine = (fact: Fact) => {
    if ('incident' in fact) return fact.incident !== apart;
    if ('task' in fact) return !fact.task.startsWith(`${apart}-`);
    return fact.type !== 'RunEnded';
  };
  const kept = facts.filter(mine);
  const numbers = new Map([[-1, -1]]);
  for (const fact of kept) if (fact.type === 'StepEnded') numbers.set(fact.step, numbers.size - 1);
  const renumber = (step: number) => numbers.get(step) as number;
  return kept.map((fact) => {
    if (fact.type === 'StepEnded') return { ...fact, step: renumber(fact.step), after: renumber(fact.after) };
    return fact.type === 'ResponseEnded' ? { ...fact, step: renumber(fact.step) } : fact;
  });
}

describe('an incident that shares no desk, nation or object', () => {
  test('leaves the facts of the others as they were', () => {
    fc.assert(
      fc.property(
        definitions(),
        seeds(),
        fc.constantFrom('aaa', 'beta', 'zulu'),
        fc.nat(6 * HOUR),
        (definition, seed, name, begins) => {
          const alone = factsBut(factsOf(definition, seed), name);
          expect(factsBut(factsOf(withIncidentApart(definition, name, begins), seed), name)).toEqual(alone);
        },
      ),
      times(20, 1600),
    );
  });
});

/** Length and verdict of every piece of friction work that was finished, by task, work and the how-manieth time. */
function draws(facts: readonly Fact[]): Map<string, string> {
  const cuts = new Set(
    facts.flatMap((fact) => (fact.type === 'ResponseEnded' || fact.type === 'InjectDelivered' ? [fact.at] : [])),
  );
  const found = new Map<string, string>();
  const visits = new Map<string, number>();
  facts.forEach((fact, i) => {
    if (fact.type !== 'StepEnded' || cuts.has(fact.at) || !fact.work.includes('.')) return;
    const visit = visits.get(`${fact.task} ${fact.work}`) ?? 0;
    visits.set(`${fact.task} ${fact.work}`, visit + 1);
    const machine = fact.work.split('.')[0];
    const moved = facts
      .slice(i)
      .find(
        (later): later is FactOf<'FrictionMoved'> =>
          later.type === 'FrictionMoved' && later.task === fact.task && later.machine === machine,
      );
    const verdict = moved?.at === fact.at ? moved.event : null;
    found.set(`${fact.task} ${fact.work} ${visit}`, `${fact.working} ${verdict}`);
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
